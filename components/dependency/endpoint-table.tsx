"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { SuitabilityBadge } from "@/components/readiness/suitability-signs";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest, Sort } from "@/components/tables/page-request";
import { useBlade } from "@/components/ui/blade";
import { Known } from "@/components/ui/no-data";
import {
  asQuery,
  type EndpointFilters,
  endpointsQuery,
  moveGroupsQuery,
} from "@/lib/client/dependency-queries";
import { exportHref } from "@/lib/client/export-href";
import { ENDPOINT_SORTS, type EndpointRow } from "@/lib/dependency/api-schema";
import { ENDPOINT_KINDS } from "@/lib/dependency/schema";
import { AddToGroup } from "./add-to-group";
import { EndpointKindSign } from "./endpoint-signs";
import { NothingCounts } from "./nothing-counts";
import type { HiddenPorts } from "./use-hidden-ports";

const PREFIX = "servers";
const FIRST_SORT: Sort = { column: "inbound", direction: "desc" };
/** Ports named in a cell. */
const SHOWN_PORTS = 6;
const KINDS = ["vm", "outside", ...ENDPOINT_KINDS.filter((kind) => kind !== "vm")] as const;

function toQuery(
  request: Pick<PageRequest, "sort" | "search" | "filters">,
  hidden: string | undefined,
): EndpointFilters {
  const { sort, search, filters } = request;
  const column = ENDPOINT_SORTS.find((name) => name === sort?.column);
  const kind = KINDS.find((name) => name === filters.kind);
  return {
    hidden,
    ...(column && sort ? { sort: column, direction: sort.direction } : {}),
    ...(search ? { search } : {}),
    ...(kind ? { kind } : {}),
    ...(filters.group ? { group: filters.group } : {}),
  };
}

function useEndpointColumns(): DataColumn<EndpointRow>[] {
  const t = useTranslations("dependencies.columns");
  const format = useFormatter();
  return useMemo<DataColumn<EndpointRow>[]>(
    () => [
      {
        id: "name",
        label: t("server"),
        widthPx: 210,
        rowHeader: true,
        sortable: true,
        cell: (row) => row.name,
      },
      {
        id: "kind",
        label: t("kind"),
        widthPx: 190,
        sortable: true,
        cell: (row) => <EndpointKindSign kind={row.kind} />,
      },
      {
        id: "ipAddress",
        label: t("address"),
        widthPx: 130,
        cell: (row) => <Known value={row.ipAddress}>{String}</Known>,
      },
      {
        id: "group",
        label: t("group"),
        widthPx: 150,
        sortable: true,
        cell: (row) => <Known value={row.groupName}>{String}</Known>,
      },
      {
        id: "suitability",
        label: t("readiness"),
        widthPx: 170,
        cell: (row) => (
          <Known value={row.suitability}>
            {(suitability) => <SuitabilityBadge suitability={suitability} />}
          </Known>
        ),
      },
      {
        id: "inbound",
        label: t("inbound"),
        widthPx: 90,
        align: "end",
        sortable: true,
        cell: (row) => format.number(row.inbound),
      },
      {
        id: "outbound",
        label: t("outbound"),
        widthPx: 90,
        align: "end",
        sortable: true,
        cell: (row) => format.number(row.outbound),
      },
      {
        id: "ports",
        label: t("ports"),
        widthPx: 150,
        cell: (row) => (
          <Known value={row.ports.length === 0 ? null : row.ports}>
            {(ports) =>
              ports.length > SHOWN_PORTS
                ? `${ports.slice(0, SHOWN_PORTS).join(", ")} …`
                : ports.join(", ")
            }
          </Known>
        ),
      },
    ],
    [t, format],
  );
}

/** Every server and address of the export, those outside the inventory too. */
export function EndpointTable({ projectId, hidden }: { projectId: string; hidden: HiddenPorts }) {
  const t = useTranslations("dependencies");
  const blade = useBlade("server");
  const columns = useEndpointColumns();
  const { data: list } = useQuery(moveGroupsQuery(projectId, hidden.text));
  const [selected, setSelected] = useState<string[]>([]);
  const pageQuery = useCallback(
    ({ offset, limit, ...request }: PageRequest) =>
      endpointsQuery(projectId, { ...toQuery(request, hidden.text), offset, limit }),
    [projectId, hidden.text],
  );
  const filters = useMemo(
    () => [
      {
        id: "kind",
        label: t("columns.kind"),
        options: KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
      },
      {
        id: "group",
        label: t("columns.group"),
        options: [
          { value: "none", label: t("groups.none") },
          ...(list?.groups ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ],
      },
    ],
    [t, list],
  );
  const vmKeys = selected.flatMap((id) => (id.startsWith("vm:") ? [id.slice(3)] : []));
  return (
    <DataTable
      id="dependency-endpoints"
      label={t("tabs.servers")}
      columns={columns}
      rowId={(row) => row.id}
      pageQuery={pageQuery}
      defaultSort={FIRST_SORT}
      searchable
      filters={filters}
      paramPrefix={PREFIX}
      onOpenRow={(row) => blade.open(row.id)}
      isCurrent={(row) => row.id === blade.value}
      selectedIds={selected}
      onSelectedIdsChange={setSelected}
      selectionActions={
        <AddToGroup
          projectId={projectId}
          groups={list?.groups ?? []}
          vmKeys={vmKeys}
          onDone={() => setSelected([])}
        />
      }
      exportHref={(format, state) =>
        exportHref(projectId, "endpoints", format, {}, asQuery(toQuery(state, hidden.text)))
      }
      empty={<NothingCounts />}
    />
  );
}
