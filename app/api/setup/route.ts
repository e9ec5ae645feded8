import { setupRequestSchema, setupResponseSchema, setupStateSchema } from "@/lib/account/schema";
import { createDemoProject } from "@/lib/server/demo";
import { createFirstOwner, ownerExists } from "@/lib/server/members";
import { route } from "@/lib/server/route";

export const GET = route(
  { summary: "Whether an owner exists", role: "public", response: setupStateSchema },
  async () => ({ ownerExists: await ownerExists() }),
);

export const POST = route(
  {
    summary: "Create the first owner; refused once one exists",
    role: "public",
    body: setupRequestSchema,
    response: setupResponseSchema,
    status: 201,
    limit: "signInAll",
  },
  async ({ body }) => {
    const owner = await createFirstOwner(body);
    const demo = body.loadDemo ? await createDemoProject(owner.name) : null;
    return { demoProjectId: demo?.id ?? null };
  },
);
