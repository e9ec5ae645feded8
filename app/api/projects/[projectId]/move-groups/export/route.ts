import { exportMoveGroupsCsv } from "@/lib/server/move-groups";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "The virtual machines of all move groups as CSV",
    role: "Reader",
    params: projectParams,
  },
  ({ params: { projectId } }) => exportMoveGroupsCsv(projectId),
);
