"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest, Sort } from "@/components/tables/page-request";
import { useListState } from "@/components/tables/use-list-state";
import { exportHref } from "@/lib/client/export-href";
import { importQuery } from "@/lib/client/imports-queries";
import { type VmListQuery, vmsQuery } from "@/lib/client/inventory-queries";
import { type InventorySummary, vmQuerySchema } from "@/lib/inventory/list-schema";
import type { SetAsideReason } from "@/lib/inventory/schema";
import { ExclusionActions } from "./exclusion-actions";
import { sumOrigin } from "./figure-origin";
import { useVmColumns } from "./use-vm-columns";
import { useVmRows } from "./use-vm-rows";

const FILTER_IDS = ["scope", "setAside", "powerState", "cluster"] as const;
const FIRST_SORT: Sort = { column: "name", direction: "asc" };

/** The server's query of a list request; what an old link gets wrong falls back to the defaults. */
function toQuery(request: Pick<PageRequest, "sort" | "search" | "filters">): VmListQuery {
  const candidate = {
    ...(request.sort ? { sort: request.sort.column, direction: request.sort.direction } : {}),
    ...(request.search ? { search: request.search } : {}),
    ...request.filters,
  };
  const parsed = vmQuerySchema.safeParse(candidate);
  if (!parsed.success) return {};
  const { offset: _offset, limit: _limit, ...query } = parsed.data;
  return query;
}

/** What a filter asks for beyond the whole list; null when it asks for nothing. */
function filterOf(query: VmListQuery): VmListQuery | null {
  const { search, scope, setAside, powerState, cluster } = query;
  const filter = {
    ...(search ? { search } : {}),
    ...(scope && scope !== "all" ? { scope } : {}),
    ...(setAside ? { setAside } : {}),
    ...(powerState ? { powerState } : {}),
    ...(cluster ? { cluster } : {}),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}

/** Excludes or takes in every VM that the search and the filters leave, without selecting them. */
function MatchingActions({ projectId, query }: { projectId: string; query: VmListQuery }) {
  const filter = filterOf(query);
  const matching = useQuery({
    ...vmsQuery(projectId, { ...filter, offset: 0, limit: 1 }),
    enabled: filter !== null,
  });
  const count = matching.data?.total ?? 0;
  if (filter === null || count === 0) return null;
  return <ExclusionActions projectId={projectId} which={{ filter }} count={count} />;
}

interface VmTableProps {
  projectId: string;
  summary: InventorySummary;
}

/** Every VM of the inventory: searched, filtered and sorted on the server. */
export function VmTable({ projectId, summary }: VmTableProps) {
  const t = useTranslations("inventory");
  const tReasons = useTranslations("discovery.setAside");
  const { data: detail } = useQuery(importQuery(projectId, summary.importId));
  const confidence = detail?.confidence ?? null;
  const columns = useVmColumns({
    disks: sumOrigin(confidence, "disks") !== null,
    nics: sumOrigin(confidence, "nics") !== null,
  });
  const rows = useVmRows(projectId);
  const state = useListState(FILTER_IDS, FIRST_SORT);
  const pageQuery = useCallback(
    ({ offset, limit, ...request }: PageRequest) =>
      vmsQuery(projectId, { ...toQuery(request), offset, limit }),
    [projectId],
  );
  const filters = useMemo(
    () => [
      {
        id: "scope",
        label: t("columns.scope"),
        options: (["inScope", "setAside", "excluded", "included"] as const).map((value) => ({
          value,
          label: t(`scope.${value}`),
        })),
      },
      {
        id: "setAside",
        label: t("columns.setAside"),
        options: Object.keys(summary.setAside)
          .filter((reason): reason is SetAsideReason => tReasons.has(reason as SetAsideReason))
          .map((reason) => ({ value: reason, label: tReasons(reason) })),
      },
      {
        id: "powerState",
        label: t("columns.powerState"),
        options: (["poweredOn", "poweredOff", "suspended"] as const).map((value) => ({
          value,
          label: t(`powerStates.${value}`),
        })),
      },
      {
        id: "cluster",
        label: t("columns.cluster"),
        options: summary.clusterVms
          .filter(({ name }) => name !== "")
          .map(({ name }) => ({ value: name, label: name })),
      },
    ],
    [t, tReasons, summary.clusterVms, summary.setAside],
  );
  return (
    <DataTable
      id="inventory-vms"
      label={t("vms.label")}
      columns={columns}
      {...rows}
      pageQuery={pageQuery}
      defaultSort={FIRST_SORT}
      searchable
      filters={filters}
      actions={<MatchingActions projectId={projectId} query={toQuery(state)} />}
      exportHref={(format, request) => exportHref(projectId, "vms", format, request)}
    />
  );
}
