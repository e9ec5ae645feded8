import type { InventoryVm } from "@/lib/inventory/schema";
import { NODE_TYPES } from "./node-types";
import { scopedKey } from "./readiness-context";
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
      const model = hostOf(vm, context)?.cpuModel ?? null;
      return whenTrue(model === null ? null : !/intel/i.test(model), { cpuModel: model });
    },
  }),
  vmRule({
    id: "evc-above-target",
    number: 62,
    severity: "warning",
    effort: "medium",
    // HCX masks CPU features by per-VM EVC, so that this warns; without it, live types fail.
    verdicts: each(LIVE_TYPES, "warning"),
    source: "VMware HCX user guide: EVC and per-VM EVC",
    reads: [[from("vInfo", "min Required EVC Mode Key")], [from("vHost", "Current EVC")]],
    check: (vm, context) => {
      const mode = vm.minimumEvcMode ?? hostOf(vm, context)?.currentEvcMode ?? null;
      const rank = evcRank(mode);
      if (rank === null) return null;
      const targets = context.nodeTypes.filter(
        (nodeType) => (evcRank(NODE_TYPES[nodeType].evcMode) ?? 0) < rank,
      );
      return targets.length === 0 ? [] : [{ mode, nodeTypes: targets.join(", ") }];
    },
  }),
];

function evcRank(mode: string | null): number | null {
  const index = INTEL_EVC_MODES.indexOf((mode ?? "").trim().toLowerCase());
  return index < 0 ? null : index;
}

function hostOf(vm: InventoryVm, context: RuleContext) {
  return vm.host === null
    ? null
    : (context.hostsByName.get(scopedKey(vm.vcenterUuid, vm.host)) ?? null);
}

/** From `minimum` up to but not including `limit`. */
function esxiBetween(
  vm: InventoryVm,
  context: RuleContext,
  minimum: readonly number[],
  limit: readonly number[],
) {
  const version = hostOf(vm, context)?.esxVersion ?? null;
  const parts = versionParts(version);
  if (parts === null) return null;
  const inside = compareVersions(parts, minimum) >= 0 && compareVersions(parts, limit) < 0;
  return whenTrue(inside, { version });
}
