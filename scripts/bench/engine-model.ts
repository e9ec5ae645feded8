import { namedStream } from "@/lib/engine/random";
import { parseScenario } from "@/lib/migration/check-scenario";
import { NO_SPREAD } from "@/lib/migration/redraw-options";
import type { Scenario, ScenarioInput } from "@/lib/migration/schema";
import { runScenario, simulateMigrations } from "@/lib/migration/simulate";
import { stateAt } from "@/lib/migration/state-at";
import type { MigrationTimeline } from "@/lib/migration/timeline";
import { type BenchCase, secondsOf } from "./bench-case";

const GIB = 2 ** 30;
const VMS_PER_HOST = 20;

/** Bulk over one link, of VMs as inventories have them: many small ones, few large ones, all changing. */
function bulkPlan(vms: number): Scenario {
  const stream = namedStream(1, "bulk plan");
  const hosts = Math.ceil(vms / VMS_PER_HOST);
  const input: ScenarioInput = {
    seed: 1,
    // A run of 100,000 VMs over one link lasts for months.
    horizonSeconds: 3e9,
    links: [{ id: "link", capacityBytesPerSecond: 1.25e8 }],
    sourceHosts: Array.from({ length: hosts }, (_, i) => ({ id: `host ${i}` })),
    targetDatastores: [{ id: "vsanDatastore", writeBytesPerSecond: 4e9 }],

    vms: Array.from({ length: vms }, (_, i) => {
      const sizeBytes = Math.min(4000 * GIB, Math.round(stream.lognormal(80 * GIB, 0.9)));
      return {
        id: `vm ${i}`,
        disks: [{ sizeBytes, usedBytes: Math.round(sizeBytes * stream.between(0.3, 0.9)) }],
        sourceHostId: `host ${i % hosts}`,
        targetDatastoreId: "vsanDatastore",
        changeRateBytesPerSecond: (sizeBytes * 0.02) / 86_400,
      };
    }),
    groups: [
      { id: "all", migrations: Array.from({ length: vms }, (_, i) => ({ vmId: `vm ${i}` })) },
    ],
  };
  const result = parseScenario(input);
  if (!result.ok) throw new Error(result.problems.map(({ path }) => path).join(", "));
  return result.scenario;
}

const plans = new Map<number, Scenario>();
export function planOf(vms: number): Scenario {
  const plan = plans.get(vms) ?? bulkPlan(vms);
  plans.set(vms, plan);
  return plan;
}

function planSeconds(vms: number): number {
  const plan = planOf(vms);
  return secondsOf(() => simulateMigrations(plan));
}

const GROWTH_VMS = [1_000, 3_000, 10_000, 30_000, 100_000] as const;

/**
 * Exponent k of a power law, seconds = c x (n log n)^k, fitted by least squares of the logarithms over a
 * hundredfold of VMs: 1 is n log n, 2 would be quadratic. Each size is the best of three.
 */
function growthExponent(): number {
  const points = GROWTH_VMS.map((vms) => {
    const best = Math.min(planSeconds(vms), planSeconds(vms), planSeconds(vms));
    return { x: Math.log(vms * Math.log2(vms)), y: Math.log(best) };
  });
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const covariance = mean(points.map(({ x, y }) => (x - meanX) * (y - meanY)));
  return covariance / mean(points.map(({ x }) => (x - meanX) ** 2));
}

const REPLICATIONS = 1_000;

/** A thousand futures of one plan: the same scenario under a thousand seeds and factors. */
function replicationSeconds(vms: number): number {
  const plan = planOf(vms);
  return secondsOf(() => {
    for (let seed = 1; seed <= REPLICATIONS; seed++) {
      const draws = namedStream(seed, "factors");
      const factor = () => draws.lognormal(1, 0.2);
      const factors = {
        bandwidth: factor(),
        churn: factor(),
        guestShutdown: factor(),
        faultRate: factor(),
        stepDuration: factor(),
      };
      const redraw = { fromSeconds: 0, seed, factors, drift: [], vmSigmas: NO_SPREAD };
      runScenario(plan, { redraws: [redraw] });
    }
  });
}

/** Milliseconds of one look at every VM, in the middle of the plan. */
function lookMilliseconds(vms: number): number {
  const timeline = timelineOf(vms);
  const looks = 20;
  const seconds = secondsOf(() => {
    for (let i = 1; i <= looks; i++) stateAt(timeline, (timeline.endSeconds * i) / (looks + 1));
  });
  return (1000 * seconds) / looks;
}

const timelines = new Map<number, MigrationTimeline>();
function timelineOf(vms: number): MigrationTimeline {
  const timeline = timelines.get(vms) ?? simulateMigrations(planOf(vms));
  timelines.set(vms, timeline);
  return timeline;
}

type Checks = NonNullable<Parameters<typeof simulateMigrations>[1]>["invariants"];

/** How much longer a plan takes with invariants checked after every event, in percent. */
function invariantCostPercent(invariants: Checks, vms: number): number {
  const plan = planOf(vms);
  const time = (checks: Checks) =>
    secondsOf(() => simulateMigrations(plan, { invariants: checks }));
  let off = Number.POSITIVE_INFINITY;
  let on = Number.POSITIVE_INFINITY;
  // By turns, so that what else the machine does meanwhile meets both.
  for (let i = 0; i < 5; i++) {
    off = Math.min(off, time("off"));
    on = Math.min(on, time(invariants));
  }
  return 100 * (on / off - 1);
}

export const MODEL_CASES: readonly BenchCase[] = [
  {
    name: "model, events of a 10,000-VM Bulk plan",
    unit: "M events/s",
    target: { atLeast: 1 },
    run: () => {
      const plan = planOf(10_000);
      let events = 0;
      const seconds = secondsOf(() => {
        events = simulateMigrations(plan).eventCount;
      });
      return events / seconds / 1e6;
    },
  },
  {
    name: "model, 10,000-VM Bulk plan over one link",
    unit: "s",
    target: { atMost: 0.5 },
    run: () => planSeconds(10_000),
  },
  {
    name: "model, 100,000-VM Bulk plan over one link",
    unit: "s",
    runs: 3,
    run: () => planSeconds(100_000),
  },
  {
    name: "model, growth from 1,000 to 100,000 VMs, 1 is n log n",
    unit: "power",
    target: { atMost: 1.1 },
    runs: 1,
    run: growthExponent,
  },
  {
    name: "model, 1,000 replications of a 1,000-VM plan",
    unit: "s",
    target: { atMost: 20 },
    run: () => replicationSeconds(1_000),
  },
  {
    name: "timeline, stateAt of 10,000 VMs",
    unit: "ms",
    target: { atMost: 5 },
    run: () => lookMilliseconds(10_000),
  },
  {
    name: "invariants that stay on, of a 10,000-VM plan",
    unit: "% longer",
    target: { atMost: 10 },
    run: () => invariantCostPercent("cheap", 10_000),
  },
  {
    name: "invariants of tests, of a 1,000-VM plan",
    unit: "% longer",
    run: () => invariantCostPercent("all", 1_000),
  },
];
