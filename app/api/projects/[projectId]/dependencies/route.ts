import { dependencySummarySchema } from "@/lib/dependency/api-schema";
import { dependencySummary } from "@/lib/server/dependencies";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "What the dependency export in use covers, and how it met the inventory",
    role: "Reader",
    params: projectParams,
    response: dependencySummarySchema,
  },
  ({ params: { projectId } }) => dependencySummary(projectId),
);
