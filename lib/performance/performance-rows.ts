import type { z } from "zod";
import { TEXT_ORDER } from "@/lib/inventory/row-search";
import { KIB_PER_MIB } from "@/lib/units/bytes";
import { ACTIVITIES, type Activity, activityOf } from "./activity";
import type { PERFORMANCE_SORTS, PerformanceRow, performanceFilterSchema } from "./api-schema";
import type { MetricStatistics, PerformanceVm } from "./performance-vm";
import { loadPercent, rightSize } from "./right-size";
import type { PerformanceRules } from "./rules-schema";

/** What the list says of a VM under some rules. */
export function performanceRow(vm: PerformanceVm, rules: PerformanceRules): PerformanceRow {
  const load = loadPercent(vm, rules);
  const size = rightSize(vm, rules);
  const at = (statistics: MetricStatistics | null) => statistics?.[rules.percentile] ?? null;
  const mib = (kib: number | null) => (kib === null ? null : kib / KIB_PER_MIB);
  return {
    key: vm.key,
    name: vm.name,
    powerState: vm.powerState,
    os: vm.os,
    cluster: vm.cluster,
    activity: activityOf(vm, rules),
    cpus: vm.cpus,
    cpuPercent: load.cpu,
    recommendedCpus: size.cpus,
    memoryMib: vm.memoryMib,
    memoryPercent: load.memory,
    recommendedMemoryMib: size.memoryMib,
    diskMibPerSecond: mib(at(vm.diskKibPerSecond)),
    diskIops: at(vm.diskIops),
    networkMibPerSecond: mib(at(vm.networkKibPerSecond)),
    coverageRatio: vm.measuredName === null ? null : (vm.performance?.coverageRatio ?? null),
  };
}

/** VMs by verdict, every verdict present. */
export function countActivities(rows: readonly PerformanceRow[]): Record<Activity, number> {
  const counts: Record<Activity, number> = {
    undersized: 0,
    oversized: 0,
    idle: 0,
    zombie: 0,
    rightSized: 0,
    notMeasured: 0,
  };
  for (const { activity } of rows) counts[activity] += 1;
  return counts;
}

type Filter = Omit<z.output<typeof performanceFilterSchema>, keyof PerformanceRules>;

/** The rows that match: search is by substring of name, system and cluster in any case. */
export function filterRows(rows: readonly PerformanceRow[], filter: Filter): PerformanceRow[] {
  const wanted = filter.search?.toLowerCase() ?? "";
  return rows.filter(
    (row) =>
      (filter.activity === undefined || row.activity === filter.activity) &&
      (filter.cluster === undefined || row.cluster === filter.cluster) &&
      (wanted === "" ||
        [row.name, row.os, row.cluster].some((text) => text?.toLowerCase().includes(wanted))),
  );
}

interface Order {
  sort: (typeof PERFORMANCE_SORTS)[number];
  direction: "asc" | "desc";
}

/**
 * A sorted copy of rows that are in the order of their names; equal ones keep that order, and unknown values come
 * last whichever way.
 */
export function sortRows(rows: readonly PerformanceRow[], { sort, direction }: Order) {
  if (sort === "name") return direction === "desc" ? rows.toReversed() : [...rows];
  const sign = direction === "desc" ? -1 : 1;
  const read = sort === "cluster" ? clusterRank(rows) : READERS[sort];
  return [...rows].sort((left, right) => {
    const a = read(left);
    const b = read(right);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * (a - b);
  });
}

type Reader = (row: PerformanceRow) => number | null;

const READERS: Readonly<Record<Exclude<Order["sort"], "name" | "cluster">, Reader>> = {
  activity: (row) => ACTIVITIES.indexOf(row.activity),
  cpus: (row) => row.cpus,
  cpuPercent: (row) => row.cpuPercent,
  recommendedCpus: (row) => row.recommendedCpus,
  memoryMib: (row) => row.memoryMib,
  memoryPercent: (row) => row.memoryPercent,
  recommendedMemoryMib: (row) => row.recommendedMemoryMib,
  diskMibPerSecond: (row) => row.diskMibPerSecond,
  diskIops: (row) => row.diskIops,
  networkMibPerSecond: (row) => row.networkMibPerSecond,
  coverageRatio: (row) => row.coverageRatio,
};

/** Comparing texts by language is slow: each cluster is placed once. */
function clusterRank(rows: readonly PerformanceRow[]): Reader {
  const names = [...new Set(rows.flatMap(({ cluster }) => cluster ?? []))];
  const ranks = new Map(names.sort(TEXT_ORDER.compare).map((name, rank) => [name, rank]));
  return ({ cluster }) => (cluster === null ? null : (ranks.get(cluster) ?? null));
}
