import { describe, expect, it } from "vitest";
import { clusterRows } from "./cluster-rows";

describe("the layout of clusters", () => {
  it("folds clusters that are alike, and never a base cluster with a workload cluster", () => {
    const clusters = [
      { privateCloud: 1, nodeType: "AV36", hosts: 3, role: "base" },
      { privateCloud: 1, nodeType: "AV64", hosts: 10, role: "workload" },
      { privateCloud: 1, nodeType: "AV64", hosts: 10, role: "workload" },
      { privateCloud: 1, nodeType: "AV64", hosts: 3, role: "workload" },
      { privateCloud: 2, nodeType: "AV64", hosts: 3, role: "workload" },
    ] as const;
    expect(clusterRows(clusters).map(({ role, hosts, count }) => [role, hosts, count])).toEqual([
      ["base", 3, 1],
      ["workload", 10, 2],
      ["workload", 3, 1],
      ["workload", 3, 1],
    ]);
  });
});
