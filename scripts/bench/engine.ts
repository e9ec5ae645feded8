// Speed of the engine, one thread, median of five: npm run bench -- engine [--json]
import { type BenchCase, measure, report } from "./bench-case";
import { FLUID_CASES } from "./engine-fluid";
import { KERNEL_CASES } from "./engine-kernel";
import { PEER_CASES } from "./engine-peers";

const CASES: readonly BenchCase[] = [...KERNEL_CASES, ...PEER_CASES, ...FLUID_CASES];

const results = [];
for (const benchCase of CASES) results.push(await measure(benchCase));
report(results, process.argv.includes("--json"));
