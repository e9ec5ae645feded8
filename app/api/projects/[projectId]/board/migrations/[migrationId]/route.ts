import { migrationParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";
import { readMigration } from "@/lib/server/world-views";
import { atQuerySchema } from "@/lib/world/api-schema";
import { migrationDetailSchema } from "@/lib/world/board-schema";

export const GET = route(
  {
    summary: "One migration: phases, disks, downtime, events and possible actions",
    role: "Reader",
    params: migrationParams,
    query: atQuerySchema,
    response: migrationDetailSchema,
  },
  ({ params: { projectId, migrationId }, query: { at } }) =>
    readMigration(projectId, migrationId, at),
);
