// Writes docs/scenario.schema.json from the Zod schema: node --import tsx scripts/scenario-schema.ts
import { writeFileSync } from "node:fs";
import { scenarioJsonSchema } from "@/lib/migration/scenario-json-schema";

const target = new URL("../docs/scenario.schema.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
