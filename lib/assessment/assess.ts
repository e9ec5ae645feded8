import { monthlyCost } from "@/lib/cost/monthly";
import type { PriceList } from "@/lib/cost/schema";
import type { Inventory, InventoryVm } from "@/lib/inventory/schema";
import type { HostSku } from "@/lib/private-cloud/regions";
import type { Assessment, NodeOption } from "./assessment-schema";
import { assumptionsOf } from "./assumptions";
import { confidenceStars } from "./confidence-stars";
import { type Demand, type SizedVm, sumDemand } from "./demand";
import { NODE_TYPES } from "./node-types";
import { assessReadiness, countByBestType, countBySuitability } from "./readiness";
import type { ReadinessOptions } from "./readiness-context";
import type { VmReadiness } from "./readiness-schema";
import type { AssessmentSettings } from "./schema";
import { candidateNodeTypes, sizeAvs } from "./sizing";

export type AssessOptions = Pick<ReadinessOptions, "asOf" | "confidence"> & {
  /** VMs that a user leaves out. Their readiness is still told, and still counts for their neighbours. */
  excludedVmKeys?: ReadonlySet<string>;
};

/**
 * The whole assessment: readiness of every VM in scope, hosts and monthly cost for every node type,
 * a recommendation, and what was assumed. Pure: the same inputs give the same result.
 */
export function assess(
  inventory: Inventory,
  settings: AssessmentSettings,
  prices: PriceList,
  options: AssessOptions = {},
): Assessment {
  const excluded = options.excludedVmKeys ?? new Set<string>();
  const nodeTypes = candidateNodeTypes(settings);
  const readiness = assessReadiness(inventory, {
    asOf: options.asOf ?? null,
    confidence: options.confidence ?? null,
    ...(nodeTypes.length > 0 ? { nodeTypes } : {}),
  });
  const sized = vmsToSize(inventory, readiness.vms, settings, excluded);
  const demand = sumDemand(sized, settings);
  const nodeOptions = nodeOptionsOf(sized, demand, settings, prices);
  return {
    settings,
    readiness,
    suitability: countBySuitability(readiness.vms),
    knownOfOpen: {
      Suitable: readiness.vms.filter((vm) => vm.knownSuitability === "Suitable").length,
      ConditionallySuitable: readiness.vms.filter(
        (vm) => vm.knownSuitability === "ConditionallySuitable",
      ).length,
    },
    bestTypes: countByBestType(readiness.vms),
    demand,
    options: nodeOptions,
    recommended: recommend(nodeOptions),
    confidenceStars: confidenceStars(sized, settings),
    assumptions: assumptionsOf({ inventory, settings, readiness, demand, nodeOptions, excluded }),
  };
}

/** Hosts and monthly cost of VMs for every node type that the settings and the region allow. */
export function nodeOptionsOf(
  sized: readonly SizedVm[],
  demand: Demand,
  settings: AssessmentSettings,
  prices: PriceList,
): NodeOption[] {
  return sizeAvs(demand, settings).map((sizing) => ({
    sizing,
    cost: monthlyCost(sizing, demand.vmCount, settings, prices),
    tooLargeVms: sized.filter((vm) => isTooLarge(vm, sizing.nodeType)).length,
  }));
}

function vmsToSize(
  inventory: Inventory,
  readiness: readonly VmReadiness[],
  settings: AssessmentSettings,
  excluded: ReadonlySet<string>,
): InventoryVm[] {
  const sizedKeys = new Set(
    readiness
      .filter((vm) => settings.sizedSuitabilities.includes(vm.suitability))
      .map((vm) => vm.vmKey),
  );
  return inventory.vms.filter(
    (vm) =>
      vm.setAside === null &&
      sizedKeys.has(vm.key) &&
      !excluded.has(vm.key) &&
      (settings.includePoweredOff || vm.powerState !== "poweredOff"),
  );
}

/** A host runs no VM with more vCPUs than it has threads, or more memory than it has. */
function isTooLarge(vm: SizedVm, nodeType: HostSku): boolean {
  const node = NODE_TYPES[nodeType];
  return (vm.cpus ?? 0) > node.physicalCores * 2 || (vm.memoryMib ?? 0) > node.memoryGib * 1_024;
}

/** The lowest host bill among options that keep the SLA; where a bill is not known, the fewest hosts. */
export function recommend(options: readonly NodeOption[]): Assessment["recommended"] {
  // A type that cannot run every VM is no answer while another can.
  const fewest = Math.min(...options.map((option) => option.tooLargeVms ?? 0));
  const fitting = options.filter((option) => (option.tooLargeVms ?? 0) === fewest);
  const kept = fitting.filter((option) => option.sizing.sla.ftt === "met");
  const pool = kept.length > 0 ? kept : fitting;
  const [first] = pool;
  if (!first) return null;
  const priced = pool.filter((option) => option.cost.hostsMonthly !== null);
  if (priced.length === pool.length) {
    const cheapest = priced.reduce((best, next) =>
      (next.cost.hostsMonthly ?? 0) < (best.cost.hostsMonthly ?? 0) ? next : best,
    );
    return { nodeType: cheapest.sizing.nodeType, reason: "lowestCost" };
  }
  // Of equally few hosts, one whose bill is known says more.
  const smallest = pool.reduce((best, next) => {
    if (hosts(next) !== hosts(best)) return hosts(next) < hosts(best) ? next : best;
    return best.cost.hostsMonthly === null && next.cost.hostsMonthly !== null ? next : best;
  }, first);
  return { nodeType: smallest.sizing.nodeType, reason: "fewestNodes" };
}

function hosts(option: NodeOption): number {
  return option.sizing.nodeNumber + option.sizing.baseNodes;
}
