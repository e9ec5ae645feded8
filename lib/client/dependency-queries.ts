import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import {
  type ConnectionQuery,
  connectionPageSchema,
  type DependencyGraph,
  type DependencySummary,
  dependencySummarySchema,
  type EndpointDetail,
  type EndpointQuery,
  endpointDetailSchema,
  endpointPageSchema,
  graphSchema,
  type SuggestionQuery,
} from "@/lib/dependency/api-schema";
import { inverseChange } from "@/lib/dependency/move-group-change";
import {
  type MoveGroup,
  type MoveGroupChange,
  type MoveGroupDetail,
  type MoveGroupList,
  moveGroupAnswerSchema,
  moveGroupDetailSchema,
  moveGroupListSchema,
  type SuggestionsAnswer,
  suggestionsSchema,
} from "@/lib/dependency/move-group-schema";
import { apiFetch, type QueryValue } from "./api";
import { projectPath } from "./world-queries";

const keyOf = (projectId: string, ...parts: readonly unknown[]) =>
  ["project", projectId, "dependencies", ...parts] as const;

const pathOf = (projectId: string, part = "") => `${projectPath(projectId)}/dependencies${part}`;

/** What the export in use covers. Refused with `noDependencies` before the first one. */
export const dependencySummaryQuery = (projectId: string) =>
  queryOptions({
    queryKey: keyOf(projectId, "summary"),
    queryFn: ({ signal }): Promise<DependencySummary> =>
      apiFetch(pathOf(projectId), { schema: dependencySummarySchema, signal }),
  });

/** Servers and links for drawing; asked again when groups change, because it names them. */
export const dependencyGraphQuery = (projectId: string) =>
  queryOptions({
    queryKey: keyOf(projectId, "graph"),
    queryFn: ({ signal }): Promise<DependencyGraph> =>
      apiFetch(pathOf(projectId, "/graph"), { schema: graphSchema, signal }),
    staleTime: 60_000,
  });

export type ConnectionFilters = Omit<ConnectionQuery, "offset" | "limit">;
export type EndpointFilters = Omit<EndpointQuery, "offset" | "limit">;
type Paging = { offset: number; limit: number };

/** Filters as an address carries them. */
export const asQuery = (filters: object) => filters as Readonly<Record<string, QueryValue>>;

export const connectionsQuery = (projectId: string, query: ConnectionFilters & Paging) => ({
  queryKey: keyOf(projectId, "connections", query),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    apiFetch(pathOf(projectId, "/connections"), {
      schema: connectionPageSchema,
      query: asQuery(query),
      signal,
    }),
});

export const endpointsQuery = (projectId: string, query: EndpointFilters & Paging) => ({
  queryKey: keyOf(projectId, "endpoints", query),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    apiFetch(pathOf(projectId, "/endpoints"), {
      schema: endpointPageSchema,
      query: asQuery(query),
      signal,
    }),
});

export const endpointQuery = (projectId: string, endpointId: string, hidden: string | undefined) =>
  queryOptions({
    queryKey: keyOf(projectId, "endpoint", endpointId, hidden),
    queryFn: ({ signal }): Promise<EndpointDetail> =>
      apiFetch(pathOf(projectId, `/endpoints/${encodeURIComponent(endpointId)}`), {
        schema: endpointDetailSchema,
        query: { hidden },
        signal,
      }),
  });

export const suggestionsQuery = (projectId: string, query: SuggestionQuery) =>
  queryOptions({
    queryKey: keyOf(projectId, "suggestions", query),
    queryFn: ({ signal }): Promise<SuggestionsAnswer> =>
      apiFetch(pathOf(projectId, "/suggestions"), {
        schema: suggestionsSchema,
        query: asQuery(query),
        signal,
      }),
  });

export const moveGroupsQuery = (projectId: string, hidden: string | undefined) =>
  queryOptions({
    queryKey: keyOf(projectId, "groups", hidden),
    queryFn: ({ signal }): Promise<MoveGroupList> =>
      apiFetch(`${projectPath(projectId)}/move-groups`, {
        schema: moveGroupListSchema,
        query: { hidden },
        signal,
      }),
  });

export const moveGroupQuery = (projectId: string, groupId: string, hidden: string | undefined) =>
  queryOptions({
    queryKey: keyOf(projectId, "group", groupId, hidden),
    queryFn: ({ signal }): Promise<MoveGroupDetail> =>
      apiFetch(`${projectPath(projectId)}/move-groups/${encodeURIComponent(groupId)}`, {
        schema: moveGroupDetailSchema,
        query: { hidden },
        signal,
      }),
  });

export interface MadeChange {
  groups: z.infer<typeof moveGroupAnswerSchema>["groups"];
  /** Takes the change back. */
  undo: MoveGroupChange;
}

/** Changes move groups, all or nothing, and answers the way back. */
export function useChangeMoveGroups(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({
      before,
      change,
    }: {
      before: readonly MoveGroup[];
      change: MoveGroupChange;
    }): Promise<MadeChange> => {
      const { groups } = await apiFetch(`${projectPath(projectId)}/move-groups`, {
        method: "POST",
        body: change,
        schema: moveGroupAnswerSchema,
      });
      return { groups, undo: inverseChange(before, groups, change) };
    },
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(projectId) }),
  });
}
