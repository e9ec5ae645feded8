import { vmDetailSchema } from "@/lib/inventory/list-schema";
import { getVm } from "@/lib/server/inventory";
import { vmParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "One virtual machine with everything that the export says of it",
    role: "Reader",
    params: vmParams,
    response: vmDetailSchema,
  },
  ({ params: { projectId, vmKey } }) => getVm(projectId, vmKey),
);
