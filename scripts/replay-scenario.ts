// Runs the model's property tests of one seed again: node --import tsx scripts/replay-scenario.ts SEED
// Prints the timeline's digest and what is wrong, by property; exit code 1 then.
import { simulateMigrations } from "@/lib/migration/simulate";
import { digestOf } from "@/lib/migration/testing/digest";
import { PROPERTIES, scenarioOfSeed, wrongWithSeed } from "@/lib/migration/testing/properties";

const seed = Number(process.argv[2] ?? 1);
const digest = digestOf(simulateMigrations(scenarioOfSeed(seed), { invariants: "off" }));
const wrong = Object.fromEntries(
  Object.entries(PROPERTIES).map(([name, property]) => [name, wrongWithSeed(seed, property)]),
);
console.log(JSON.stringify({ seed, digest, wrong }, null, 2));
if (Object.values(wrong).flat().length > 0) process.exitCode = 1;
