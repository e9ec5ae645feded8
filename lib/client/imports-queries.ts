import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import {
  type ImportDetail,
  type ImportRecord,
  importDetailSchema,
  importListSchema,
} from "@/lib/discovery/import-schema";
import { apiFetch } from "./api";

/** Twice a second would move the bar no more smoothly; once is what a person notices. */
const POLL_MILLISECONDS = 1_000;

export function importsPath(projectId: string): string {
  return `/api/projects/${encodeURIComponent(projectId)}/imports`;
}

export function isUnfinished(record: Pick<ImportRecord, "status">): boolean {
  return record.status === "receiving" || record.status === "reading";
}

/** Every import of a project, newest first; asked again while one of them is running. */
export const importsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["project", projectId, "imports"],
    queryFn: async ({ signal }): Promise<ImportRecord[]> =>
      (await apiFetch(importsPath(projectId), { schema: importListSchema, signal })).imports,
    refetchInterval: (query) => (query.state.data?.some(isUnfinished) ? POLL_MILLISECONDS : false),
  });

/** One import with its data confidence; asked again while it is running. */
export const importQuery = (projectId: string, importId: string) =>
  queryOptions({
    queryKey: ["project", projectId, "imports", importId],
    queryFn: ({ signal }): Promise<ImportDetail> =>
      apiFetch(`${importsPath(projectId)}/${encodeURIComponent(importId)}`, {
        schema: importDetailSchema,
        signal,
      }),
    refetchInterval: (query) => {
      const record = query.state.data?.import;
      return record && isUnfinished(record) ? POLL_MILLISECONDS : false;
    },
  });

/** Cancels a running import, or deletes a finished one that is not in use. */
export function useDeleteImport(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (importId: string) =>
      apiFetch(`${importsPath(projectId)}/${encodeURIComponent(importId)}`, {
        method: "DELETE",
        schema: z.unknown(),
      }),
    onSettled: () =>
      client.invalidateQueries({ queryKey: importsQuery(projectId).queryKey, exact: true }),
  });
}
