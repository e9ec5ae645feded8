import { queryOptions } from "@tanstack/react-query";
import {
  type PerformanceDetail,
  type PerformanceOverview,
  type PerformanceQuery,
  type ProfileAnswer,
  type ProfileQuery,
  performanceDetailSchema,
  performancePageSchema,
  performanceSummarySchema,
  profileAnswerSchema,
  vmKeysSchema,
} from "@/lib/performance/api-schema";
import type { RulesQuery } from "@/lib/performance/rules-schema";
import { apiFetch, type QueryValue } from "./api";
import { projectPath } from "./world-queries";

const keyOf = (projectId: string, ...parts: readonly unknown[]) =>
  ["project", projectId, "performance", ...parts] as const;

const pathOf = (projectId: string, part = "") => `${projectPath(projectId)}/performance${part}`;

/** Queries as an address carries them. */
const asQuery = (query: object) => query as Readonly<Record<string, QueryValue>>;

/** What was measured and what it says. Refused with `noPerformance` before the first samples. */
export const performanceOverviewQuery = (projectId: string, rules: RulesQuery) =>
  queryOptions({
    queryKey: keyOf(projectId, "overview", rules),
    queryFn: ({ signal }): Promise<PerformanceOverview> =>
      apiFetch(pathOf(projectId), {
        schema: performanceSummarySchema,
        query: asQuery(rules),
        signal,
      }),
  });

export const performanceProfileQuery = (projectId: string, query: ProfileQuery) =>
  queryOptions({
    queryKey: keyOf(projectId, "profile", query),
    queryFn: ({ signal }): Promise<ProfileAnswer> =>
      apiFetch(pathOf(projectId, "/profile"), {
        schema: profileAnswerSchema,
        query: asQuery(query),
        signal,
      }),
  });

export type PerformanceFilters = Omit<PerformanceQuery, "offset" | "limit">;

export const performanceVmsQuery = (
  projectId: string,
  query: PerformanceFilters & { offset: number; limit: number },
) => ({
  queryKey: keyOf(projectId, "vms", query),
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    apiFetch(pathOf(projectId, "/vms"), {
      schema: performancePageSchema,
      query: asQuery(query),
      signal,
    }),
});

/** The keys of every VM that a filter leaves. */
export const performanceKeysQuery = (projectId: string, filter: PerformanceFilters) =>
  queryOptions({
    queryKey: keyOf(projectId, "keys", filter),
    queryFn: ({ signal }): Promise<{ vmKeys: string[] }> =>
      apiFetch(pathOf(projectId, "/keys"), {
        schema: vmKeysSchema,
        query: asQuery(filter),
        signal,
      }),
  });

export const performanceVmQuery = (
  projectId: string,
  vmKey: string,
  query: RulesQuery & Pick<ProfileQuery, "clock">,
) =>
  queryOptions({
    queryKey: keyOf(projectId, "vm", vmKey, query),
    queryFn: ({ signal }): Promise<PerformanceDetail> =>
      apiFetch(pathOf(projectId, `/vms/${encodeURIComponent(vmKey)}`), {
        schema: performanceDetailSchema,
        query: asQuery(query),
        signal,
      }),
  });
