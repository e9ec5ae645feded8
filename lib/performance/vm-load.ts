import type { Inventory, InventoryVm, PerformanceSummary } from "@/lib/inventory/schema";
import { KIB_PER_MIB } from "@/lib/units/bytes";
import type { MetricSummary, PerformancePeriod, VmPerformance } from "./schema";

const PERCENTILES = ["p50", "p90", "p95", "p99", "max"] as const;

/** Measured VMs by the names that exports write them with: in lower case, and without what follows a dot. */
export class MeasuredVms<TMeasured extends Pick<VmPerformance, "vmName"> = VmPerformance> {
  private readonly byName = new Map<string, TMeasured | null>();

  constructor(measured: Iterable<TMeasured>) {
    for (const vm of measured) {
      const name = vm.vmName.trim().toLowerCase();
      // Two series of one name cannot be told apart: neither is taken.
      this.byName.set(name, this.byName.has(name) ? null : vm);
    }
  }

  /** The samples of a VM by its name, else its DNS name; null when there are none. */
  of(vm: Pick<InventoryVm, "name" | "dnsName">): TMeasured | null {
    const byName = this.byName.get(vm.name.trim().toLowerCase());
    if (byName !== undefined) return byName;
    return vm.dnsName === null ? null : (this.byName.get(vm.dnsName.trim().toLowerCase()) ?? null);
  }
}

/** What turns a VM's samples into shares of its own size. */
export interface VmSize {
  cpus: number | null;
  memoryMib: number | null;
  /** Clock of the cores that the VM runs on, MHz; null when its host is not known. */
  coreMhz: number | null;
}

/** The load of one VM as shares of its size; null where neither the export nor the inventory says enough. */
export interface VmLoad {
  cpu: { percentiles: Record<string, number>; divisor: number; metric: MetricSummary } | null;
  memory: { percentiles: Record<string, number>; divisor: number; metric: MetricSummary } | null;
}

export function loadOf(measured: VmPerformance, size: VmSize): VmLoad {
  const { cpuPercent, cpuMhz, memoryPercent, memoryKib } = measured.metrics;
  const mhz = size.cpus === null || size.coreMhz === null ? null : size.cpus * size.coreMhz;
  const kib = size.memoryMib === null ? null : size.memoryMib * KIB_PER_MIB;
  return {
    cpu: shareOf(cpuPercent, 100) ?? shareOf(cpuMhz, mhz),
    memory: shareOf(memoryPercent, 100) ?? shareOf(memoryKib, kib),
  };
}

/** Shares are cut at 1: a VM that runs faster than its clock says has no more than all of its cores. */
function shareOf(metric: MetricSummary | undefined, divisor: number | null): VmLoad["cpu"] {
  if (metric === undefined || divisor === null || divisor <= 0) return null;
  const percentiles = Object.fromEntries(
    PERCENTILES.map((name) => [name, Math.min(1, metric[name] / divisor)]),
  );
  return { percentiles, divisor, metric };
}

/** The samples of a VM as assessments read them. */
export function performanceSummary(
  measured: VmPerformance,
  period: PerformancePeriod,
  size: VmSize,
): PerformanceSummary {
  const { cpu, memory } = loadOf(measured, size);
  const counts = Object.values(measured.metrics).map(({ sampleCount }) => sampleCount);
  const sampleCount = cpu?.metric.sampleCount ?? Math.max(0, ...counts);
  return {
    sampleCount,
    coverageRatio: Math.min(1, sampleCount / Math.max(1, period.expectedSamples)),
    startAt: measured.startAt,
    endAt: measured.endAt,
    cpuRatio: cpu?.percentiles ?? null,
    memoryRatio: memory?.percentiles ?? null,
  };
}

/** Gives each VM of an inventory the load of a performance export, in place; others keep what their file says. */
export function attachPerformance(
  inventory: Pick<Inventory, "vms" | "hosts">,
  measured: Iterable<VmPerformance>,
  period: PerformancePeriod,
): void {
  const byName = new MeasuredVms(measured);
  const mhzOfHost = new Map(inventory.hosts.map((host) => [host.name, host.speedMhz]));
  for (const vm of inventory.vms) {
    const samples = byName.of(vm);
    if (samples === null) continue;
    vm.performance = performanceSummary(samples, period, {
      cpus: vm.cpus,
      memoryMib: vm.memoryMib,
      coreMhz: vm.host === null ? null : (mhzOfHost.get(vm.host) ?? null),
    });
  }
}
