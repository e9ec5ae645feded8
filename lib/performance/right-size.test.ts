import { describe, expect, it } from "vitest";
import { rightSize } from "./right-size";
import { DEFAULT_RULES, rulesOf } from "./rules-schema";
import { vmOf } from "./testing/vm-of";

const rules = (query: Parameters<typeof rulesOf>[0] = {}) => rulesOf(query, DEFAULT_RULES);

describe("the right size", () => {
  it("is Azure Migrate's: 10 cores at 20 % are 2, and 4 with a comfort factor of 2", () => {
    const vm = vmOf({ cpu: 20 }, { cpus: 10 });
    expect(rightSize(vm, rules()).cpus).toBe(2);
    expect(rightSize(vm, rules({ comfort: 2 })).cpus).toBe(4);
  });

  it("is Azure Migrate's: 8 GB of memory that is all in use become 16 GB with a comfort factor of 2", () => {
    const vm = vmOf({ memory: 100 }, { memoryMib: 8_192 });
    expect(rightSize(vm, rules({ comfort: 2, undersized: 100 })).memoryMib).toBe(16_384);
  });

  it("rounds up to whole vCPUs and to steps of 512 MiB, and leaves at least one", () => {
    // 8 x 0.26 = 2.08; 16,384 x 0.26 = 4,259.84, which is 8.32 steps.
    expect(rightSize(vmOf({ cpu: 26, memory: 26 }), rules())).toEqual({
      cpus: 3,
      memoryMib: 4_608,
    });
    expect(rightSize(vmOf({ cpu: 0, memory: 0 }), rules())).toEqual({ cpus: 1, memoryMib: 512 });
    // 10 x 0.07 x 3 is 2.1000000000000005 in binary, and 10 x 0.1 x 3 is 3.0000000000000004: three.
    expect(rightSize(vmOf({ cpu: 10 }, { cpus: 10 }), rules({ comfort: 3 })).cpus).toBe(3);
  });

  it("of a VM above the limit is the one at which it would be at the limit", () => {
    // 8 x 90 / 80 = 9; 16,384 x 100 / 80 = 20,480.
    expect(rightSize(vmOf({ cpu: 90, memory: 60, memoryPeak: 100 }), rules())).toEqual({
      cpus: 9,
      memoryMib: 20_480,
    });
  });

  it("takes the percentile that is asked for", () => {
    const vm = vmOf({ cpu: 10 });
    const ratio = { p50: 0.25, p90: 0.5, p95: 0.625, p99: 0.75, max: 0.75 };
    const measured = {
      ...vm,
      performance: vm.performance && { ...vm.performance, cpuRatio: ratio },
    };
    const cpusAt = (percentile: "p50" | "p90" | "p95" | "p99") =>
      rightSize(measured, rules({ percentile })).cpus;
    expect([cpusAt("p50"), cpusAt("p90"), cpusAt("p95"), cpusAt("p99")]).toEqual([2, 4, 5, 6]);
  });

  it("is not known without the load or the size that it is a share of", () => {
    expect(rightSize(vmOf({ cpu: 20 }), rules()).memoryMib).toBeNull();
    expect(rightSize(vmOf({ cpu: 20 }, { cpus: null }), rules()).cpus).toBeNull();
    expect(rightSize(vmOf({}, { performance: null }), rules())).toEqual({
      cpus: null,
      memoryMib: null,
    });
  });
});
