import { describe, expect, it } from "vitest";
import { formatSort, nextSort, pageOffsets, parseSort } from "./page-request";

describe("sort in the address", () => {
  it("reads what it writes, also for columns with a dot", () => {
    for (const column of ["name", "os.family"]) {
      for (const direction of ["asc", "desc"] as const) {
        expect(parseSort(formatSort({ column, direction }))).toEqual({ column, direction });
      }
    }
  });

  it("takes no notice of what is not a sort", () => {
    expect([null, "", "name", "name.up", ".asc"].map(parseSort)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it("goes from ascending to descending to none, and starts anew on another column", () => {
    const first = nextSort(null, "name");
    const second = nextSort(first, "name");
    expect(first).toEqual({ column: "name", direction: "asc" });
    expect(second).toEqual({ column: "name", direction: "desc" });
    expect(nextSort(second, "name")).toBeNull();
    expect(nextSort(second, "cpus")).toEqual({ column: "cpus", direction: "asc" });
  });
});

describe("pageOffsets", () => {
  it("covers the visible rows and no page more", () => {
    expect(pageOffsets(0, 99, 100)).toEqual([0]);
    expect(pageOffsets(99, 100, 100)).toEqual([0, 100]);
    expect(pageOffsets(250, 420, 100)).toEqual([200, 300, 400]);
  });
});
