import type { InventoryPartition, InventoryVm } from "@/lib/inventory/schema";
import { DEPRECATED_GUESTS, lifecycleOf } from "./os-lifecycle";
import { parseTime } from "./readiness-context";
import {
  ALL_WARNED,
  type CheckResult,
  from,
  matching,
  NO_EFFECT,
  type ReadinessRule,
  type RuleContext,
  vmRule,
  whenTrue,
} from "./readiness-rule";

const MILLISECONDS_PER_YEAR = 365.25 * 86_400_000;
const OS_COLUMNS = [
  [from("vInfo", "OS according to the VMware Tools")],
  [from("vInfo", "OS according to the configuration file")],
];
const LIFECYCLES = "Vendors' life cycle pages, see the operating system table";

export const GUEST_RULES: readonly ReadinessRule[] = [
  vmRule({
    id: "os-end-of-support",
    number: 38,
    severity: "warning",
    effort: "high",
    verdicts: NO_EFFECT,
    source: LIFECYCLES,
    reads: OS_COLUMNS,
    check: (vm, context) => endOfSupport(vm, context, (remaining) => remaining <= 0),
  }),
  vmRule({
    id: "os-end-of-support-soon",
    number: 38,
    severity: "info",
    effort: "high",
    verdicts: NO_EFFECT,
    source: LIFECYCLES,
    reads: OS_COLUMNS,
    check: (vm, context) =>
      endOfSupport(vm, context, (remaining) => remaining > 0 && remaining <= MILLISECONDS_PER_YEAR),
  }),
  vmRule({
    id: "os-differs-from-configuration",
    number: 38,
    severity: "info",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "RVTools analyzers, configured and running operating system",
    reads: [
      [from("vInfo", "OS according to the VMware Tools", "OS according to the configuration file")],
    ],
    check: (vm) =>
      vm.osRunning === null || vm.osConfigured === null
        ? null
        : whenTrue(osWords(vm.osRunning) !== osWords(vm.osConfigured), {
            configured: vm.osConfigured,
            running: vm.osRunning,
          }),
  }),
  vmRule({
    id: "os-deprecated",
    number: 39,
    severity: "warning",
    effort: "high",
    verdicts: ALL_WARNED,
    source: "Azure Migrate AVS assessment: deprecated OS; VMware guest OS compatibility guide",
    reads: OS_COLUMNS,
    check: (vm) => {
      const os = osOf(vm);
      return whenTrue(os === null ? null : DEPRECATED_GUESTS.test(os), { os });
    },
  }),
  vmRule({
    id: "os-unknown-to-azure",
    number: 39,
    severity: "warning",
    effort: "low",
    verdicts: ALL_WARNED,
    source: "Azure Migrate AVS assessment: UnsupportedOperatingSystem",
    reads: OS_COLUMNS,
    check: (vm) => {
      const os = osOf(vm);
      return whenTrue(os === null ? null : /^other\b(?!.*linux)/i.test(os.trim()), { os });
    },
  }),
  vmRule({
    id: "filesystem-full",
    number: 40,
    severity: "warning",
    effort: "medium",
    verdicts: ALL_WARNED,
    source: "Forklift validation policies for VMware: free space before conversion",
    reads: [[from("vPartition", "Free MiB")]],
    check: (vm) => matching(vm.partitions, isNearlyFull, partitionDetail),
  }),
  vmRule({
    id: "filesystem-low",
    number: 40,
    severity: "info",
    effort: "medium",
    verdicts: NO_EFFECT,
    source: "RVTools analyzers: less than 10 % free",
    reads: [[from("vPartition", "Free MiB", "Capacity MiB")]],
    check: (vm) =>
      matching(
        vm.partitions,
        (partition) => {
          const { freeMib, capacityMib } = partition;
          if (freeMib === null || capacityMib === null || capacityMib <= 0) return null;
          return freeMib / capacityMib < 0.1;
        },
        partitionDetail,
      ),
  }),
  vmRule({
    id: "licence-bound",
    number: 70,
    severity: "info",
    effort: "medium",
    verdicts: NO_EFFECT,
    source: "AVS RVTools analyzer, Oracle; licence terms count the hosts of a cluster",
    reads: [[from("vInfo", "VM")]],
    check: (vm) => {
      const texts = [vm.name, vm.annotation, osOf(vm)];
      const hint = texts
        .map((text) => /oracle|\bsql\b|mssql|sqlserver|\bdb2\b|websphere|\bsap\b/i.exec(text ?? ""))
        .find((match) => match !== null);
      return hint ? [{ hint: hint[0] }] : [];
    },
  }),
];

function osOf(vm: InventoryVm): string | null {
  return vm.osRunning ?? vm.osConfigured;
}

/** Case, blanks and the word size aside: `CentOS 7 (64-bit)` and `centos 7` are the same. */
function osWords(os: string): string {
  return os
    .toLowerCase()
    .replace(/\((?:32|64)-bit\)|microsoft|or later|\s/g, "")
    .trim();
}

function endOfSupport(
  vm: InventoryVm,
  context: RuleContext,
  predicate: (remainingMilliseconds: number) => boolean,
): CheckResult {
  const os = osOf(vm);
  if (os === null || context.asOfMilliseconds === null) return null;
  const lifecycle = lifecycleOf(os);
  const end = parseTime(lifecycle?.endOfSupport ?? null);
  // A system that the table does not know is neither in support nor out of it.
  if (lifecycle === null || end === null) return null;
  return whenTrue(predicate(end - context.asOfMilliseconds), {
    os,
    family: lifecycle.family,
    endOfSupport: lifecycle.endOfSupport,
  });
}

/** Free space below which a change to the guest can fail, in MiB, by mount point. */
function neededFreeMib(path: string): number {
  if (path === "/") return 100;
  if (path === "/boot") return 50;
  return /^c:\\?$/i.test(path) ? 100 : 10;
}

function isNearlyFull(partition: InventoryPartition): boolean | null {
  if (partition.freeMib === null) return null;
  return partition.freeMib < neededFreeMib((partition.path ?? "").trim());
}

function partitionDetail(partition: InventoryPartition) {
  return {
    path: partition.path,
    freeMib: partition.freeMib,
    capacityMib: partition.capacityMib,
  };
}
