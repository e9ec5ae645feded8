import type { InventoryVm } from "@/lib/inventory/schema";
import type { HostSku } from "@/lib/private-cloud/regions";
import { NODE_TYPES } from "./node-types";
import {
  ALL_BLOCKED,
  ALL_WARNED,
  each,
  from,
  LIVE_BLOCKED,
  LIVE_TYPES,
  type ReadinessRule,
  type RuleContext,
  vmRule,
  whenTrue,
} from "./readiness-rule";
import { compareVersions, versionParts } from "./versions";

/** EVC baselines of Intel processors, oldest first (vSphere EVC and CPU compatibility, KB 313545). */
const INTEL_EVC_MODES = [
  "intel-merom",
  "intel-penryn",
  "intel-nehalem",
  "intel-westmere",
  "intel-sandybridge",
  "intel-ivybridge",
  "intel-haswell",
  "intel-broadwell",
  "intel-skylake",
  "intel-cascadelake",
  "intel-icelake",
  "intel-sapphirerapids",
  "intel-graniterapids",
];

const EVC_SOURCE = "VMware HCX user guide: EVC and per-VM EVC";
const EVC_READS = [
  [from("vInfo", "min Required EVC Mode Key")],
  [from("vInfo", "Host"), from("vHost", "Current EVC")],
  [from("vInfo", "Host"), from("vHost", "Max EVC")],
];

export const HOST_OF_VM_RULES: readonly ReadinessRule[] = [
  vmRule({
    id: "esxi-below-6-5",
    number: 59,
    severity: "blocking",
    effort: "high",
    verdicts: ALL_BLOCKED,
    source: "AVS RVTools analyzer, source ESXi versions",
    reads: [[from("vInfo", "Host"), from("vHost", "ESX Version")]],
    check: (vm, context) => esxiBetween(vm, context, [0], [6, 5, 0]),
  }),
  vmRule({
    id: "esxi-below-7-0",
    number: 59,
    severity: "warning",
    effort: "high",
    verdicts: ALL_WARNED,
    source: "AVS RVTools analyzer, source ESXi versions",
    reads: [[from("vInfo", "Host"), from("vHost", "ESX Version")]],
    check: (vm, context) => esxiBetween(vm, context, [6, 5, 0], [7, 0, 0]),
  }),
  vmRule({
    id: "cpu-vendor-differs",
    number: 61,
    severity: "warning",
    effort: "medium",
    verdicts: LIVE_BLOCKED,
    source: "VMware HCX user guide: no live migration between CPU vendors; AVS hosts are Intel",
    reads: [[from("vInfo", "Host"), from("vHost", "CPU Model")]],
    check: (vm, context) => {
      const model = context.hostOfVm.get(vm)?.cpuModel ?? null;
      return whenTrue(model === null ? null : !/intel/i.test(model), { cpuModel: model });
    },
  }),
  vmRule({
    id: "evc-above-target",
    number: 62,
    severity: "warning",
    effort: "medium",
    verdicts: each(LIVE_TYPES, "warning"),
    source: EVC_SOURCE,
    reads: EVC_READS,
    check: (vm, context) => {
      const older = olderTargets(vm, context);
      if (older === null) return null;
      const some = older.targets.length > 0 && older.targets.length < context.nodeTypes.length;
      return some ? [{ mode: older.mode, nodeTypes: older.targets.join(", ") }] : [];
    },
  }),
  vmRule({
    id: "evc-above-every-target",
    number: 62,
    severity: "warning",
    effort: "medium",
    // vMotion gets by with per-VM EVC; Replication Assisted vMotion refuses (HCX restrictions).
    verdicts: { vMotion: "warning", AssistedvMotion: "warning", RAV: "blocked" },
    source: EVC_SOURCE,
    reads: EVC_READS,
    check: (vm, context) => {
      const older = olderTargets(vm, context);
      if (older === null) return null;
      const all = older.targets.length === context.nodeTypes.length;
      return all ? [{ mode: older.mode, nodeTypes: older.targets.join(", ") }] : [];
    },
  }),
];

/**
 * The node types whose processor is older than what the VM may have seen: what it needs itself, else the
 * cluster's EVC mode, else the newest mode of its host, which no running VM can exceed.
 */
function olderTargets(
  vm: InventoryVm,
  context: RuleContext,
): { mode: string | null; targets: HostSku[] } | null {
  const host = context.hostOfVm.get(vm);
  for (const mode of [vm.minimumEvcMode, host?.currentEvcMode, host?.maximumEvcMode]) {
    const rank = evcRank(mode ?? null);
    if (rank === null) continue;
    const targets = context.nodeTypes.filter(
      (nodeType) => (evcRank(NODE_TYPES[nodeType].evcMode) ?? 0) < rank,
    );
    return { mode: mode ?? null, targets };
  }
  return null;
}

function evcRank(mode: string | null): number | null {
  const index = INTEL_EVC_MODES.indexOf((mode ?? "").trim().toLowerCase());
  return index < 0 ? null : index;
}

/** From `minimum` up to but not including `limit`. */
function esxiBetween(
  vm: InventoryVm,
  context: RuleContext,
  minimum: readonly number[],
  limit: readonly number[],
) {
  const version = context.hostOfVm.get(vm)?.esxVersion ?? null;
  const parts = versionParts(version);
  if (parts === null) return null;
  const inside = compareVersions(parts, minimum) >= 0 && compareVersions(parts, limit) < 0;
  return whenTrue(inside, { version });
}
