import { describe, expect, it } from "vitest";
import type { RuleSummary } from "@/lib/assessment/record-schema";
import { countViews, rulesOf, ruleView } from "./rule-selection";

const rule = (changes: Partial<RuleSummary>): RuleSummary => ({
  ruleId: "rule",
  number: 1,
  severity: "warning",
  effort: "low",
  evaluated: true,
  decides: false,
  missing: [],
  vmCount: 0,
  notEvaluatedVmCount: 0,
  subjects: [],
  ...changes,
});

describe("the list of checks", () => {
  it("never counts a check that could not be evaluated as passed", () => {
    expect(ruleView(rule({ evaluated: false }))).toBe("notEvaluated");
    expect(ruleView(rule({}))).toBe("passed");
    expect(ruleView(rule({ vmCount: 1 }))).toBe("findings");
    expect(ruleView(rule({ subjects: [{ subject: "esx-1", details: [] }] }))).toBe("findings");
  });

  it("names blocking checks first, then those that touch most VMs", () => {
    const rules = [
      rule({ ruleId: "info", severity: "info", vmCount: 90 }),
      rule({ ruleId: "few", severity: "warning", vmCount: 2 }),
      rule({ ruleId: "many", severity: "warning", vmCount: 9 }),
      rule({ ruleId: "blocking", severity: "blocking", vmCount: 1 }),
      rule({ ruleId: "passed" }),
    ];
    expect(rulesOf(rules, "findings").map(({ ruleId }) => ruleId)).toEqual([
      "blocking",
      "many",
      "few",
      "info",
    ]);
    expect(countViews(rules)).toEqual({ findings: 4, notEvaluated: 0, passed: 1, all: 5 });
  });
});
