import { describe, expect, it } from "vitest";
import { assessReadiness } from "./readiness";
import { readinessGaps } from "./readiness-gaps";
import { HEADER_SETS, readEstateOfHeaders } from "./testing/estate-of-headers";

async function readinessUnder(version: string) {
  const set = HEADER_SETS[version];
  if (!set) throw new Error(version);
  const { inventory } = await readEstateOfHeaders({ set });
  const readiness = assessReadiness(inventory);
  const rules = readiness.rules.map(({ vmKeys, ...rule }) => ({ ...rule, vmCount: vmKeys.length }));
  return { vms: readiness.vms, gaps: readinessGaps(rules) };
}

describe("what an export lacks for readiness", () => {
  it("is the disks and devices in RVTools 3.x, where nothing known speaks against the VM", async () => {
    const { vms, gaps } = await readinessUnder("3.x");
    expect(vms.map(({ suitability }) => suitability)).toEqual(["ConditionallySuitable"]);
    expect(vms.map(({ knownSuitability }) => knownSuitability)).toEqual(["Suitable"]);
    expect(gaps.sheets[0]?.sheet).toBe("vDisk");
    expect(gaps.sheets.map(({ sheet }) => sheet)).toEqual(
      expect.arrayContaining(["vDisk", "vUSB", "vCD"]),
    );
    // Warnings alone leave nothing open: snapshots and file systems are not named.
    expect(gaps.sheets.flatMap(({ ruleIds }) => ruleIds)).not.toContain("snapshot-present");
  });

  it("is nothing in a whole export", async () => {
    const { vms, gaps } = await readinessUnder("newer");
    expect(vms.map(({ suitability }) => suitability)).toEqual(["Suitable"]);
    expect(vms.map(({ knownSuitability }) => knownSuitability)).toEqual([null]);
    expect(gaps).toEqual({ sheets: [], blanks: [] });
  });
});
