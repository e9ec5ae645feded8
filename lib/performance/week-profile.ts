import { z } from "zod";
import { KIB_PER_MIB } from "@/lib/units/bytes";
import { HOURS_OF_WEEK, type PerformanceMetric, type VmPerformance } from "./schema";
import { loadOf, type VmSize } from "./vm-load";

/** Load over the hours of a week, of one VM or of many. */

const HOURS_OF_DAY = 24;

/** What a profile draws: CPU and memory as shares of what is allocated, 0 to 1, the others as sums. */
export const PROFILE_SERIES = [
  "cpuRatio",
  "memoryRatio",
  "diskMibPerSecond",
  "diskIops",
  "networkMibPerSecond",
] as const;
export type ProfileSeries = (typeof PROFILE_SERIES)[number];

const week = z.array(z.number().nullable()).length(HOURS_OF_WEEK);

/** By hour from Monday 00:00; null for hours that no sample covers. */
export const weekProfileSchema = z.object({
  cpuRatio: week,
  memoryRatio: week,
  diskMibPerSecond: week,
  diskIops: week,
  networkMibPerSecond: week,
});
export type WeekProfile = z.infer<typeof weekProfileSchema>;

class Sum {
  private readonly used = new Float64Array(HOURS_OF_WEEK);
  private readonly size = new Float64Array(HOURS_OF_WEEK);
  private readonly counts = new Uint32Array(HOURS_OF_WEEK);

  /** `factor` brings means to the unit of the sum, `size` is what they are a share of. */
  add(means: readonly (number | null)[], factor: number, size: number): void {
    for (const [hour, mean] of means.entries()) {
      if (mean === null) continue;
      this.used[hour] = (this.used[hour] ?? 0) + mean * factor;
      this.size[hour] = (this.size[hour] ?? 0) + size;
      this.counts[hour] = (this.counts[hour] ?? 0) + 1;
    }
  }

  sums(): (number | null)[] {
    return Array.from(this.counts, (count, hour) => (count === 0 ? null : (this.used[hour] ?? 0)));
  }

  /** Over those VMs that the hour has a sample of. */
  ratios(): (number | null)[] {
    return Array.from(this.size, (size, hour) =>
      size === 0 ? null : Math.min(1, (this.used[hour] ?? 0) / size),
    );
  }
}

/** Adds up the profiles of VMs. An hour that some of them lack is a share of those that have it. */
export class ProfileSum {
  private readonly cpu = new Sum();
  private readonly memory = new Sum();
  private readonly rates: Record<"disk" | "iops" | "network", Sum> = {
    disk: new Sum(),
    iops: new Sum(),
    network: new Sum(),
  };
  vmCount = 0;
  /** What the shares are of: the sizes of the VMs whose load is known. */
  vcpus = 0;
  memoryMib = 0;

  add(measured: VmPerformance, size: VmSize): void {
    this.vmCount += 1;
    const { cpu, memory } = loadOf(measured, size);
    if (cpu && size.cpus !== null) {
      this.vcpus += size.cpus;
      this.cpu.add(cpu.metric.hourOfWeekMeans, size.cpus / cpu.divisor, size.cpus);
    }
    if (memory && size.memoryMib !== null) {
      this.memoryMib += size.memoryMib;
      const factor = size.memoryMib / memory.divisor;
      this.memory.add(memory.metric.hourOfWeekMeans, factor, size.memoryMib);
    }
    const rate = (sum: Sum, metric: PerformanceMetric, factor: number) => {
      const summary = measured.metrics[metric];
      if (summary) sum.add(summary.hourOfWeekMeans, factor, 0);
    };
    rate(this.rates.disk, "diskKibPerSecond", 1 / KIB_PER_MIB);
    rate(this.rates.iops, "diskIops", 1);
    rate(this.rates.network, "networkKibPerSecond", 1 / KIB_PER_MIB);
  }

