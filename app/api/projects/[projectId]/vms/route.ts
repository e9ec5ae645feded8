import { vmPageSchema, vmQuerySchema } from "@/lib/inventory/list-schema";
import { listVms } from "@/lib/server/inventory";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "Virtual machines of the current inventory, filtered, sorted and cut",
    role: "Reader",
    params: projectParams,
    query: vmQuerySchema,
    response: vmPageSchema,
  },
  ({ params: { projectId }, query }) => listVms(projectId, query),
);
