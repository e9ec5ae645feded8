import type { PerformanceMetric } from "./schema";

/** A metric of an export: what it measures, and the factor that brings it to that metric's unit. */
export interface KnownMetric {
  metric: PerformanceMetric;
  factor: number;
}

/** KiB in the units that metrics state; networks count in decimal kilobytes as vCenter Server does, in 1,024. */
const KIB_FACTORS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:kb|kib|kbps|kilobytes?)\b/, 1],
  [/\b(?:mb|mib|mbps|megabytes?)\b/, 1_024],
  [/\b(?:gb|gib|gigabytes?)\b/, 1_048_576],
];

/** Words that say that a counter is a rate. */
const RATE = /\b(?:usage|throughput|rate|total|kbps|io)\b/;

/**
 * What a metric's name means in the spellings of vCenter Server (`cpu.usage.average`), VMware Aria Operations
 * (`CPU|Usage (%)`, `cpu|usage_average`) and hand-made exports (`CPU Usage MHz`); null for what is not used.
 */
export function knownMetric(name: string): KnownMetric | null {
  const text = name
    .toLowerCase()
    .replace(/[._|/\\:()[\]-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  // Peaks and lows of an interval are other series than its average.
  if (/\b(?:minimum|min|latest|ready|costop|wait|latency|contention)\b/.test(text)) return null;
  if (/^(?:cpu|processor|vcpu)\b/.test(text)) return cpuMetric(text);
  if (/^(?:mem|memory|ram)\b/.test(text)) return memoryMetric(text);
  if (/^(?:disk|virtual disk|virtualdisk|storage|datastore)\b/.test(text)) return diskMetric(text);
  if (/^(?:net|network)\b/.test(text) && RATE.test(text)) {
    return { metric: "networkKibPerSecond", factor: kibFactor(text) };
  }
  return null;
}

/**
 * Commands of reads and writes together count as IOPS; those of one direction are another series, and a count
 * over the interval (`disk.numberRead.summation`) is no rate.
 */
function diskMetric(text: string): KnownMetric | null {
  if (/\b(?:space|read|write|reads|writes|numberread|numberwrite)\b/.test(text)) return null;
  if (/\b(?:iops|commandsaveraged)\b/.test(text)) return { metric: "diskIops", factor: 1 };
  if (!RATE.test(text) || /\b(?:commands|number)\b/.test(text)) return null;
  return { metric: "diskKibPerSecond", factor: kibFactor(text) };
}

function cpuMetric(text: string): KnownMetric | null {
  if (
    /\b(?:capacity|provisioned|entitlement|reservation|limit|count|core|cores|demand)\b/.test(text)
  ) {
    return null;
  }
  if (/\bghz\b/.test(text)) return { metric: "cpuMhz", factor: 1_000 };
  if (/mhz\b/.test(text)) return { metric: "cpuMhz", factor: 1 };
  return /\b(?:usage|utili[sz]ation|used|load|percent|average)\b|%/.test(text)
    ? { metric: "cpuPercent", factor: 1 }
    : null;
}

function memoryMetric(text: string): KnownMetric | null {
  if (
    /\b(?:capacity|balloon|swap|swapped|shared|overhead|granted|reservation|limit|zero)\b/.test(
      text,
    )
  ) {
    return null;
  }
  const isSize = /\b(?:kb|kib|mb|mib|gb|gib)\b/.test(text);
  // Active memory is what the guest touches; consumed memory grows to all that it was ever given.
  if (/\bactive\b/.test(text)) return { metric: "memoryKib", factor: kibFactor(text) };
  if (/\bconsumed\b/.test(text)) return null;
  if (/\b(?:usage|utili[sz]ation|used|percent|workload|average)\b|%/.test(text)) {
    return isSize
      ? { metric: "memoryKib", factor: kibFactor(text) }
      : { metric: "memoryPercent", factor: 1 };
  }
  return null;
}

function kibFactor(text: string): number {
  return KIB_FACTORS.find(([pattern]) => pattern.test(text))?.[1] ?? 1;
}
