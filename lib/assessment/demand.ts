import { z } from "zod";
import type { InventoryVm } from "@/lib/inventory/schema";
import { MIB_PER_GIB } from "@/lib/units/bytes";
import type { AssessmentSettings } from "./schema";

/** What a set of VMs asks for. VMs whose figure the export lacks are counted, never taken as zero. */
export const demandSchema = z.object({
  vmCount: z.number(),
  vcpus: z.number(),
  memoryGib: z.number(),
  storageGib: z.number(),
  /** VMs that the sums leave out because the export does not say. */
  vcpusUnknownVms: z.number(),
  memoryUnknownVms: z.number(),
  storageUnknownVms: z.number(),
  /** VMs sized by allocation although the criterion is performance-based: no measurement. */
  cpuUnmeasuredVms: z.number(),
  memoryUnmeasuredVms: z.number(),
  /** VMs whose storage comes from another column than the basis asks for. */
  storageFallbackVms: z.number(),
});
export type Demand = z.infer<typeof demandSchema>;

export const NO_DEMAND: Demand = {
  vmCount: 0,
  vcpus: 0,
  memoryGib: 0,
  storageGib: 0,
  vcpusUnknownVms: 0,
  memoryUnknownVms: 0,
  storageUnknownVms: 0,
  cpuUnmeasuredVms: 0,
  memoryUnmeasuredVms: 0,
  storageFallbackVms: 0,
};

/** What of a VM its demand is read from. */
export type SizedVm = Pick<
  InventoryVm,
  "cpus" | "memoryMib" | "provisionedMib" | "inUseMib" | "diskCapacityMib" | "performance"
>;

/** What one VM asks for before the comfort factor; null where nothing in the export says. */
export type VmDemand = {
  vcpus: number | null;
  memoryGib: number | null;
  storageGib: number | null;
  cpuMeasured: boolean;
  memoryMeasured: boolean;
  storageFallback: boolean;
};

/**
 * Effective size of a VM (Azure Migrate: AVS assessment calculation): allocation times the chosen
 * percentile of utilisation when performance-based and measured, else the allocation.
 */
export function vmDemand(vm: SizedVm, settings: AssessmentSettings): VmDemand {
  const measured = settings.sizingCriterion === "PerformanceBased" ? vm.performance : null;
  const percentile = settings.performanceData.percentile.replace("Percentile", "p");
  const cpuRatio = measured?.cpuRatio?.[percentile] ?? null;
  const memoryRatio = measured?.memoryRatio?.[percentile] ?? null;
  const columns = storageColumns(vm, settings);
  const storageMib = columns.find((value) => value !== null) ?? null;
  return {
    vcpus: vm.cpus === null ? null : vm.cpus * (cpuRatio ?? 1),
    memoryGib: vm.memoryMib === null ? null : (vm.memoryMib * (memoryRatio ?? 1)) / MIB_PER_GIB,
    storageGib: storageMib === null ? null : storageMib / MIB_PER_GIB,
    cpuMeasured: cpuRatio !== null,
    memoryMeasured: memoryRatio !== null,
    storageFallback: storageMib !== null && columns[0] === null,
  };
}

/** The column asked for, then those that stand in for it, largest meaning first. */
function storageColumns(vm: SizedVm, settings: AssessmentSettings): (number | null)[] {
  const basis =
    settings.storageBasis === "criterion"
      ? settings.sizingCriterion === "PerformanceBased"
        ? "inUse"
        : "allocated"
      : settings.storageBasis;
  if (basis === "inUse") return [vm.inUseMib, vm.provisionedMib, vm.diskCapacityMib];
  if (basis === "provisioned") return [vm.provisionedMib, vm.diskCapacityMib, vm.inUseMib];
  return [vm.diskCapacityMib, vm.provisionedMib, vm.inUseMib];
}

export function sumDemand(vms: readonly SizedVm[], settings: AssessmentSettings): Demand {
  const sum = { ...NO_DEMAND };
  const performanceBased = settings.sizingCriterion === "PerformanceBased";
  for (const vm of vms) {
    const demand = vmDemand(vm, settings);
    sum.vmCount += 1;
    sum.vcpus += demand.vcpus ?? 0;
    sum.memoryGib += demand.memoryGib ?? 0;
    sum.storageGib += demand.storageGib ?? 0;
    if (demand.vcpus === null) sum.vcpusUnknownVms += 1;
    if (demand.memoryGib === null) sum.memoryUnknownVms += 1;
    if (demand.storageGib === null) sum.storageUnknownVms += 1;
    if (performanceBased && !demand.cpuMeasured) sum.cpuUnmeasuredVms += 1;
    if (performanceBased && !demand.memoryMeasured) sum.memoryUnmeasuredVms += 1;
    if (demand.storageFallback) sum.storageFallbackVms += 1;
  }
  return sum;
}
