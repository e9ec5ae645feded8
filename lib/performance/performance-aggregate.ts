import { knownMetric } from "./metric-name";
import { QuantileSketch } from "./quantile-sketch";
import {
  HOURS_OF_WEEK,
  type MetricSummary,
  type PerformanceMetric,
  type PerformancePeriod,
  type VmPerformance,
} from "./schema";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** 1 January 1970 was a Thursday: Monday 00:00 lies this many hours into the count. */
const MONDAY_OFFSET_HOURS = 72;
/** Different moments that are kept: a year of samples of 5 minutes. */
const MOMENTS_MAX = 110_000;

class MetricSeries {
  readonly sketch = new QuantileSketch();
  private readonly sums = new Float64Array(HOURS_OF_WEEK);
  private readonly counts = new Uint32Array(HOURS_OF_WEEK);

  add(value: number, timeMs: number): void {
    this.sketch.add(value);
    const hours = Math.floor(timeMs / HOUR_MS) + MONDAY_OFFSET_HOURS;
    const hour = ((hours % HOURS_OF_WEEK) + HOURS_OF_WEEK) % HOURS_OF_WEEK;
    this.sums[hour] = (this.sums[hour] ?? 0) + value;
    this.counts[hour] = (this.counts[hour] ?? 0) + 1;
  }

  /** `divisor` brings values in hundredths to whole units. */
  summary(divisor: number): MetricSummary {
    const at = (ratio: number) => (this.sketch.quantile(ratio) ?? 0) / divisor;
    return {
      sampleCount: this.sketch.count,
      mean: (this.sketch.mean() ?? 0) / divisor,
      p50: at(0.5),
      p90: at(0.9),
      p95: at(0.95),
      p99: at(0.99),
      max: this.sketch.max / divisor,
      hourOfWeekMeans: Array.from(this.counts, (count, hour) =>
        count === 0 ? null : (this.sums[hour] ?? 0) / count / divisor,
      ),
    };
  }
}

interface VmSeries {
  name: string;
  startMs: number;
  endMs: number;
  series: Map<PerformanceMetric, MetricSeries>;
}

/**
 * Folds samples into percentiles and weekly profiles while they stream by. Memory grows with VMs and metrics
 * (about 4 KB for each pair), not with samples.
 */
export class PerformanceAggregate {
  private readonly vms = new Map<string, VmSeries>();
  private readonly moments = new Set<number>();
  private readonly metrics = new Map<string, ReturnType<typeof knownMetric>>();
  /** Most exports write all VMs of a moment together. */
  private lastMoment = Number.NaN;
  private percentSamples = 0;
  private percentSamplesOverHundred = 0;

  get vmCount(): number {
    return this.vms.size;
  }

  /** Names of metrics that nothing here uses. */
  unusedMetrics(): string[] {
    return [...this.metrics].flatMap(([name, known]) => (known === null ? [name] : []));
  }

  /** Counts one sample; false for a metric that is not used. `value` is 0 or more. */
  add(vmName: string, metricName: string, value: number, timeMs: number): boolean {
    let known = this.metrics.get(metricName);
    if (known === undefined) {
      known = knownMetric(metricName);
      this.metrics.set(metricName, known);
    }
    if (known === null) return false;
    const scaled = value * known.factor;
    if (isPercent(known.metric)) {
      this.percentSamples += 1;
      if (scaled > 110) this.percentSamplesOverHundred += 1;
    }
    if (timeMs !== this.lastMoment && this.moments.size < MOMENTS_MAX) this.moments.add(timeMs);
    this.lastMoment = timeMs;
    const vm = this.vmOf(vmName, timeMs);
    let series = vm.series.get(known.metric);
    if (series === undefined) {
      series = new MetricSeries();
      vm.series.set(known.metric, series);
    }
    series.add(scaled, timeMs);
    return true;
  }

  /** vCenter Server's own counters are hundredths of a percent: then more than one in a hundred is above 110. */
  isInHundredths(): boolean {
    return this.percentSamplesOverHundred > this.percentSamples / 100;
  }

  *summaries(): Generator<VmPerformance> {
    const percentDivisor = this.isInHundredths() ? 100 : 1;
    for (const { name, startMs, endMs, series } of this.vms.values()) {
      const metrics: VmPerformance["metrics"] = {};
      for (const [metric, samples] of series) {
        metrics[metric] = samples.summary(isPercent(metric) ? percentDivisor : 1);
      }
      yield { vmName: name, startAt: isoOf(startMs), endAt: isoOf(endMs), metrics };
    }
  }

  /** Null without a sample. */
  period(): PerformancePeriod | null {
    const times = [...this.moments].sort((a, b) => a - b);
    const first = times[0];
    const last = times.at(-1);
    if (first === undefined || last === undefined) return null;
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    gaps.sort((a, b) => a - b);
    const gapMs = gaps[gaps.length >> 1] ?? HOUR_MS;
    return {
      startAt: isoOf(first),
      endAt: isoOf(last),
      intervalMinutes: gapMs / MINUTE_MS,
      expectedSamples: Math.round((last - first) / gapMs) + 1,
    };
  }

  private vmOf(name: string, timeMs: number): VmSeries {
    const known = this.vms.get(name);
    if (known === undefined) {
      const made = { name, startMs: timeMs, endMs: timeMs, series: new Map() };
      this.vms.set(name, made);
      return made;
    }
    if (timeMs < known.startMs) known.startMs = timeMs;
    if (timeMs > known.endMs) known.endMs = timeMs;
    return known;
  }
}

const isPercent = (metric: PerformanceMetric) =>
  metric === "cpuPercent" || metric === "memoryPercent";

function isoOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}
