import { vmQuerySchema } from "@/lib/inventory/list-schema";
import { exportVmsCsv } from "@/lib/server/inventory-export";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "The virtual machines of the given filters as CSV",
    role: "Reader",
    params: projectParams,
    query: vmQuerySchema,
    responseType: "text/csv",
  },
  ({ params: { projectId }, query }) => exportVmsCsv(projectId, query),
);
