import { type VmRow, vmQuerySchema } from "@/lib/inventory/list-schema";
import { type ColumnValues, searchRows } from "@/lib/inventory/row-search";
import type { InventoryCluster, InventoryDatastore, InventoryHost } from "@/lib/inventory/schema";
import { listVms } from "../inventory";
import { inventorySummary } from "../inventory-summary";
import {
  EXPORT_PAGE_ROWS,
  type ExportColumn,
  type ExportList,
  type ExportRequest,
  type ExportTable,
  type ExportValue,
  pagedRows,
  parseQuery,
  rowQueryOf,
  rowsOf,
} from "./export-table";

/** Lists of the inventory page. Sizes are in MiB, as the exports that they come from state them. */

export const exportVms: ExportList = async ({ projectId, query, texts }) => {
  const parsed = parseQuery(vmQuerySchema, query);
  const page = (offset: number) =>
    listVms(projectId, { ...parsed, offset, limit: EXPORT_PAGE_ROWS });
  const name = (key: string) => texts(`inventory.columns.${key}`);
  const mib = (key: string) => texts("export.mib", { name: name(key) });
  const columns: ExportColumn[] = [
    { label: name("name"), width: 32 },
    { label: name("powerState") },
    { label: name("cpus"), format: "integer", width: 8 },
    { label: mib("memory"), format: "integer" },
    { label: mib("provisioned"), format: "integer" },
    { label: mib("inUse"), format: "integer" },
    { label: name("disks"), format: "integer", width: 8 },
    { label: name("nics"), format: "integer", width: 8 },
    { label: name("os"), width: 36 },
    { label: name("datacenter") },
    { label: name("cluster"), width: 20 },
    { label: name("host"), width: 28 },
    { label: name("primaryIp") },
    { label: name("scope"), width: 24 },
  ];
  const values = (row: VmRow): ExportValue[] => [
    row.name,
    row.powerState === "unknown" ? null : texts(`inventory.powerStates.${row.powerState}`),
    row.cpus,
    row.memoryMib,
    row.provisionedMib,
    row.inUseMib,
    row.diskCount,
    row.nicCount,
    row.os,
    row.datacenter,
    row.cluster,
    row.host,
    row.primaryIp,
    texts(`export.scope.${scopeOf(row)}`),
  ];
  return {
    fileName: "landfall-vms",
    sheet: texts("inventory.vms.label"),
    columns,
    rows: pagedRows(await page(0), page, values),
  };
};

function scopeOf(row: VmRow): "inScope" | "excluded" | "setAside" {
  if (row.inScope) return "inScope";
  return row.excluded ? "excluded" : "setAside";
}

interface EstateColumn<TRow> {
  id: string;
  label: string;
  value: (row: TRow) => ExportValue;
  format?: ExportColumn["format"];
  width?: number;
}

/** A list that the page searches and sorts by itself, by the same rules. */
function estateTable<TRow>(
  { query, texts }: ExportRequest,
  kind: "hosts" | "clusters" | "datastores",
  rows: readonly TRow[],
  columns: readonly EstateColumn<TRow>[],
): ExportTable {
  const values: ColumnValues<TRow> = Object.fromEntries(
    columns.map(({ id, value }) => [id, value]),
  );
  const answer = (value: ExportValue): ExportValue =>
    typeof value === "boolean" ? texts(`inventory.${kind}.${value ? "yes" : "no"}`) : value;
  return {
    fileName: `landfall-${kind}`,
    sheet: texts(`inventory.${kind}.label`),
    columns: columns.map(({ label, format, width }) => ({
      label,
      ...(format ? { format } : {}),
      ...(width ? { width } : {}),
    })),
    rows: rowsOf(searchRows(rows, values, rowQueryOf(query)), (row) =>
      columns.map(({ value }) => answer(value(row))),
    ),
  };
}

export const exportHosts: ExportList = async (request) => {
  const { hosts } = await inventorySummary(request.projectId);
  const name = (key: string) => request.texts(`inventory.hosts.${key}`);
  const mib = (key: string) => request.texts("export.mib", { name: name(key) });
  const percent = (value: number | null) => (value === null ? null : value / 100);
  return estateTable<InventoryHost>(request, "hosts", hosts, [
    { id: "name", label: name("name"), value: (host) => host.name, width: 28 },
    { id: "cluster", label: name("cluster"), value: (host) => host.cluster, width: 20 },
    { id: "model", label: name("model"), value: (host) => host.model, width: 28 },
    { id: "cpu", label: name("cpu"), value: (host) => host.cpuModel, width: 40 },
    { id: "cores", label: name("cores"), value: (host) => host.cores, format: "integer" },
    { id: "memory", label: mib("memory"), value: (host) => host.memoryMib, format: "integer" },
    {
      id: "cpuUsage",
      label: name("cpuUsage"),
      value: (host) => percent(host.cpuUsagePercent),
      format: "percent",
    },
    {
      id: "memoryUsage",
      label: name("memoryUsage"),
      value: (host) => percent(host.memoryUsagePercent),
      format: "percent",
    },
    { id: "vms", label: name("vms"), value: (host) => host.vmCount, format: "integer" },
    { id: "esx", label: name("esx"), value: (host) => host.esxVersion, width: 40 },
    { id: "maintenance", label: name("maintenance"), value: (host) => host.inMaintenanceMode },
  ]);
};

export const exportClusters: ExportList = async (request) => {
  const { clusters } = await inventorySummary(request.projectId);
  const name = (key: string) => request.texts(`inventory.clusters.${key}`);
  return estateTable<InventoryCluster>(request, "clusters", clusters, [
    { id: "name", label: name("name"), value: (row) => row.name, width: 24 },
    { id: "datacenter", label: name("datacenter"), value: (row) => row.datacenter, width: 20 },
    { id: "hosts", label: name("hosts"), value: (row) => row.hostCount, format: "integer" },
    { id: "ha", label: name("ha"), value: (row) => row.haEnabled },
    { id: "drs", label: name("drs"), value: (row) => row.drsEnabled },
    { id: "admission", label: name("admission"), value: (row) => row.admissionControlEnabled },
    { id: "failover", label: name("failover"), value: (row) => row.failoverLevel },
  ]);
};

export const exportDatastores: ExportList = async (request) => {
  const { datastores } = await inventorySummary(request.projectId);
  const name = (key: string) => request.texts(`inventory.datastores.${key}`);
  const mib = (key: string) => request.texts("export.mib", { name: name(key) });
  return estateTable<InventoryDatastore>(request, "datastores", datastores, [
    { id: "name", label: name("name"), value: (row) => row.name, width: 28 },
    { id: "type", label: name("type"), value: (row) => row.type },
    { id: "version", label: name("version"), value: (row) => row.version },
    {
      id: "capacity",
      label: mib("capacity"),
      value: (row) => row.capacityMib,
      format: "integer",
    },
    {
      id: "provisioned",
      label: mib("provisioned"),
      value: (row) => row.provisionedMib,
      format: "integer",
    },
    { id: "inUse", label: mib("inUse"), value: (row) => row.inUseMib, format: "integer" },
    { id: "free", label: mib("free"), value: (row) => row.freeMib, format: "integer" },
    { id: "hosts", label: name("hosts"), value: (row) => row.hostCount, format: "integer" },
    { id: "accessible", label: name("accessible"), value: (row) => row.accessible },
  ]);
};
