import { openApiDocument } from "@/lib/server/openapi";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "This API as an OpenAPI 3.1 document",
    role: "public",
    responseType: "application/json",
  },
  async () => {
    // Loaded here because the list contains this handler too.
    const { apiRoutes } = await import("../routes");
    return Response.json(openApiDocument(apiRoutes));
  },
);
