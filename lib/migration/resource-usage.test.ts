import { describe, expect, it } from "vitest";
import { resourceUsages, USED_KINDS } from "./resource-usage";
import { utilisationSeries } from "./series";
import { GB, NOTHING_BUT_BYTES, run, scenarioOf, vmOf } from "./testing/small-scenario";

describe("how busy resources were", () => {
  // 10 GB behind a host of 20 MB/s: 500 s. 10 GB behind a free one: 80 MB/s, 125 s. The link has 100 MB/s.
  const timeline = run(
    scenarioOf(
      [vmOf("slow", { sourceHostId: "old" }), vmOf("fast", { sourceHostId: "new" })],
      {},
      {
        parameters: NOTHING_BUT_BYTES,
        sourceHosts: [
          { id: "old", nicBytesPerSecond: 2e7 },
          { id: "new", nicBytesPerSecond: 1e9 },
          { id: "idle" },
        ],
        meshes: [{ id: "mesh", ixBytesPerSecond: 2e8 }],
      },
    ),
  );
  const usages = resourceUsages(timeline, 0, 500, 4);
  const sharesOf = (id: string) =>
    usages
      .find((usage) => usage.id === id)
      ?.points.map(({ utilisationRatio }) => Number(utilisationRatio?.toFixed(6)));

  it("is bytes over what could have been carried, by quarters of 125 s", () => {
    expect(sharesOf("link")).toEqual([1, 0.2, 0.2, 0.2]);
    expect(sharesOf("mesh")).toEqual([0.5, 0.1, 0.1, 0.1]);
    expect(sharesOf("old")).toEqual([1, 1, 1, 1]);
    expect(sharesOf("new")).toEqual([0.08, 0, 0, 0]);
    expect(sharesOf("idle")).toEqual([0, 0, 0, 0]);
  });

  it("sums up to what was sent", () => {
    const link = usages.find(({ kind }) => kind === "link");
    const bytes = link?.points.reduce((sum, point) => sum + point.rateBytesPerSecond * 125, 0);
    expect(bytes).toBeCloseTo(20 * GB, 0);
  });

  it("is the same for one resource alone", () => {
    for (const kind of USED_KINDS) {
      for (const usage of usages.filter((one) => one.kind === kind)) {
        expect(utilisationSeries(timeline, kind, usage.id, 0, 500, 4)).toEqual(usage.points);
      }
    }
  });

  it("is nothing for no time at all", () => {
    expect(resourceUsages(timeline, 5, 5, 4)).toEqual([]);
  });
});
