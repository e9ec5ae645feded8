"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest, Sort } from "@/components/tables/page-request";
import { Known } from "@/components/ui/no-data";
import { asQuery, type ConnectionFilters, connectionsQuery } from "@/lib/client/dependency-queries";
import { exportHref } from "@/lib/client/export-href";
import {
  CONNECTION_SORTS,
  type ConnectionRow,
  type DependencySummary,
} from "@/lib/dependency/api-schema";
import { ENDPOINT_KINDS, type EndpointKind } from "@/lib/dependency/schema";
import { localMinute } from "@/lib/units/local-minute";
import { EndpointLink } from "./endpoint-signs";
import { NothingCounts } from "./nothing-counts";
import type { HiddenPorts } from "./use-hidden-ports";
import { useOpenBlade } from "./use-open-blade";

const PREFIX = "connections";
const FIRST_SORT: Sort = { column: "slotCount", direction: "desc" };
/** Ports offered as a filter; the others are found by searching their number. */
const OFFERED_PORTS = 60;

/** The server's query of a list request; what an old link gets wrong falls back to the defaults. */
function toQuery(
  request: Pick<PageRequest, "sort" | "search" | "filters">,
  hidden: string | undefined,
): ConnectionFilters {
  const { sort, search, filters } = request;
  const column = CONNECTION_SORTS.find((name) => name === sort?.column);
  const kind = ENDPOINT_KINDS.find((name) => name === filters.kind);
  const port = Number(filters.port);
  return {
    hidden,
    ...(column && sort ? { sort: column, direction: sort.direction } : {}),
    ...(search ? { search } : {}),
    ...(kind ? { kind } : {}),
    ...(port > 0 ? { port } : {}),
  };
}

export function useConnectionColumns(
  onOpen: (id: string) => void,
  period: DependencySummary["period"],
): DataColumn<ConnectionRow>[] {
  const t = useTranslations("dependencies.columns");
  const format = useFormatter();
  return useMemo<DataColumn<ConnectionRow>[]>(
    () => [
      {
        id: "source",
        label: t("source"),
        widthPx: 190,
        sortable: true,
        rowHeader: true,
        cell: (row) => <EndpointLink endpoint={row.source} onOpen={onOpen} />,
      },
      {
        id: "target",
        label: t("target"),
        widthPx: 190,
        sortable: true,
        cell: (row) => <EndpointLink endpoint={row.target} onOpen={onOpen} />,
      },
      {
        id: "port",
        label: t("port"),
        widthPx: 80,
        align: "end",
        sortable: true,
        cell: (row) => <Known value={row.port}>{String}</Known>,
      },
      {
        id: "application",
        label: t("application"),
        widthPx: 150,
        cell: (row) => <Known value={row.application}>{String}</Known>,
      },
      {
        id: "process",
        label: t("process"),
        widthPx: 130,
        sortable: true,
        cell: (row) => <Known value={row.process}>{String}</Known>,
      },
      {
        id: "sourceProcesses",
        label: t("sourceProcess"),
        widthPx: 130,
        hiddenAtFirst: true,
        cell: (row) => <Known value={row.sourceProcesses.join(", ") || null}>{String}</Known>,
      },
      {
        id: "slotCount",
        label: t("slots"),
        widthPx: 120,
        align: "end",
        sortable: true,
        cell: (row) =>
          t("slotsOf", {
            count: format.number(row.slotCount),
            total: format.number(period.slotCount),
          }),
      },
      {
        id: "lastSeenAt",
        label: t("lastSeen"),
        widthPx: 140,
        sortable: true,
        cell: (row) => localMinute(row.lastSeenAt),
      },
      {
        id: "firstSeenAt",
        label: t("firstSeen"),
        widthPx: 140,
        hiddenAtFirst: true,
        cell: (row) => localMinute(row.firstSeenAt),
      },
    ],
    [t, format, onOpen, period.slotCount],
  );
}

interface ConnectionTableProps {
  projectId: string;
  summary: DependencySummary;
  hidden: HiddenPorts;
}

/** Every connection of the export over the ports that count. */
export function ConnectionTable({ projectId, summary, hidden }: ConnectionTableProps) {
  const t = useTranslations("dependencies");
  const { openServer } = useOpenBlade();
  const columns = useConnectionColumns(openServer, summary.period);
  const pageQuery = useCallback(
    ({ offset, limit, ...request }: PageRequest) =>
      connectionsQuery(projectId, { ...toQuery(request, hidden.text), offset, limit }),
    [projectId, hidden.text],
  );
  const filters = useMemo(
    () => [
      {
        id: "kind",
        label: t("columns.targetKind"),
        options: ENDPOINT_KINDS.map((kind: EndpointKind) => ({
          value: kind,
          label: t(`kinds.${kind}`),
        })),
      },
      {
        id: "port",
        label: t("columns.port"),
        options: summary.ports
          .filter(({ port }) => port !== null && !hidden.ports.has(port))
          .slice(0, OFFERED_PORTS)
          .map(({ port, names }) => ({
            value: String(port),
            label: names[0] ? `${port} · ${names[0]}` : String(port),
          })),
      },
    ],
    [t, summary.ports, hidden.ports],
  );
  return (
    <DataTable
      id="dependency-connections"
      label={t("tabs.connections")}
      columns={columns}
      rowId={(row) => row.id}
      pageQuery={pageQuery}
      defaultSort={FIRST_SORT}
      searchable
      filters={filters}
      paramPrefix={PREFIX}
      onOpenRow={(row) => openServer(row.target.id)}
      exportHref={(format, state) =>
        exportHref(projectId, "connections", format, {}, asQuery(toQuery(state, hidden.text)))
      }
      empty={<NothingCounts />}
    />
  );
}
