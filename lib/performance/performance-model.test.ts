import { describe, expect, it } from "vitest";
import { PerformanceModel } from "./performance-model";
import { countActivities, filterRows, sortRows } from "./performance-rows";
import { DEFAULT_RULES } from "./rules-schema";
import { profiled, vmOf } from "./testing/vm-of";

const PERIOD = {
  startAt: "2025-06-09T00:00:00",
  endAt: "2025-06-16T00:00:00",
  intervalMinutes: 120,
  expectedSamples: 168,
};
const vm = (name: string, part: Parameters<typeof vmOf>[1] = {}) => ({
  ...vmOf({}, { key: `key-${name}`, name, performance: null, ...part }),
  dnsName: null,
});

function estate(): PerformanceModel {
  const vms = [vm("web10"), vm("web9", { cluster: "c2" }), vm("off", { powerState: "poweredOff" })];
  const model = new PerformanceModel(vms, ["WEB9", "web10", "gone"], PERIOD);
  for (const [vmName, percent] of [
    ["WEB9", 90],
    ["web10", 10],
    ["gone", 50],
  ] as const) {
    const cpuPercent = profiled(percent, { 9: percent });
    const metrics = { cpuPercent, networkKibPerSecond: profiled(2_048, { 9: 2_048 }) };
    model.addSamples({ vmName, startAt: PERIOD.startAt, endAt: PERIOD.endAt, metrics });
  }
  return model;
}

describe("VMs tied to samples", () => {
  const model = estate();
  const rows = model.rows(DEFAULT_RULES);

  it("are in the order that people count in, each with its load", () => {
    expect(rows.map(({ name, cpuPercent }) => [name, cpuPercent])).toEqual([
      ["off", null],
      ["web9", 90],
      ["web10", 10],
    ]);
    // 84 samples of 168 due; 2,048 KiB are 2 MiB a second.
    expect(rows[1]).toMatchObject({ coverageRatio: 0.5, networkMibPerSecond: 2, diskIops: null });
    expect(rows[0]?.coverageRatio).toBeNull();
  });

  it("leave names of the export out that no VM has, of the profile too", () => {
    expect(model.unknownNames).toBe(1);
    // (90 + 10) / 2: both have 8 vCPUs.
    expect(model.profileSum(null)?.profile().cpuRatio[9]).toBeCloseTo(0.5);
    expect(model.profileSum("c2")?.profile().cpuRatio[9]).toBeCloseTo(0.9);
    expect(model.profileSum("c3")).toBeNull();
    expect(model.clusterNames()).toEqual(["c1", "c2"]);
  });

  it("are counted by verdict, filtered and sorted with what is not known last", () => {
    expect(countActivities(rows)).toMatchObject({ undersized: 1, oversized: 1, notMeasured: 1 });
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
    expect(names(filterRows(rows, { activity: "oversized" }))).toEqual(["web10"]);
    expect(names(filterRows(rows, { search: "WEB", cluster: "c1" }))).toEqual(["web10"]);
    const byCpu = (direction: "asc" | "desc") =>
      names(sortRows(rows, { sort: "cpuPercent", direction }));
    expect(byCpu("asc")).toEqual(["web10", "web9", "off"]);
    expect(byCpu("desc")).toEqual(["web9", "web10", "off"]);
    expect(names(sortRows(rows, { sort: "cluster", direction: "desc" }))).toEqual([
      "web9",
      "off",
      "web10",
    ]);
    expect(names(sortRows(rows, { sort: "name", direction: "desc" }))).toEqual([
      "web10",
      "web9",
      "off",
    ]);
  });
});
