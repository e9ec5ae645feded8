import { describe, expect, it } from "vitest";
import { activityOf, networkPercent } from "./activity";
import { DEFAULT_RULES, rulesOf } from "./rules-schema";
import { vmOf } from "./testing/vm-of";

const RULES = DEFAULT_RULES;
/** 1 % of 1 Gbit/s: 10,000,000 bits or 1,220.7 KiB a second. */
const ONE_PERCENT_KIB = 10_000_000 / 8 / 1_024;

describe("the verdict on a VM", () => {
  it("is idle below 5 % of CPU and memory and 2 % of the network, as Azure Migrate has it", () => {
    const idle = { cpu: 4.9, memory: 4.9, networkKibPerSecond: 1.9 * ONE_PERCENT_KIB };
    expect(activityOf(vmOf(idle), RULES)).toBe("idle");
    expect(activityOf(vmOf({ ...idle, cpu: 5 }), RULES)).not.toBe("idle");
    expect(activityOf(vmOf({ ...idle, memory: 5 }), RULES)).not.toBe("idle");
    const talking = { ...idle, networkKibPerSecond: 2 * ONE_PERCENT_KIB };
    expect(activityOf(vmOf(talking), RULES)).not.toBe("idle");
  });

  it("is a zombie at 0 % of all three with no gap in the collection", () => {
    const dead = { cpu: 0, cpuPeak: 0.4, memory: 0.4, networkKibPerSecond: 1 };
    expect(activityOf(vmOf(dead), RULES)).toBe("zombie");
    // One peak shows life; then it is idle.
    expect(activityOf(vmOf({ ...dead, cpuPeak: 12 }), RULES)).toBe("idle");
    // Four days of five are missing: perhaps it lived then.
    expect(activityOf(vmOf({ ...dead, coverageRatio: 0.2 }), RULES)).toBe("idle");
  });

  it("is never idle or a zombie where the network was not measured", () => {
    expect(activityOf(vmOf({ cpu: 0, memory: 0 }), RULES)).toBe("oversized");
  });

  it("is undersized above 80 % of CPU at the percentile or of memory at its peak, whatever else it has", () => {
    expect(activityOf(vmOf({ cpu: 80.1, memory: 10 }), RULES)).toBe("undersized");
    expect(activityOf(vmOf({ cpu: 10, memory: 60, memoryPeak: 81 }), RULES)).toBe("undersized");
    expect(activityOf(vmOf({ cpu: 80, memory: 80 }), RULES)).toBe("rightSized");
  });

  it("is oversized where half would do and something smaller can be had", () => {
    expect(activityOf(vmOf({ cpu: 40, memory: 70 }), RULES)).toBe("oversized");
    expect(activityOf(vmOf({ cpu: 41, memory: 40 }), RULES)).toBe("oversized");
    expect(activityOf(vmOf({ cpu: 41, memory: 41 }), RULES)).toBe("rightSized");
    // There is no half a vCPU; 512 MiB is the smallest step.
    const smallest = { cpus: 1, memoryMib: 512 };
    expect(activityOf(vmOf({ cpu: 10, memory: 20 }, smallest), RULES)).toBe("rightSized");
    // 8 x 0.4 x 2.5 = 8: with that much comfort it has the right size.
    const comfortable = rulesOf({ comfort: 2.5 }, RULES);
    expect(activityOf(vmOf({ cpu: 40, memory: 70 }), comfortable)).toBe("rightSized");
  });

  it("follows the thresholds that are asked for", () => {
    const vm = vmOf({ cpu: 8, memory: 20, networkKibPerSecond: 10 });
    expect(activityOf(vm, RULES)).toBe("oversized");
    expect(activityOf(vm, rulesOf({ idleCpu: 10, idleMemory: 100 }, RULES))).toBe("idle");
  });

  it("is not measured without samples of CPU or memory", () => {
    expect(activityOf(vmOf({}, { performance: null }), RULES)).toBe("notMeasured");
    expect(activityOf(vmOf({ networkKibPerSecond: 0 }), RULES)).toBe("notMeasured");
  });
});

describe("the share of the network", () => {
  it("is of the adapter's line: 12,207 KiB a second are a tenth of 1 Gbit/s and a hundredth of 10", () => {
    const tenth = 10 * ONE_PERCENT_KIB;
    expect(networkPercent(tenth, RULES)).toBeCloseTo(10);
    expect(networkPercent(tenth, { ...RULES, lineMbps: 10_000 })).toBeCloseTo(1);
  });
});
