import { describe, expect, test } from "vitest";
import { SHEET_NAMES } from "@/lib/inventory/schema";
import { headersOf, sheetsOf, type Version } from "../testing/rvtools-export";
import { foldHeader, matchHeader, sheetColumns } from "./header";
import { ALL_SHEETS, rvtoolsTabOf } from "./rvtools-tab";
import { V_INFO } from "./vm-columns";

const VERSIONS: readonly Version[] = [
  "3.x (mjvincent SizingWorkshop, trimmed)",
  "4.1.4.0",
  "4.3.2.0",
  "4.7-like (kubev2v example1, 6 sheets)",
  "4.8-like synthetic CSV (xzitony)",
];

/** What the owners of those estates had added in vCenter Server. */
const CUSTOM_ATTRIBUTES = ["owner", "mmtest-tags", "NB_LAST_BACKUP", "DataProtection"];

describe.each(VERSIONS)("the headers of RVTools %s", (version) => {
  test.each(sheetsOf(version))("of %s are each read, or known and left alone", (sheet) => {
    const columns = ALL_SHEETS.find((known) => known.sheet === sheet);
    if (columns === undefined) throw new Error(`nobody knows ${sheet}`);
    const match = matchHeader(columns, headersOf(version, sheet), true);
    expect(match.unknown).toEqual([]);
    const custom = match.customAttributes.map(({ name }) => name);
    expect(custom.filter((name) => !CUSTOM_ATTRIBUTES.includes(name))).toEqual([]);
    expect(match.found.length).toBeGreaterThan(0);
  });

  test.each(sheetsOf(version))("of %s say which sheet it is", (sheet) => {
    expect(rvtoolsTabOf(headersOf(version, sheet))).toBe(sheet);
  });
});

test("every sheet of RVTools is known", () => {
  expect(ALL_SHEETS.map(({ sheet }) => sheet).sort()).toEqual([...SHEET_NAMES].sort());
});

describe("a header", () => {
  const sizes = sheetColumns("vX", {
    name: ["Name", "text"],
    size: ["In Use MiB", "mib"],
    disk: ["Disk size (In GiB)", "gib", "Disk size"],
  });
  const factorOf = (header: string, slot: number) => {
    const match = matchHeader(sizes, ["Name", header], false);
    return match.slots[1] === slot ? match.factors[slot] : null;
  };

  test("is matched without case, blanks and punctuation", () => {
    for (const header of ["In Use MiB", " in use mib ", "IN_USE_MIB", "InUseMiB", "In Use (MiB)"]) {
      expect(factorOf(header, 1)).toBe(1);
    }
  });

  test("says the unit of its cells, MB and MiB being one: RVTools always counted in 2^20", () => {
    expect(factorOf("In Use MB", 1)).toBe(1);
    expect(factorOf("In Use", 1)).toBe(1);
    expect(factorOf("In Use GB", 1)).toBe(1024);
    expect(factorOf("In Use KiB", 1)).toBe(1 / 1024);
    expect(factorOf("In Use TiB", 1)).toBe(1024 * 1024);
    expect(factorOf("Disk size (In GB)", 2)).toBe(1024);
    expect(factorOf("Disk size", 2)).toBe(1024);
    expect(factorOf("Disk size (In MB)", 2)).toBe(1);
  });

  test("counts once: a second column of the same meaning is left alone", () => {
    const match = matchHeader(sizes, ["In Use MiB", "In Use MB"], false);
    expect([match.slots[0], match.slots[1]]).toEqual([1, -1]);
  });

  test("of a custom attribute stands between Annotation and Datacenter; others are not understood", () => {
    const headers = [
      "VM",
      "Powerstate",
      "Annotation",
      "Backup status",
      "Owner",
      "Datacenter",
      "Odd",
    ];
    const match = matchHeader(V_INFO, headers, true);
    expect(match.customAttributes.map(({ name }) => name)).toEqual(["Backup status", "Owner"]);
    expect(match.unknown).toEqual(["Odd"]);
  });

  test("that is very long or odd is folded all the same", () => {
    expect(foldHeader("x".repeat(100_000)).length).toBeLessThanOrEqual(200);
    expect(foldHeader("  \u00a0")).toBe("");
  });
});
