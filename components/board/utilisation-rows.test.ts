import { expect, it } from "vitest";
import type { ResourceUtilisation } from "@/lib/world/board-utilisation-schema";
import { utilisationRows } from "./utilisation-rows";

const resource = (id: string, ratios: (number | null)[]): ResourceUtilisation => ({
  kind: "link",
  id,
  meanRatio: null,
  peakRatio: null,
  peakBytesPerSecond: 0,
  points: ratios.map((utilisationRatio, i) => ({
    startSeconds: 10 * i,
    endSeconds: 10 * i + 10,
    rateBytesPerSecond: 0,
    utilisationRatio,
  })),
});

it("gives a line a resource, in percent, with a gap where there was no capacity", () => {
  const { data, series } = utilisationRows([resource("a", [0.5, null]), resource("b", [1, 0])]);
  expect(series.map(({ label }) => label)).toEqual(["a", "b"]);
  expect(data).toEqual([
    { startSeconds: 0, line0: 50, line1: 100 },
    { startSeconds: 10, line0: null, line1: 0 },
  ]);
  expect(utilisationRows([])).toEqual({ data: [], series: [] });
});
