import { nodeOptionsOf, recommend } from "@/lib/assessment/assess";
import { sumDemand } from "@/lib/assessment/demand";
import type { AssessmentSettings } from "@/lib/assessment/schema";
import { candidateNodeTypes } from "@/lib/assessment/sizing";
import type { NodeSizing } from "@/lib/assessment/sizing-schema";
import type { PriceList } from "@/lib/cost/schema";
import type { HostSku } from "@/lib/private-cloud/regions";
import type { Activity } from "./activity";
import type { LeaveBehind, LeaveBehindChoice } from "./api-schema";
import type { PerformanceVm } from "./performance-vm";

/** What may stay: nothing, what Azure Migrate says to decommission, and the idle beside it. */
const CHOICES: readonly (readonly Activity[])[] = [[], ["zombie"], ["zombie", "idle"]];

/**
 * Hosts and monthly cost with and without the VMs that could stay, on one host type: the one given, else the one that
 * an assessment of all of them recommends. Hosts are whole, so that a saving in demand need not be one in cost;
 * `exactHosts` tells how far a host is away. Null without a VM or a host type.
 */
export function leaveBehind(
  vms: readonly PerformanceVm[],
  activityOf: (vm: PerformanceVm) => Activity,
  settings: AssessmentSettings,
  prices: PriceList,
  preferred: HostSku | null,
): LeaveBehind | null {
  const nodeType = preferred ?? recommendedType(vms, settings, prices);
  if (nodeType === null) return null;
  const oneType = { ...settings, nodeTypes: [nodeType] };
  if (candidateNodeTypes(oneType).length === 0) return null;
  const choices = CHOICES.map((left) => {
    const moved = vms.filter((vm) => !left.includes(activityOf(vm)));
    return choiceOf(left, vms.length - moved.length, moved, oneType, prices);
  });
  return { nodeType, currency: settings.currency, choices };
}

function recommendedType(
  vms: readonly PerformanceVm[],
  settings: AssessmentSettings,
  prices: PriceList,
): HostSku | null {
  const options = nodeOptionsOf(vms, sumDemand(vms, settings), settings, prices);
  return recommend(options)?.nodeType ?? null;
}

function choiceOf(
  left: readonly Activity[],
  leftVms: number,
  moved: readonly PerformanceVm[],
  settings: AssessmentSettings,
  prices: PriceList,
): LeaveBehindChoice {
  const demand = sumDemand(moved, settings);
  const [option] = nodeOptionsOf(moved, demand, settings, prices);
  const { vmCount, vcpus, memoryGib, storageGib } = demand;
  return {
    left: [...left],
    leftVms,
    demand: { vmCount, vcpus, memoryGib, storageGib },
    hosts: option ? option.sizing.nodeNumber + option.sizing.baseNodes : 0,
    exactHosts: option ? exactHosts(option.sizing) : 0,
    fttRaidLevel: option?.sizing.fttRaidLevel ?? null,
    limitingFactor: option?.sizing.limitingFactor ?? null,
    monthly: option ? option.cost.hostsMonthly : 0,
  };
}

const HOST_STEPS: ReadonlySet<string> = new Set(["cpuNodes", "memoryNodes", "storageNodes"]);

/**
 * Hosts of the scarcest resource before rounding, and before any minimum or spare. Fewer VMs can need a part of a host
 * more: at five hosts the policy is another than at six.
 */
function exactHosts({ steps }: NodeSizing): number {
  return Math.max(
    0,
    ...steps.flatMap(({ code, inputs }) => (HOST_STEPS.has(code) ? [inputs.hosts ?? 0] : [])),
  );
}
