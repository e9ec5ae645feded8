"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { ExclusionActions } from "@/components/inventory/exclusion-actions";
import { useVmRows } from "@/components/inventory/use-vm-rows";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest, Sort } from "@/components/tables/page-request";
import { useListState } from "@/components/tables/use-list-state";
import { exportHref } from "@/lib/client/export-href";
import {
  type PerformanceFilters,
  performanceKeysQuery,
  performanceVmsQuery,
} from "@/lib/client/performance-queries";
import { ACTIVITIES } from "@/lib/performance/activity";
import { PERFORMANCE_SORTS, type PerformanceOverview } from "@/lib/performance/api-schema";
import type { RulesQuery } from "@/lib/performance/rules-schema";
import { usePerformanceColumns } from "./use-performance-columns";

const FILTER_IDS = ["activity", "cluster"] as const;
const FIRST_SORT: Sort = { column: "name", direction: "asc" };

function toQuery(
  request: Pick<PageRequest, "sort" | "search" | "filters">,
  rules: RulesQuery,
): PerformanceFilters {
  const { sort, search, filters } = request;
  const column = PERFORMANCE_SORTS.find((name) => name === sort?.column);
  const activity = ACTIVITIES.find((name) => name === filters.activity);
  return {
    ...rules,
    ...(column && sort ? { sort: column, direction: sort.direction } : {}),
    ...(search ? { search } : {}),
    ...(activity ? { activity } : {}),
    ...(filters.cluster ? { cluster: filters.cluster } : {}),
  };
}

/** Leaves every VM out that the search and the filters show; the whole list stays as it is. */
function ExcludeListed({ projectId, query }: { projectId: string; query: PerformanceFilters }) {
  const t = useTranslations("performance.list");
  const { sort: _sort, direction: _direction, ...filter } = query;
  const narrowed = Boolean(filter.search || filter.activity || filter.cluster);
  // Never the keys of another filter, not even for a moment: they are what is excluded.
  const { data } = useQuery({ ...performanceKeysQuery(projectId, filter), enabled: narrowed });
  const count = data?.vmKeys.length ?? 0;
  if (!narrowed || data === undefined || count === 0) return null;
  return (
    <ExclusionActions
      projectId={projectId}
      which={{ vmKeys: data.vmKeys }}
      count={count}
      excludeLabel={t("excludeMatching", { count })}
    />
  );
}

interface PerformanceTableProps {
  projectId: string;
  overview: PerformanceOverview;
  rules: RulesQuery;
}

/** Every VM in scope with its load, verdict and right size. */
export function PerformanceTable({ projectId, overview, rules }: PerformanceTableProps) {
  const t = useTranslations("performance");
  const tInventory = useTranslations("inventory");
  const columns = usePerformanceColumns();
  const rows = useVmRows(projectId, tInventory("exclusion.exclude"));
  const state = useListState(FILTER_IDS, FIRST_SORT);
  const pageQuery = useCallback(
    ({ offset, limit, ...request }: PageRequest) =>
      performanceVmsQuery(projectId, { ...toQuery(request, rules), offset, limit }),
    [projectId, rules],
  );
  const filters = useMemo(
    () => [
      {
        id: "activity",
        label: t("columns.activity"),
        options: ACTIVITIES.map((value) => ({ value, label: t(`activities.${value}`) })),
      },
      {
        id: "cluster",
        label: tInventory("columns.cluster"),
        options: overview.clusters.map((name) => ({ value: name, label: name })),
      },
    ],
    [t, tInventory, overview.clusters],
  );
  return (
    <DataTable
      id="performance-vms"
      label={t("list.label")}
      columns={columns}
      {...rows}
      pageQuery={pageQuery}
      defaultSort={FIRST_SORT}
      searchable
      filters={filters}
      actions={<ExcludeListed projectId={projectId} query={toQuery(state, rules)} />}
      exportHref={(format, request) =>
        exportHref(projectId, "performance", format, request, { ...rules })
      }
    />
  );
}
