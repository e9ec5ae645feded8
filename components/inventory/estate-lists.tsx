"use client";

import { IconDatabase, IconServer, IconTopologyStar3 } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { exportHref } from "@/lib/client/export-href";
import type { InventorySummary } from "@/lib/inventory/list-schema";
import type { InventoryCluster, InventoryDatastore, InventoryHost } from "@/lib/inventory/schema";
import { type EstateColumn, EstateTable } from "./estate-table";

interface EstateListProps {
  projectId: string;
  summary: InventorySummary;
}

export function HostList({ projectId, summary }: EstateListProps) {
  const t = useTranslations("inventory.hosts");
  const columns = useMemo<EstateColumn<InventoryHost>[]>(
    () => [
      { id: "name", label: t("name"), kind: "text", value: (host) => host.name, widthPx: 200 },
      { id: "cluster", label: t("cluster"), kind: "text", value: (host) => host.cluster },
      { id: "model", label: t("model"), kind: "text", value: (host) => host.model, widthPx: 160 },
      { id: "cpu", label: t("cpu"), kind: "text", value: (host) => host.cpuModel, widthPx: 240 },
      { id: "cores", label: t("cores"), kind: "number", value: (host) => host.cores, widthPx: 80 },
      {
        id: "memory",
        label: t("memory"),
        kind: "size",
        value: (host) => host.memoryMib,
        widthPx: 96,
      },
      {
        id: "cpuUsage",
        label: t("cpuUsage"),
        kind: "percent",
        value: (host) => host.cpuUsagePercent,
        widthPx: 96,
      },
      {
        id: "memoryUsage",
        label: t("memoryUsage"),
        kind: "percent",
        value: (host) => host.memoryUsagePercent,
        widthPx: 110,
      },
      { id: "vms", label: t("vms"), kind: "number", value: (host) => host.vmCount, widthPx: 70 },
      { id: "esx", label: t("esx"), kind: "text", value: (host) => host.esxVersion, widthPx: 230 },
      {
        id: "maintenance",
        label: t("maintenance"),
        kind: "flag",
        value: (host) => host.inMaintenanceMode,
      },
    ],
    [t],
  );
  return (
    <EstateTable
      id="hosts"
      exportHref={(format, request) => exportHref(projectId, "hosts", format, request)}
      label={t("label")}
      importId={summary.importId}
      rows={summary.hosts}
      rowId={(host) => `${host.vcenterUuid} ${host.name}`}
      columns={columns}
      yes={t("yes")}
      no={t("no")}
      empty={{
        icon: <IconServer size={28} />,
        title: t("emptyTitle"),
        sentence: t("emptySentence"),
      }}
    />
  );
}

export function ClusterList({ projectId, summary }: EstateListProps) {
  const t = useTranslations("inventory.clusters");
  const columns = useMemo<EstateColumn<InventoryCluster>[]>(
    () => [
      { id: "name", label: t("name"), kind: "text", value: (row) => row.name, widthPx: 200 },
      { id: "datacenter", label: t("datacenter"), kind: "text", value: (row) => row.datacenter },
      { id: "hosts", label: t("hosts"), kind: "number", value: (row) => row.hostCount },
      { id: "ha", label: t("ha"), kind: "flag", value: (row) => row.haEnabled },
      { id: "drs", label: t("drs"), kind: "flag", value: (row) => row.drsEnabled },
      {
        id: "admission",
        label: t("admission"),
        kind: "flag",
        value: (row) => row.admissionControlEnabled,
        widthPx: 160,
      },
      { id: "failover", label: t("failover"), kind: "number", value: (row) => row.failoverLevel },
    ],
    [t],
  );
  return (
    <EstateTable
      id="clusters"
      exportHref={(format, request) => exportHref(projectId, "clusters", format, request)}
      label={t("label")}
      importId={summary.importId}
      rows={summary.clusters}
      rowId={(row) => `${row.vcenterUuid} ${row.datacenter} ${row.name}`}
      columns={columns}
      yes={t("yes")}
      no={t("no")}
      empty={{
        icon: <IconTopologyStar3 size={28} />,
        title: t("emptyTitle"),
        sentence: t("emptySentence"),
      }}
    />
  );
}

export function DatastoreList({ projectId, summary }: EstateListProps) {
  const t = useTranslations("inventory.datastores");
  const columns = useMemo<EstateColumn<InventoryDatastore>[]>(
    () => [
      { id: "name", label: t("name"), kind: "text", value: (row) => row.name, widthPx: 220 },
      { id: "type", label: t("type"), kind: "text", value: (row) => row.type, widthPx: 90 },
      {
        id: "version",
        label: t("version"),
        kind: "text",
        value: (row) => row.version,
        widthPx: 90,
      },
      { id: "capacity", label: t("capacity"), kind: "size", value: (row) => row.capacityMib },
      {
        id: "provisioned",
        label: t("provisioned"),
        kind: "size",
        value: (row) => row.provisionedMib,
      },
      { id: "inUse", label: t("inUse"), kind: "size", value: (row) => row.inUseMib },
      { id: "free", label: t("free"), kind: "size", value: (row) => row.freeMib },
      {
        id: "hosts",
        label: t("hosts"),
        kind: "number",
        value: (row) => row.hostCount,
        widthPx: 80,
      },
      { id: "accessible", label: t("accessible"), kind: "flag", value: (row) => row.accessible },
    ],
    [t],
  );
  return (
    <EstateTable
      id="datastores"
      exportHref={(format, request) => exportHref(projectId, "datastores", format, request)}
      label={t("label")}
      importId={summary.importId}
      rows={summary.datastores}
      rowId={(row) => `${row.vcenterUuid} ${row.name}`}
      columns={columns}
      yes={t("yes")}
      no={t("no")}
      empty={{
        icon: <IconDatabase size={28} />,
        title: t("emptyTitle"),
        sentence: t("emptySentence"),
      }}
    />
  );
}
