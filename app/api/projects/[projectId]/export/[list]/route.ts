import { exportQuerySchema } from "@/lib/export/schema";
import { exportList } from "@/lib/server/exports/export-list";
import { exportParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "A list with its filters as CSV or XLSX",
    role: "Reader",
    params: exportParams,
    query: exportQuerySchema,
  },
  ({ params: { projectId, list }, query: { format, ...query } }) =>
    exportList(projectId, list, format, query),
);
