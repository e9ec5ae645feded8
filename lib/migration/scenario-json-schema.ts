import { z } from "zod";
import { scenarioSchema } from "./schema";

/** The JSON Schema (2020-12) of a scenario file, as docs/scenario.schema.json has it. */
export function scenarioJsonSchema(): object {
  return {
    ...z.toJSONSchema(scenarioSchema, { io: "input" }),
    title: "Landfall scenario",
    description:
      "Sizes are bytes, rates bytes/s, times seconds after startTime, unless a field says otherwise.",
  };
}
