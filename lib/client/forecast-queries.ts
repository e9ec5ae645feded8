import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type ForecastRowPage,
  type ForecastRowsQuery,
  forecastRowPageSchema,
} from "@/lib/forecast/row-schema";
import { type ForecastSettings, forecastSettingsSchema } from "@/lib/forecast/settings-schema";
import { type ForecastView, forecastViewSchema } from "@/lib/forecast/view-schema";
import { apiFetch } from "./api";
import type { ListQuery } from "./board-queries";
import { invalidateWorld, projectPath } from "./world-queries";

/** Progress is looked at while a forecast is computed; else only whether the world has moved on. */
const POLL_COMPUTING_MILLISECONDS = 700;
const POLL_IDLE_MILLISECONDS = 10_000;

const forecastPath = (projectId: string) => `${projectPath(projectId)}/forecast`;
// Under "board", so that a command or a change of the clock makes it stale with everything else.
const forecastKey = (projectId: string, group: string | null) =>
  ["project", projectId, "board", "forecast", { group }] as const;

/** The latest forecast; with a draft's id, the one that takes it as started now. */
export const forecastQuery = (projectId: string, group: string | null) =>
  queryOptions({
    queryKey: forecastKey(projectId, group),
    queryFn: ({ signal }): Promise<ForecastView> =>
      apiFetch(forecastPath(projectId), { schema: forecastViewSchema, query: { group }, signal }),
    refetchInterval: (query) =>
      query.state.data?.progress ? POLL_COMPUTING_MILLISECONDS : POLL_IDLE_MILLISECONDS,
  });

/** One page of the VMs of the forecast that was computed at a moment. */
export function forecastRowsQuery(
  projectId: string,
  computedAtIso: string,
  query: Partial<ForecastRowsQuery>,
): ListQuery<ForecastRowPage> {
  return {
    queryKey: ["project", projectId, "board", "forecast", "rows", { computedAtIso, ...query }],
    queryFn: ({ signal }) =>
      apiFetch(`${forecastPath(projectId)}/vms`, { schema: forecastRowPageSchema, query, signal }),
    refetchInterval: false,
  };
}

/** Asks for a new forecast; the answer says that it is being computed. */
export function useComputeForecast(projectId: string, group: string | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (): Promise<ForecastView> =>
      apiFetch(
        `${forecastPath(projectId)}${group === null ? "" : `?group=${encodeURIComponent(group)}`}`,
        {
          method: "POST",
          schema: forecastViewSchema,
        },
      ),
    onSuccess: (view) => client.setQueryData(forecastKey(projectId, group), view),
  });
}

/** Says what the project's forecasts take as uncertain. */
export function useSaveForecastSettings(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: ForecastSettings) =>
      apiFetch(`${forecastPath(projectId)}/settings`, {
        method: "PUT",
        body: settings,
        schema: forecastSettingsSchema,
      }),
    onSettled: () => invalidateWorld(client, projectId),
  });
}
