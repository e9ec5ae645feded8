import { inventorySummarySchema } from "@/lib/inventory/list-schema";
import { inventorySummary } from "@/lib/server/inventory-summary";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "Sums of the current inventory, and its hosts, clusters and datastores",
    role: "Reader",
    params: projectParams,
    response: inventorySummarySchema,
  },
  ({ params: { projectId } }) => inventorySummary(projectId),
);
