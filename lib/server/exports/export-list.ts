import type { ExportFormat, ExportListName } from "@/lib/export/schema";
import { exportAssessedVms, exportCosts, exportRules, exportSizing } from "./assessment-lists";
import { exportBoardEvents, exportBoardVms, exportGroups } from "./board-lists";
import { exportChanges } from "./change-list";
import { exportBusinessCase, exportPrices } from "./cost-lists";
import {
  exportConnections,
  exportEndpoints,
  exportMoveGroups,
  exportMoveGroupVms,
} from "./dependency-lists";
import { exportResponse } from "./export-response";
import { type ExportList, readerTexts } from "./export-table";
import { exportForecast } from "./forecast-list";
import { exportClusters, exportDatastores, exportHosts, exportVms } from "./inventory-lists";
import { exportPerformance } from "./performance-lists";

const LISTS: Readonly<Record<ExportListName, ExportList>> = {
  vms: exportVms,
  hosts: exportHosts,
  clusters: exportClusters,
  datastores: exportDatastores,
  performance: exportPerformance,
  "assessed-vms": exportAssessedVms,
  rules: exportRules,
  sizing: exportSizing,
  costs: exportCosts,
  "business-case": exportBusinessCase,
  prices: exportPrices,
  migrations: exportBoardVms,
  events: exportBoardEvents,
  groups: exportGroups,
  forecast: exportForecast,
  connections: exportConnections,
  endpoints: exportEndpoints,
  "move-groups": exportMoveGroups,
  "move-group-vms": exportMoveGroupVms,
  changes: exportChanges,
};

/**
 * A list with its search, sort and filters as CSV or XLSX, in the reader's language.
 * @throws RefusedError notFound, noInventory, noPerformance, noDependencies, badRequest
 */
export async function exportList(
  projectId: string,
  list: ExportListName,
  format: ExportFormat,
  query: Readonly<Record<string, string>>,
): Promise<Response> {
  const table = await LISTS[list]({ projectId, query, texts: await readerTexts() });
  return exportResponse(table, format);
}
