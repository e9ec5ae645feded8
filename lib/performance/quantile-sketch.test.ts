import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownMetric } from "./metric-name";
import { PerformanceAggregate } from "./performance-aggregate";
import { QuantileSketch, RELATIVE_ACCURACY } from "./quantile-sketch";

function sketchOf(values: readonly number[]): QuantileSketch {
  const sketch = new QuantileSketch();
  for (const value of values) sketch.add(value);
  return sketch;
}

describe("percentiles of samples", () => {
  it("are within 1 % of the sorted values' nearest rank, at any size and order", () => {
    const value = fc.oneof(
      fc.constant(0),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: 100, max: 5_000_000, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 400 }),
        fc.constantFrom(0.5, 0.9, 0.95, 0.99, 1),
        (values, ratio) => {
          const sorted = [...values].sort((a, b) => a - b);
          const truth = sorted[Math.max(1, Math.ceil(ratio * sorted.length)) - 1] ?? 0;
          const found = sketchOf(values).quantile(ratio) ?? Number.NaN;
          expect(Math.abs(found - truth)).toBeLessThanOrEqual(truth * RELATIVE_ACCURACY + 1e-9);
        },
      ),
    );
  });

  it("by hand: of 1 to 20 the 95th is the 19th, the largest is exact, nothing has none", () => {
    const sketch = sketchOf(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(sketch.quantile(0.95)).toBeCloseTo(19, 0);
    expect(sketch.quantile(1)).toBe(20);
    // (1 + 20) / 2
    expect(sketch.mean()).toBe(10.5);
    expect(new QuantileSketch().quantile(0.5)).toBeNull();
  });
});

describe("a metric's name", () => {
  it.each([
    ["cpu.usage.average", "cpuPercent", 1],
    ["CPU|Usage (%)", "cpuPercent", 1],
    ["cpu|usagemhz_average", "cpuMhz", 1],
    ["CPU|Usage (GHz)", "cpuMhz", 1_000],
    ["mem.usage.average", "memoryPercent", 1],
    ["Memory|Usage (%)", "memoryPercent", 1],
    ["mem.active.average", "memoryKib", 1],
    ["Memory Usage (MB)", "memoryKib", 1_024],
    ["disk.usage.average", "diskKibPerSecond", 1],
    ["disk.commandsAveraged.average", "diskIops", 1],
    ["Virtual Disk|Total IOPS", "diskIops", 1],
    ["net.usage.average", "networkKibPerSecond", 1],
    ["Network|Usage Rate (KBps)", "networkKibPerSecond", 1],
  ])(
    "is read in the spellings of vCenter Server and Aria Operations: %s",
    (name, metric, factor) => {
      expect(knownMetric(name)).toEqual({ metric, factor });
    },
  );

  it.each([
    "cpu.ready.summation",
    "mem.consumed.average",
    "CPU|Demand (MHz)",
    "disk.numberRead.summation",
    "Virtual Disk|Read IOPS",
    "disk.read.average",
    "sys.uptime.latest",
  ])("that says something else is not used: %s", (name) => expect(knownMetric(name)).toBeNull());
});

describe("samples of a VM", () => {
  const monday = Date.UTC(2025, 5, 9);
  const hour = 3_600_000;

  it("become means of the hours of the week from Monday", () => {
    const aggregate = new PerformanceAggregate();
    aggregate.add("a", "cpu.usage.average", 10, monday + 9 * hour);
    aggregate.add("a", "cpu.usage.average", 30, monday + 9.5 * hour);
    aggregate.add("a", "cpu.usage.average", 50, monday + 6 * 24 * hour);
    const [vm] = [...aggregate.summaries()];
    const means = vm?.metrics.cpuPercent?.hourOfWeekMeans ?? [];
    // (10 + 30) / 2 at Monday 9:00; Sunday 0:00 is hour 6 x 24.
    expect(means[9]).toBe(20);
    expect(means[144]).toBe(50);
    expect(means.filter((mean) => mean !== null)).toHaveLength(2);
  });

  it("in hundredths of a percent are brought to percent", () => {
    const aggregate = new PerformanceAggregate();
    for (let step = 0; step < 10; step += 1) {
      aggregate.add("a", "cpu.usage.average", 1_234, monday + step * hour);
    }
    const [vm] = [...aggregate.summaries()];
    expect(vm?.metrics.cpuPercent?.max).toBe(12.34);
  });

  it("tell the period and how many samples to expect", () => {
    const aggregate = new PerformanceAggregate();
    // Two hours missing: 0, 1, 2, 5 in hours is a sample an hour, six of them expected.
    for (const step of [0, 1, 2, 5])
      aggregate.add("a", "cpu.usage.average", 1, monday + step * hour);
    expect(aggregate.period()).toMatchObject({ intervalMinutes: 60, expectedSamples: 6 });
  });
});
