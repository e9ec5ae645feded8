import { namedStream } from "@/lib/engine/random";
import { parseScenario } from "@/lib/migration/check-scenario";
import type { Scenario, ScenarioInput } from "@/lib/migration/schema";
import { simulateMigrations } from "@/lib/migration/simulate";
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
];
