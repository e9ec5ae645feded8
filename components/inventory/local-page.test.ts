import { describe, expect, it } from "vitest";
import { localPage } from "./local-page";

const rows = [
  { name: "esx-10", cores: 32 },
  { name: "esx-9", cores: null },
  { name: "ESX-2", cores: 64 },
];
const values = {
  name: (row: (typeof rows)[number]) => row.name,
  cores: (row: (typeof rows)[number]) => row.cores,
};
const page = (changes: Partial<Parameters<typeof localPage>[2]>) =>
  localPage(rows, values, { offset: 0, limit: 100, sort: null, search: "", ...changes });
const names = (changes: Parameters<typeof page>[0]) => page(changes).rows.map((row) => row.name);

describe("a list that is already here", () => {
  it("sorts names as people count: 2, 9, 10", () => {
    expect(names({ sort: { column: "name", direction: "asc" } })).toEqual([
      "ESX-2",
      "esx-9",
      "esx-10",
    ]);
  });

  it("keeps unknown values last whichever way it is sorted", () => {
    expect(names({ sort: { column: "cores", direction: "asc" } })).toEqual([
      "esx-10",
      "ESX-2",
      "esx-9",
    ]);
    expect(names({ sort: { column: "cores", direction: "desc" } })).toEqual([
      "ESX-2",
      "esx-10",
      "esx-9",
    ]);
  });

  it("searches by substring in any case and counts what matches, not what the page holds", () => {
    expect(names({ search: "esx-1" })).toEqual(["esx-10"]);
    expect(page({ search: "ESX", limit: 1 })).toMatchObject({
      total: 3,
      rows: [{ name: "esx-10" }],
    });
  });

  it("leaves the rows that it was given as they were", () => {
    names({ sort: { column: "name", direction: "desc" } });
    expect(rows[0]?.name).toBe("esx-10");
  });
});
