import { z } from "zod";
import type { PerformanceVm } from "./performance-vm";
import { loadPercent, rightSize } from "./right-size";
import type { PerformanceRules } from "./rules-schema";

/** What a VM's load says of it, the most pressing first. */
export const ACTIVITIES = [
  "undersized",
  "oversized",
  "idle",
  "zombie",
  "rightSized",
  "notMeasured",
] as const;
export const activitySchema = z.enum(ACTIVITIES);
export type Activity = z.infer<typeof activitySchema>;

const BITS_PER_KIB = 8_192;
const BITS_PER_MEGABIT = 1e6;

/** Percent of the network adapter's line. */
export function networkPercent(kibPerSecond: number, { lineMbps }: PerformanceRules): number {
  return ((kibPerSecond * BITS_PER_KIB) / (lineMbps * BITS_PER_MEGABIT)) * 100;
}

/**
 * The one verdict on a VM. A VM whose CPU, memory or network was not measured is never called idle or a zombie, and
 * one that is short of a resource is undersized whatever it has too much of.
 */
export function activityOf(vm: PerformanceVm, rules: PerformanceRules): Activity {
  const load = loadPercent(vm, rules);
  if (load.cpu === null && load.memory === null) return "notMeasured";
  if (isZombie(vm, rules)) return "zombie";
  if (isIdle(vm, rules)) return "idle";
  if ((load.cpu ?? 0) > rules.undersized || (load.memoryPeak ?? 0) > rules.undersized) {
    return "undersized";
  }
  return isOversized(vm, rules) ? "oversized" : "rightSized";
}

function isZombie(vm: PerformanceVm, rules: PerformanceRules): boolean {
  const { cpuPeak, memoryPeak } = loadPercent(vm, rules);
  const networkPeak = vm.networkKibPerSecond?.max ?? null;
  if (cpuPeak === null || memoryPeak === null || networkPeak === null) return false;
  const { coverageRatio = 0 } = vm.performance ?? {};
  return (
    Math.max(cpuPeak, memoryPeak, networkPercent(networkPeak, rules)) < rules.zombieBelow &&
    coverageRatio * 100 >= rules.zombieCoverage
  );
}

function isIdle(vm: PerformanceVm, rules: PerformanceRules): boolean {
  const { cpu, memory } = loadPercent(vm, rules);
  const network = vm.networkKibPerSecond?.[rules.percentile] ?? null;
  if (cpu === null || memory === null || network === null) return false;
  return (
    cpu < rules.idleCpu &&
    memory < rules.idleMemory &&
    networkPercent(network, rules) < rules.idleNetwork
  );
}

/** Half of a resource would do, and a smaller size can be bought. */
function isOversized(vm: PerformanceVm, rules: PerformanceRules): boolean {
  const { cpu, memoryPeak } = loadPercent(vm, rules);
  const size = rightSize(vm, rules);
  const wide = (load: number | null, wanted: number | null, allocated: number | null) =>
    load !== null &&
    load <= rules.oversized &&
    wanted !== null &&
    allocated !== null &&
    wanted < allocated;
  return wide(cpu, size.cpus, vm.cpus) || wide(memoryPeak, size.memoryMib, vm.memoryMib);
}
