import { graphSchema } from "@/lib/dependency/api-schema";
import { dependencyGraph } from "@/lib/server/dependencies";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "Servers and links of the dependency export, by columns, for drawing",
    role: "Reader",
    params: projectParams,
    response: graphSchema,
  },
  ({ params: { projectId } }) => dependencyGraph(projectId),
);
