import { changePricesSchema, projectPricesSchema } from "@/lib/cost/price-api-schema";
import { changePrices, projectPrices } from "@/lib/server/prices";
import { projectParams } from "@/lib/server/project-params";
import { route } from "@/lib/server/route";

export const GET = route(
  {
    summary: "The project's price list in use and its versions",
    role: "Reader",
    params: projectParams,
    response: projectPricesSchema,
  },
  ({ params: { projectId } }) => projectPrices(projectId),
);

export const POST = route(
  {
    summary: "Enter prices, load a retail price answer, or go back to an earlier list",
    role: "Contributor",
    params: projectParams,
    body: changePricesSchema,
    response: projectPricesSchema,
  },
  ({ params: { projectId }, body, caller }) => changePrices(projectId, body, caller.name),
);
