import type { MetricStatistics, PerformanceVm } from "../performance-vm";
import { HOURS_OF_WEEK, type MetricSummary } from "../schema";

/** Only tests import this. */

/** A metric whose every statistic is `level`, but the peak. */
export function flat(level: number, peak = level): MetricStatistics {
  return {
    sampleCount: 84,
    mean: level,
    p50: level,
    p90: level,
    p95: level,
    p99: level,
    max: peak,
  };
}

/** The same with a profile: `means` by hour of the week, null elsewhere. */
export function profiled(level: number, means: Readonly<Record<number, number>>): MetricSummary {
  const hourOfWeekMeans = Array.from({ length: HOURS_OF_WEEK }, (_, hour) => means[hour] ?? null);
  return { ...flat(level), hourOfWeekMeans };
}

const ratios = (percent: number | undefined, peak: number | undefined) => {
  if (percent === undefined) return null;
  const ratio = percent / 100;
  return { p50: ratio, p90: ratio, p95: ratio, p99: ratio, max: (peak ?? percent) / 100 };
};

interface Load {
  cpu?: number;
  cpuPeak?: number;
  memory?: number;
  memoryPeak?: number;
  networkKibPerSecond?: number;
  coverageRatio?: number;
}

/** A VM of 8 vCPUs, 16 GiB and 200 GiB in use, with a load in percent of its size. */
export function vmOf(load: Load = {}, part: Partial<PerformanceVm> = {}): PerformanceVm {
  const { networkKibPerSecond: network, coverageRatio = 1 } = load;
  return {
    key: "a",
    name: "a",
    powerState: "poweredOn",
    os: null,
    cluster: "c1",
    coreMhz: null,
    cpus: 8,
    memoryMib: 16_384,
    provisionedMib: null,
    inUseMib: 204_800,
    diskCapacityMib: null,
    performance: {
      sampleCount: 84,
      coverageRatio,
      startAt: "2025-06-09T00:00:00",
      endAt: "2025-06-16T00:00:00",
      cpuRatio: ratios(load.cpu, load.cpuPeak),
      memoryRatio: ratios(load.memory, load.memoryPeak),
    },
    measuredName: "a",
    diskKibPerSecond: null,
    diskIops: null,
    networkKibPerSecond: network === undefined ? null : flat(network),
    ...part,
  };
}
