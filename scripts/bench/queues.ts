// The kernel against closed-form queues: npm run bench -- queues [--seeds 20] [--jobs 1000000] [--long] [--json]
// --long runs each case for as many jobs as bring every 99 % half-width to 1 % (an hour for 20 seeds).
import { parseArgs } from "node:util";
import { QUEUE_CASES, type QueueCase } from "./queueing/cases";

const LITTLES_LAW_TOLERANCE = 0.001;
// Of 20 intervals at 99 %, fewer than 18 hold the truth once in a thousand tables.
const COVERAGE_RATIO = 0.9;
/** What a half-width may be where a case runs for as long as that takes. */
const HALF_WIDTH_RATIO = 0.01;

const { values: options } = parseArgs({
  options: {
    seeds: { type: "string", default: "20" },
    jobs: { type: "string", default: "1000000" },
    long: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

/** A row of `--json`. */
export interface Row {
  case: string;
  measure: string;
  exact: number;
  jobs: number;
  seeds: number;
  covered: number;
  /** Mean over seeds. */
  estimate: number;
  /** Mean over seeds of half the 99 % interval, as a share of the exact value. */
  halfWidthRatio: number;
  /** Largest |L / (lambda W) - 1| of all runs; null where there are no arrivals. */
  littlesLawRatio: number | null;
  passed: boolean;
}

function rowsOf(queueCase: QueueCase, seeds: number, jobs: number): Row[] {
  const runs = Array.from({ length: seeds }, (_, i) => queueCase.run(i + 1, jobs));
  const deviations = runs.flatMap(({ littlesLaw: law }) =>
    law === null ? [] : [Math.abs(law.meanNumber / law.throughputTimesSojourn - 1)],
  );
  const littlesLawRatio = deviations.length > 0 ? Math.max(...deviations) : null;
  return (runs[0]?.measures ?? []).map(({ name, exact }, at) => {
    const estimates = runs.flatMap(({ measures }) => measures[at]?.estimate ?? []);
    const covered = estimates.filter(
      ({ mean, halfWidth }) => Math.abs(mean - exact) <= halfWidth,
    ).length;
    const average = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / seeds;
    const halfWidthRatio = average(estimates.map(({ halfWidth }) => halfWidth)) / exact;
    return {
      case: queueCase.name,
      measure: name,
      exact,
      jobs,
      seeds,
      covered,
      estimate: average(estimates.map(({ mean }) => mean)),
      halfWidthRatio,
      littlesLawRatio,
      passed:
        covered >= COVERAGE_RATIO * seeds &&
        (littlesLawRatio ?? 0) <= LITTLES_LAW_TOLERANCE &&
        (!options.long || halfWidthRatio <= HALF_WIDTH_RATIO),
    };
  });
}

const rows: Row[] = [];
for (const queueCase of QUEUE_CASES) {
  const jobs = options.long ? queueCase.longRunMillions * 1_000_000 : Number(options.jobs);
  const added = rowsOf(queueCase, Number(options.seeds), jobs);
  rows.push(...added);
  if (options.json) continue;
  for (const row of added) {
    const law =
      row.littlesLawRatio === null
        ? ""
        : `  L/lambda W off ${row.littlesLawRatio.toExponential(0)}`;
    console.log(
      `${row.case.padEnd(17)} ${row.measure.padEnd(9)} exact ${row.exact.toFixed(6).padStart(10)}` +
        `  mean ${row.estimate.toFixed(6).padStart(10)}  covered ${row.covered}/${row.seeds}` +
        `  half-width ${(100 * row.halfWidthRatio).toFixed(2)} %  jobs ${row.jobs}${law}` +
        `  ${row.passed ? "ok" : "FAILED"}`,
    );
  }
}
if (options.json) console.log(JSON.stringify({ node: process.version, rows }, null, 2));
if (rows.some(({ passed }) => !passed)) process.exitCode = 1;
