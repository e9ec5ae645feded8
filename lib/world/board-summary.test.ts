import { describe, expect, it } from "vitest";
import { typesOf } from "./board-summary";

describe("the migration types of a group", () => {
  it("are counted, most first, and those of equal count always in the same order", () => {
    const rows = [{ type: "RAV" }, { type: "Bulk" }, { type: "Cold" }, { type: "RAV" }] as const;
    expect(typesOf(rows)).toEqual([
      { type: "RAV", count: 2 },
      { type: "Bulk", count: 1 },
      { type: "Cold", count: 1 },
    ]);
    expect(typesOf([])).toEqual([]);
  });
});
