// Speed of the engine, one thread, median and best of five: npm run bench -- engine [NAME] [--json]
// NAME takes only the figures whose name begins with it: kernel, model, fluid, timeline, invariants.
import { type BenchCase, measure, report } from "./bench-case";
import { FLUID_CASES } from "./engine-fluid";
import { KERNEL_CASES } from "./engine-kernel";
import { MODEL_CASES } from "./engine-model";
import { PEER_CASES } from "./engine-peers";

const CASES: readonly BenchCase[] = [
  ...KERNEL_CASES,
  ...PEER_CASES,
  ...MODEL_CASES,
  ...FLUID_CASES,
];
const [only] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

const results = [];
for (const benchCase of CASES) {
  if (only === undefined || benchCase.name.startsWith(only)) results.push(await measure(benchCase));
}
report(results, process.argv.includes("--json"));
