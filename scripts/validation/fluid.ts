import { migrationOf, runFile } from "./run-file";

/** Section 1 of the validation: fluid sharing, exact. Finish times by SimGrid 3.32 and by hand. */
interface FluidExpectation {
  case: string;
  file: string;
  what: string;
  expectedSeconds: number;
  oursSeconds: number;
}

/** By VM, in seconds. */
const ENDS: Record<string, Record<string, number>> = {
  A: { F3: 20, F1: 25, F2: 35 },
  B: { S1: 20, LONG: 40, S2: 40 },
  C: { F1: 25, F2: 37.5, capped: 50 },
  H: {
    "latency 0 s": 1,
    "latency 1e-05 s": 1.00001,
    "latency 0.001 s": 4.769372,
    "latency 0.1 s": 476.937158,
  },
};

/** Case G: t_k = sum over i <= k of (n-i+1)(s_i - s_(i-1))/C. */
function sortedJobEnds(sizes: readonly number[], capacity: number): number[] {
  let seconds = 0;
  return sizes.map((size, i) => {
    seconds += ((sizes.length - i) * (size - (sizes[i - 1] ?? 0))) / capacity;
    return seconds;
  });
}

const G_SIZES = [100, 250, 300, 700, 1200, 1200, 2000, 3500, 8000, 20_000];
const G_CAPACITY = 125;
/** Ends of the full sync and of the rounds that each send what the last one dirtied. */
const I_ROUNDS = [4_294.967, 5_153.961, 5_325.759, 5_360.119];
/** V / (B - D), which the rounds of a vMotion sum up to. */
const I_LIMIT = 5_368.70912;
const I_VMOTION_START = 100_000;

export function fluidExpectations(): FluidExpectation[] {
  const rows: FluidExpectation[] = [];
  for (const [name, ends] of Object.entries(ENDS)) {
    const file = `fluid-${name.toLowerCase()}.json`;
    const report = runFile(file);
    for (const [vm, expectedSeconds] of Object.entries(ends)) {
      const oursSeconds = migrationOf(report, vm).endSeconds ?? Number.NaN;
      rows.push({ case: name, file, what: vm, expectedSeconds, oursSeconds });
    }
  }
  rows.push(...sortedJobs(), ...churn());
  return rows.sort((a, b) => (a.case < b.case ? -1 : a.case > b.case ? 1 : 0));
}

function sortedJobs(): FluidExpectation[] {
  const report = runFile("fluid-g.json");
  return sortedJobEnds(G_SIZES, G_CAPACITY).map((expectedSeconds, i) => ({
    case: "G",
    file: "fluid-g.json",
    what: `job ${i + 1}`,
    expectedSeconds,
    oursSeconds: migrationOf(report, `job ${i + 1}`).endSeconds ?? Number.NaN,
  }));
}

function churn(): FluidExpectation[] {
  const report = runFile("fluid-i.json");
  const common = { case: "I", file: "fluid-i.json" };
  const rounds = migrationOf(report, "replicated").phases.filter(({ phase }) =>
    /^(base|delta)Sync$/.test(phase),
  );
  return [
    ...I_ROUNDS.map((expectedSeconds, i) => ({
      ...common,
      what: i === 0 ? "full sync" : `round ${i}`,
      expectedSeconds,
      oursSeconds: rounds[i]?.endSeconds ?? Number.NaN,
    })),
    {
      ...common,
      what: "V/(B-D), by vMotion",
      expectedSeconds: I_LIMIT,
      oursSeconds: (migrationOf(report, "moved").endSeconds ?? Number.NaN) - I_VMOTION_START,
    },
  ];
}

export function relativeError({ expectedSeconds, oursSeconds }: FluidExpectation): number {
  return Math.abs(oursSeconds / expectedSeconds - 1);
}
