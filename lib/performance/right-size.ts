import type { SizedVm } from "@/lib/assessment/demand";
import type { PerformanceRules } from "./rules-schema";

/** Memory is bought in steps of this size: an assumption, as no document names one. */
const MEMORY_STEP_MIB = 512;
/** 2.0000000001 vCPUs are two: products of decimals miss whole numbers by so much. */
const ROUNDING_TOLERANCE = 1e-9;

/** The size that a VM's load asks for; null where the size or the load is not known. */
export interface RightSize {
  cpus: number | null;
  memoryMib: number | null;
}

/**
 * Azure Migrate's effective size (AVS assessment calculation, 2024-08-07): allocated x utilisation at the percentile
 * x comfort factor, to whole vCPUs and steps of 512 MiB, at least one. Where the load is above the limit of
 * `undersized`, at least the size at which it would be at the limit.
 */
export function rightSize(vm: SizedVm, rules: PerformanceRules): RightSize {
  const { cpu, memory, memoryPeak } = loadPercent(vm, rules);
  const cpuFactor = sizeFactor(cpu, cpu, rules);
  const memoryFactor = sizeFactor(memory, memoryPeak, rules);
  return {
    cpus: vm.cpus === null || cpuFactor === null ? null : wholeSteps(vm.cpus * cpuFactor, 1),
    memoryMib:
      vm.memoryMib === null || memoryFactor === null
        ? null
        : wholeSteps(vm.memoryMib * memoryFactor, MEMORY_STEP_MIB),
  };
}

/** `judged` is the statistic that the limit of `undersized` looks at. */
function sizeFactor(
  used: number | null,
  judged: number | null,
  { comfort, undersized }: PerformanceRules,
): number | null {
  if (used === null) return null;
  const wanted = (used / 100) * comfort;
  return judged !== null && judged > undersized && undersized > 0
    ? Math.max(wanted, judged / undersized)
    : wanted;
}

function wholeSteps(amount: number, step: number): number {
  return Math.max(1, Math.ceil(amount / step - ROUNDING_TOLERANCE)) * step;
}

/** A VM's load in percent of its size: CPU and memory at the percentile, memory at its peak. */
export interface LoadPercent {
  cpu: number | null;
  cpuPeak: number | null;
  memory: number | null;
  memoryPeak: number | null;
}

export function loadPercent(vm: SizedVm, { percentile }: PerformanceRules): LoadPercent {
  const { cpuRatio, memoryRatio } = vm.performance ?? { cpuRatio: null, memoryRatio: null };
  const of = (ratios: Readonly<Record<string, number>> | null, name: string) => {
    const ratio = ratios?.[name];
    return ratio === undefined ? null : ratio * 100;
  };
  const memory = of(memoryRatio, percentile);
  return {
    cpu: of(cpuRatio, percentile),
    cpuPeak: of(cpuRatio, "max"),
    memory,
    memoryPeak: of(memoryRatio, "max") ?? memory,
  };
}