  profile(): WeekProfile {
    return {
      cpuRatio: this.cpu.ratios(),
      memoryRatio: this.memory.ratios(),
      diskMibPerSecond: this.rates.disk.sums(),
      diskIops: this.rates.iops.sums(),
      networkMibPerSecond: this.rates.network.sums(),
    };
  }
}

/** The profile as clocks show it that are `hours` ahead. */
export function shiftProfile(profile: WeekProfile, hours: number): WeekProfile {
  const shift = (values: readonly (number | null)[]) =>
    values.map((_, hour) => {
      const from = (((hour - hours) % HOURS_OF_WEEK) + HOURS_OF_WEEK) % HOURS_OF_WEEK;
      return values[from] ?? null;
    });
  return mapSeries(profile, shift);
}

function mapSeries(
  profile: WeekProfile,
  change: (values: readonly (number | null)[]) => (number | null)[],
): WeekProfile {
  return {
    cpuRatio: change(profile.cpuRatio),
    memoryRatio: change(profile.memoryRatio),
    diskMibPerSecond: change(profile.diskMibPerSecond),
    diskIops: change(profile.diskIops),
    networkMibPerSecond: change(profile.networkMibPerSecond),
  };
}

export const PROFILE_VIEWS = ["hour", "weekday", "week"] as const;
export type ProfileView = (typeof PROFILE_VIEWS)[number];

/** One place on the axis of a view: its hour of the day, weekday or hour of the week, each from 0. */
export type ProfilePoint = { at: number } & Record<ProfileSeries, number | null>;

const PLACE_OF = {
  hour: (hour: number) => hour % HOURS_OF_DAY,
  weekday: (hour: number) => Math.floor(hour / HOURS_OF_DAY),
  week: (hour: number) => hour,
} as const satisfies Record<ProfileView, (hour: number) => number>;

/**
 * A week by hour of day, by weekday or as it is: each place the mean of its hours that have samples. Places without
 * any are left out, for instance every second hour of samples of two hours.
 */
export function profilePoints(profile: WeekProfile, view: ProfileView): ProfilePoint[] {
  const placeOf = PLACE_OF[view];
  const points = new Map<number, { sum: Record<string, number>; count: Record<string, number> }>();
  for (const series of PROFILE_SERIES) {
    for (const [hour, value] of profile[series].entries()) {
      if (value === null) continue;
      const at = placeOf(hour);
      const point = points.get(at) ?? { sum: {}, count: {} };
      points.set(at, point);
      point.sum[series] = (point.sum[series] ?? 0) + value;
      point.count[series] = (point.count[series] ?? 0) + 1;
    }
  }
  const meanOf = (at: number, series: ProfileSeries) => {
    const { sum = {}, count = {} } = points.get(at) ?? {};
    const total = count[series] ?? 0;
    return total === 0 ? null : (sum[series] ?? 0) / total;
  };
  return [...points.keys()]
    .sort((a, b) => a - b)
    .map((at) => ({
      at,
      cpuRatio: meanOf(at, "cpuRatio"),
      memoryRatio: meanOf(at, "memoryRatio"),
      diskMibPerSecond: meanOf(at, "diskMibPerSecond"),
      diskIops: meanOf(at, "diskIops"),
      networkMibPerSecond: meanOf(at, "networkMibPerSecond"),
    }));
}

/** The mean over the week and its busiest hour; null where nothing was measured. */
export function busiestHour(
  values: readonly (number | null)[],
): { mean: number; peak: number; hour: number } | null {
  let sum = 0;
  let count = 0;
  let peak = Number.NEGATIVE_INFINITY;
  let hour = 0;
  for (const [at, value] of values.entries()) {
    if (value === null) continue;
    sum += value;
    count += 1;
    if (value > peak) {
      peak = value;
      hour = at;
    }
  }
  return count === 0 ? null : { mean: sum / count, peak, hour };
}
