import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type ChangePrices,
  type ProjectPrices,
  projectPricesSchema,
} from "@/lib/cost/price-api-schema";
import { apiFetch } from "./api";

const pathOf = (projectId: string) => `/api/projects/${encodeURIComponent(projectId)}/prices`;

/** The price list in use and its versions. */
export const pricesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ["project", projectId, "prices"],
    queryFn: ({ signal }): Promise<ProjectPrices> =>
      apiFetch(pathOf(projectId), { schema: projectPricesSchema, signal }),
  });

/** Appends a version of the list; assessments show whether they are still up to date. */
export function useChangePrices(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangePrices): Promise<ProjectPrices> =>
      apiFetch(pathOf(projectId), { method: "POST", body, schema: projectPricesSchema }),
    onSuccess: (prices) => client.setQueryData(pricesQuery(projectId).queryKey, prices),
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] === "project" &&
          queryKey[1] === projectId &&
          ["prices", "assessments", "costs", "business-case", "performance"].includes(
            String(queryKey[2]),
          ),
      }),
  });
}
