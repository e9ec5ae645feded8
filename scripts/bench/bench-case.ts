/** One figure of a benchmark table. */
export interface BenchCase {
  name: string;
  unit: string;
  /** What the figure has to reach, if anything. */
  target?: { atLeast: number } | { atMost: number };
  /** How often, where five would take minutes; a run of such a case takes the best of its own repetitions. */
  runs?: number;
  /** One run; the table shows the median of several. */
  run: () => number | Promise<number>;
}

export interface BenchResult {
  name: string;
  unit: string;
  median: number;
  /** Runs before those that count: the first ones are slower while the code is being compiled. */
  warmUpRuns: number;
  /** The highest, or the lowest where less is better: what other work on the machine disturbed least. */
  best: number;
  runs: number[];
  target: BenchCase["target"] | null;
  passed: boolean | null;
}

/** Until then short cases run without being counted: the compiler has seen what it needs. */
const WARM_UP_SECONDS = 1;

/** Runs a case `count` times after at least one run that does not count; a case of one run repeats by itself. */
export async function measure(benchCase: BenchCase): Promise<BenchResult> {
  const { runs: count = 5 } = benchCase;
  let warmUpRuns = 0;
  const start = performance.now();
  while (count > 1 && (warmUpRuns === 0 || performance.now() - start < WARM_UP_SECONDS * 1000)) {
    await benchCase.run();
    warmUpRuns++;
  }
  const runs: number[] = [];
  for (let i = 0; i < count; i++) runs.push(await benchCase.run());
  return resultOf(benchCase, runs, warmUpRuns);
}

/** The result of runs that were measured elsewhere; of none, its median is not a number. */
export function resultOf(
  spec: Omit<BenchCase, "run">,
  runs: readonly number[],
  warmUpRuns = 0,
): BenchResult {
  const { name, unit, target = null } = spec;
  const median = [...runs].sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? Number.NaN;
  const isLessBetter = target === null ? !unit.endsWith("/s") : "atMost" in target;
  const best = isLessBetter ? Math.min(...runs) : Math.max(...runs);
  return {
    name,
    unit,
    median,
    best,
    runs: [...runs],
    warmUpRuns,
    target,
    passed: target && meets(median, target),
  };
}

/** Seconds that `work` takes. */
export function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/** Prints the results as JSON or as a table, and fails the process when a target is missed. */
export function report(results: readonly BenchResult[], json: boolean): void {
  if (json) console.log(JSON.stringify({ node: process.version, results }, null, 2));
  else for (const line of table(results)) console.log(line);
  if (!json && results.some(({ warmUpRuns }) => warmUpRuns > 0)) {
    console.log("Medians of the runs after a second, or one run, that only warms up.");
  }
  if (results.some(({ passed }) => passed === false)) process.exitCode = 1;
}

function meets(value: number, target: NonNullable<BenchCase["target"]>): boolean {
  return "atLeast" in target ? value >= target.atLeast : value <= target.atMost;
}

function* table(results: readonly BenchResult[]): Generator<string> {
  const width = Math.max(...results.map(({ name }) => name.length));
  for (const { name, unit, median, best, target, passed } of results) {
    const bound = target && ("atLeast" in target ? `>= ${target.atLeast}` : `<= ${target.atMost}`);
    const verdict = bound === null ? "" : `  ${bound}  ${passed ? "ok" : "MISSED"}`;
    const figures = `${median.toPrecision(4).padStart(9)}, best ${best.toPrecision(4)}`;
    yield `${name.padEnd(width)}  ${figures} ${unit}${verdict}`;
  }
}
