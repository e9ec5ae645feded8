import { describe, expect, it } from "vitest";
import type { VmPerformance } from "./schema";
import { profiled } from "./testing/vm-of";
import { busiestHour, ProfileSum, profilePoints, shiftProfile } from "./week-profile";

const measured = (metrics: VmPerformance["metrics"]): VmPerformance => ({
  vmName: "a",
  startAt: "2025-06-09T00:00:00",
  endAt: "2025-06-16T00:00:00",
  metrics,
});
const size = (cpus: number, memoryMib: number) => ({ cpus, memoryMib, coreMhz: 2_000 });

describe("the week of several VMs", () => {
  it("weighs CPU and memory by size and adds rates up", () => {
    const sum = new ProfileSum();
    // Monday 9:00: 50 % of 2 vCPUs and 1,000 of 6 x 2,000 MHz are 1 + 0.5 of 8 vCPUs.
    sum.add(
      measured({
        cpuPercent: profiled(50, { 9: 50 }),
        diskKibPerSecond: profiled(1, { 9: 1_024 }),
      }),
      size(2, 4_096),
    );
    sum.add(
      measured({ cpuMhz: profiled(1, { 9: 1_000 }), diskKibPerSecond: profiled(1, { 9: 512 }) }),
      size(6, 4_096),
    );
    const { cpuRatio, memoryRatio, diskMibPerSecond, diskIops } = sum.profile();
    expect(cpuRatio[9]).toBeCloseTo(1.5 / 8);
    expect(diskMibPerSecond[9]).toBe(1.5);
    expect(cpuRatio[10]).toBeNull();
    expect(memoryRatio[9]).toBeNull();
    expect(diskIops[9]).toBeNull();
    expect(sum).toMatchObject({ vmCount: 2, vcpus: 8, memoryMib: 0 });
  });

  it("takes an hour that one VM lacks as a share of those that have it", () => {
    const sum = new ProfileSum();
    sum.add(measured({ memoryPercent: profiled(1, { 0: 20, 1: 20 }) }), size(1, 1_024));
    sum.add(measured({ memoryPercent: profiled(1, { 0: 80 }) }), size(1, 1_024));
    const { memoryRatio } = sum.profile();
    // (20 + 80) / 2, then the first alone.
    expect(memoryRatio[0]).toBeCloseTo(0.5);
    expect(memoryRatio[1]).toBeCloseTo(0.2);
  });
});

describe("a profile", () => {
  const sum = new ProfileSum();
  // Monday 1:00 and 3:00, Tuesday 1:00, Sunday 23:00.
  sum.add(measured({ diskIops: profiled(1, { 1: 10, 3: 50, 25: 30, 167: 8 }) }), size(1, 1_024));
  const week = sum.profile();

  it("by hour of day is the mean of the days that have the hour, and leaves out hours that none has", () => {
    const points = profilePoints(week, "hour");
    // (10 + 30) / 2 at 1:00.
    expect(points.map(({ at, diskIops }) => [at, diskIops])).toEqual([
      [1, 20],
      [3, 50],
      [23, 8],
    ]);
    expect(points[0]?.cpuRatio).toBeNull();
  });

  it("by weekday is the mean of the day's hours, from Monday", () => {
    // (10 + 50) / 2 on Monday.
    expect(profilePoints(week, "weekday").map(({ at, diskIops }) => [at, diskIops])).toEqual([
      [0, 30],
      [1, 30],
      [6, 8],
    ]);
  });

  it("on clocks nine hours ahead begins later in the day, and Sunday night is Monday morning", () => {
    const seoul = shiftProfile(week, 9);
    expect(seoul.diskIops[10]).toBe(10);
    // Hour 167 + 9 = 176, which is hour 8 of the next week.
    expect(seoul.diskIops[8]).toBe(8);
    expect(shiftProfile(seoul, -9)).toEqual(week);
  });

  it("tells its mean and its busiest hour", () => {
    // (10 + 50 + 30 + 8) / 4
    expect(busiestHour(week.diskIops)).toEqual({ mean: 24.5, peak: 50, hour: 3 });
    expect(busiestHour(week.cpuRatio)).toBeNull();
  });
});
