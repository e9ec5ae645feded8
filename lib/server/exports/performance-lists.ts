import { type PerformanceRow, performanceQuerySchema } from "@/lib/performance/api-schema";
import { listPerformance } from "../performance";
import {
  EXPORT_PAGE_ROWS,
  type ExportList,
  type ExportValue,
  pagedRows,
  parseQuery,
} from "./export-table";

/** The right-sizing list; loads are at the percentile that the query, or the newest assessment, asks for. */
export const exportPerformance: ExportList = async ({ projectId, query, texts }) => {
  const parsed = parseQuery(performanceQuerySchema, query);
  const page = (offset: number) =>
    listPerformance(projectId, { ...parsed, offset, limit: EXPORT_PAGE_ROWS });
  const name = (key: string) => texts(`performance.columns.${key}`);
  const fact = (key: string) => texts(`inventory.columns.${key}`);
  const ratio = (percent: number | null) => (percent === null ? null : percent / 100);
  const values = (row: PerformanceRow): ExportValue[] => [
    row.name,
    texts(`performance.activities.${row.activity}`),
    texts(`inventory.powerStates.${row.powerState}`),
    row.cluster,
    row.os,
    row.cpus,
    ratio(row.cpuPercent),
    row.recommendedCpus,
    row.memoryMib,
    ratio(row.memoryPercent),
    row.recommendedMemoryMib,
    row.diskMibPerSecond,
    row.diskIops,
    row.networkMibPerSecond,
    row.coverageRatio,
  ];
  return {
    fileName: "landfall-performance",
    sheet: texts("performance.list.label"),
    columns: [
      { label: fact("name"), width: 32 },
      { label: name("activity") },
      { label: fact("powerState") },
      { label: fact("cluster"), width: 20 },
      { label: fact("os"), width: 36 },
      { label: fact("cpus"), format: "integer" },
      { label: name("cpuPercent"), format: "percent" },
      { label: name("recommendedCpus"), format: "integer" },
      { label: texts("export.mib", { name: fact("memory") }), format: "integer" },
      { label: name("memoryPercent"), format: "percent" },
      { label: texts("export.mib", { name: name("recommendedMemory") }), format: "integer" },
      { label: name("disk"), format: "decimal" },
      { label: name("iops"), format: "decimal" },
      { label: name("network"), format: "decimal" },
      { label: name("coverage"), format: "percent" },
    ],
    rows: pagedRows(await page(0), page, values),
  };
};
