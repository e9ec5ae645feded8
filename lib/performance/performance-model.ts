import { TEXT_ORDER } from "@/lib/inventory/row-search";
import type { PerformanceRow } from "./api-schema";
import { performanceRow } from "./performance-rows";
import type { MetricStatistics, PerformanceVm } from "./performance-vm";
import type { PerformanceRules } from "./rules-schema";
import type { MetricSummary, PerformancePeriod, VmPerformance } from "./schema";
import { MeasuredVms, performanceSummary } from "./vm-load";
import { ProfileSum } from "./week-profile";

/** Rows of so many different rules are kept: a list asks for its pages under the same ones. */
const KEPT_RULES = 4;

/** A VM in scope as the inventory has it; `performance` is what its own file states. */
export type ModelVm = Omit<
  PerformanceVm,
  "measuredName" | "diskKibPerSecond" | "diskIops" | "networkKibPerSecond"
> & {
  dnsName: string | null;
};

/**
 * VMs in scope tied to the samples of a performance export, which are added VM by VM so that their profiles need not
 * be in memory together: only statistics and the sums of each cluster are kept.
 */
export class PerformanceModel {
  /** By name. */
  readonly vms: readonly PerformanceVm[];
  /** Names of the export that no VM in scope has. */
  readonly unknownNames: number;
  private readonly byMeasuredName = new Map<string, PerformanceVm[]>();
  private readonly estate = new ProfileSum();
  private readonly clusters = new Map<string, ProfileSum>();
  private readonly kept = new Map<string, readonly PerformanceRow[]>();

  /** `measuredNames` are those of the export, as it writes them. */
  constructor(
    vms: readonly ModelVm[],
    measuredNames: readonly string[],
    readonly period: PerformancePeriod | null,
  ) {
    const measured = new MeasuredVms(measuredNames.map((vmName) => ({ vmName })));
    const joined = vms.map(({ dnsName, ...vm }): PerformanceVm => {
      const measuredName = measured.of({ name: vm.name, dnsName })?.vmName ?? null;
      return {
        ...vm,
        measuredName,
        diskKibPerSecond: null,
        diskIops: null,
        networkKibPerSecond: null,
      };
    });
    for (const vm of joined) {
      if (vm.measuredName === null) continue;
      const same = this.byMeasuredName.get(vm.measuredName);
      if (same) same.push(vm);
      else this.byMeasuredName.set(vm.measuredName, [vm]);
    }
    this.vms = joined.sort(
      (a, b) => TEXT_ORDER.compare(a.name, b.name) || (a.key < b.key ? -1 : 1),
    );
    this.unknownNames = measuredNames.filter((name) => !this.byMeasuredName.has(name)).length;
  }

  /** Takes the samples of one name of the export in; those of no VM in scope are passed over. */
  addSamples(samples: VmPerformance): void {
    const { period } = this;
    if (period === null) return;
    for (const vm of this.byMeasuredName.get(samples.vmName) ?? []) {
      vm.performance = performanceSummary(samples, period, vm);
      vm.diskKibPerSecond = statistics(samples.metrics.diskKibPerSecond);
      vm.diskIops = statistics(samples.metrics.diskIops);
      vm.networkKibPerSecond = statistics(samples.metrics.networkKibPerSecond);
      this.estate.add(samples, vm);
      if (vm.cluster === null) continue;
      const cluster = this.clusters.get(vm.cluster) ?? new ProfileSum();
      this.clusters.set(vm.cluster, cluster);
      cluster.add(samples, vm);
    }
  }

  /** Every VM under some rules, by name. */
  rows(rules: PerformanceRules): readonly PerformanceRow[] {
    const mark = JSON.stringify(rules);
    const known = this.kept.get(mark);
    if (known) return known;
    const rows = this.vms.map((vm) => performanceRow(vm, rules));
    this.kept.set(mark, rows);
    for (const [oldest] of this.kept) {
      if (this.kept.size <= KEPT_RULES) break;
      this.kept.delete(oldest);
    }
    return rows;
  }

  /** The sums of a cluster, or of all; null for a cluster without samples. */
  profileSum(cluster: string | null): ProfileSum | null {
    return cluster === null ? this.estate : (this.clusters.get(cluster) ?? null);
  }

  /** Clusters with samples, by name. */
  clusterNames(): string[] {
    return [...this.clusters.keys()].sort(TEXT_ORDER.compare);
  }
}

/** A metric without its weekly profile; null for one that was not measured. */
export function statistics(metric: MetricSummary | undefined): MetricStatistics | null {
  if (metric === undefined) return null;
  const { hourOfWeekMeans: _profile, ...kept } = metric;
  return kept;
}
