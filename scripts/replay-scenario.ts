// Replays one seed of the model's property tests: node --import tsx scripts/replay-scenario.ts SEED
// Prints the timeline's digest and what is wrong with it, or the invariant that broke; exit code 1 then.
import { parseScenario } from "@/lib/migration/check-scenario";
import { simulateMigrations } from "@/lib/migration/simulate";
import { wrongWith } from "@/lib/migration/testing/check-timeline";
import { digestOf } from "@/lib/migration/testing/digest";
import { randomScenario } from "@/lib/migration/testing/random-scenario";

const seed = Number(process.argv[2] ?? 1);
const parsed = parseScenario(randomScenario(seed));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const timeline = simulateMigrations(parsed.scenario, { invariants: "all" });
const wrong = wrongWith(parsed.scenario, timeline);
console.log(JSON.stringify({ seed, digest: digestOf(timeline), wrong }, null, 2));
if (wrong.length > 0) process.exitCode = 1;
