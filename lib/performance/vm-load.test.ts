import { describe, expect, it } from "vitest";
import { HOURS_OF_WEEK, type MetricSummary, type VmPerformance } from "./schema";
import { loadOf, MeasuredVms, performanceSummary } from "./vm-load";

function metric(p95: number, sampleCount = 10): MetricSummary {
  return {
    sampleCount,
    mean: p95 / 2,
    p50: p95 / 2,
    p90: p95,
    p95,
    p99: p95,
    max: p95 * 2,
    hourOfWeekMeans: Array.from({ length: HOURS_OF_WEEK }, () => null),
  };
}

function measured(vmName: string, metrics: VmPerformance["metrics"]): VmPerformance {
  return { vmName, startAt: "2025-06-09T00:00:00", endAt: "2025-06-16T00:00:00", metrics };
}

const size = { cpus: 4, memoryMib: 8_192, coreMhz: 2_500 };

describe("the load of a VM", () => {
  it("is a share of its own size, from percent, MHz or KiB", () => {
    expect(loadOf(measured("a", { cpuPercent: metric(40) }), size).cpu?.percentiles.p95).toBe(0.4);
    // 4 cores of 2,500 MHz are 10,000 MHz: 2,000 of them are a fifth.
    expect(loadOf(measured("a", { cpuMhz: metric(2_000) }), size).cpu?.percentiles.p95).toBe(0.2);
    // 8,192 MiB are 8,388,608 KiB: 2,097,152 of them are a quarter.
    expect(
      loadOf(measured("a", { memoryKib: metric(2_097_152) }), size).memory?.percentiles.p95,
    ).toBe(0.25);
  });

  it("is not known without the size that it is a share of, and never above all of it", () => {
    expect(
      loadOf(measured("a", { cpuMhz: metric(2_000) }), { ...size, coreMhz: null }).cpu,
    ).toBeNull();
    expect(loadOf(measured("a", { cpuPercent: metric(80) }), size).cpu?.percentiles.max).toBe(1);
  });

  it("covers the samples that are there of those that were due", () => {
    const period = { startAt: "", endAt: "", intervalMinutes: 30, expectedSamples: 40 };
    expect(
      performanceSummary(measured("a", { cpuPercent: metric(40) }), period, size),
    ).toMatchObject({
      sampleCount: 10,
      coverageRatio: 0.25,
      memoryRatio: null,
    });
  });

  it("is found by name in any case or by DNS name, and not guessed between two of one name", () => {
    const vms = new MeasuredVms([
      measured("WEB1", {}),
      measured("db1.corp", {}),
      measured("x", {}),
      measured("X", {}),
    ]);
    expect(vms.of({ name: "web1", dnsName: null })?.vmName).toBe("WEB1");
    expect(vms.of({ name: "db1", dnsName: "DB1.corp" })?.vmName).toBe("db1.corp");
    expect(vms.of({ name: "x", dnsName: null })).toBeNull();
    expect(vms.of({ name: "none", dnsName: null })).toBeNull();
  });
});
