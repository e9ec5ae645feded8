import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { problemSchema } from "@/lib/errors/schema";
import { type ClockRequest, type ClockView, clockViewSchema } from "@/lib/world/api-schema";
import type { CommandRequest } from "@/lib/world/schema";
import { type WorldView, worldViewSchema } from "@/lib/world/view-schema";
import { apiFetch } from "./api";

/** A person notices a set-up step that became ready two seconds late no more than one second late. */
const POLL_RUNNING_MILLISECONDS = 2_000;
/** Somebody else may have resumed the clock: a paused world is asked now and then. */
const POLL_PAUSED_MILLISECONDS = 15_000;

export function projectPath(projectId: string): string {
  return `/api/projects/${encodeURIComponent(projectId)}`;
}

/**
 * The world's clock, state and set-up steps, now (`at` null) or at another instant. Asked again
 * while simulated time runs; TanStack Query stops asking while the page is hidden.
 */
export const worldQuery = (projectId: string, at: number | null = null) =>
  queryOptions({
    queryKey: ["project", projectId, "world", { at }],
    queryFn: ({ signal }): Promise<WorldView> =>
      apiFetch(`${projectPath(projectId)}/world`, {
        schema: worldViewSchema,
        query: { at },
        signal,
      }),
    refetchInterval: (query) => {
      if (at !== null) return false;
      const paused = query.state.data?.clock.paused ?? true;
      return paused ? POLL_PAUSED_MILLISECONDS : POLL_RUNNING_MILLISECONDS;
    },
  });

/** What a change of the clock or of the log makes stale: everything that is read off the world. */
export function invalidateWorld(client: QueryClient, projectId: string): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey }) =>
      queryKey[0] === "project" &&
      queryKey[1] === projectId &&
      (queryKey[2] === "world" || queryKey[2] === "board"),
  });
}

/** Pauses, resumes, speeds up or moves the clock of the world. */
export function useChangeClock(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ClockRequest): Promise<ClockView> =>
      apiFetch(`${projectPath(projectId)}/world/clock`, {
        method: "POST",
        body,
        schema: clockViewSchema,
      }),
    onSuccess: (clock) => {
      client.setQueryData<WorldView>(worldQuery(projectId).queryKey, (world) =>
        world ? { ...world, clock } : world,
      );
    },
    onSettled: () => invalidateWorld(client, projectId),
  });
}

const problemsSchema = z.object({ problems: z.array(problemSchema) });

/** Every reason for which the server would refuse a command now; empty when it would accept it. */
export function useCheckCommand(projectId: string) {
  return useMutation({
    mutationFn: async (request: CommandRequest) =>
      (
        await apiFetch(`${projectPath(projectId)}/world/check`, {
          method: "POST",
          body: { commandId: crypto.randomUUID(), ...request },
          schema: problemsSchema,
        })
      ).problems,
  });
}

const acceptedSchema = z.object({ sequence: z.number(), atSeconds: z.number() });

/** A command with the id that makes repeating it harmless. */
export type IdentifiedCommand = CommandRequest & { commandId?: string };

/**
 * Appends a command to the log. Throws `ApiError` with the code `refused` and every problem when the
 * world does not allow it.
 */
export function useSendCommand(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: IdentifiedCommand) =>
      apiFetch(`${projectPath(projectId)}/world/commands`, {
        method: "POST",
        body: { commandId: crypto.randomUUID(), ...request },
        schema: acceptedSchema,
      }),
    onSettled: () => invalidateWorld(client, projectId),
  });
}
