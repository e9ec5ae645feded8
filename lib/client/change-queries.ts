import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { createdImportSchema } from "@/lib/discovery/import-schema";
import {
  type ChangeSummary,
  changePageSchema,
  type changeQuerySchema,
  changeSummarySchema,
} from "@/lib/inventory/change-schema";
import { apiFetch } from "./api";
import { importsPath } from "./imports-queries";

export type ChangeListQuery = Partial<z.output<typeof changeQuerySchema>>;

const changesPath = (projectId: string, importId: string) =>
  `${importsPath(projectId)}/${encodeURIComponent(importId)}/changes`;

/** How much changed since another import; the one in use before where none is named. */
export const changeSummaryQuery = (projectId: string, importId: string, against: string | null) =>
  queryOptions({
    queryKey: ["project", projectId, "imports", importId, "changes", "summary", against],
    queryFn: ({ signal }): Promise<ChangeSummary> =>
      apiFetch(`${changesPath(projectId, importId)}/summary`, {
        schema: changeSummarySchema,
        query: { against },
        signal,
      }),
  });

/** One page of changes, for a list that keeps the pages which it has shown. */
export const changesQuery = (projectId: string, importId: string, query: ChangeListQuery) => ({
  queryKey: ["project", projectId, "imports", importId, "changes", query],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    apiFetch(changesPath(projectId, importId), { schema: changePageSchema, query, signal }),
});

/** Uses an earlier import again; everything of the project is read anew. */
export function usePutInUse(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (importId: string) => {
      const answer = await apiFetch(
        `${importsPath(projectId)}/${encodeURIComponent(importId)}/use`,
        { method: "POST", schema: createdImportSchema },
      );
      return answer.import;
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["project", projectId] }),
  });
}
