import { describe, expect, it } from "vitest";
import { acknowledgeSchema, countFindings, findingState } from "./acknowledgement-schema";

const TODAY = "2026-11-26";

describe("the state of a finding", () => {
  it.each([
    ["open while nobody said anything", null, null, "open"],
    ["acknowledged without a day, for good", { dueOn: null }, null, "acknowledged"],
    ["not overdue on the day itself", { dueOn: TODAY }, null, "acknowledged"],
    ["overdue the day after", { dueOn: "2026-11-25" }, null, "overdue"],
    [
      "as the rule as a whole, where the VM has nothing of its own",
      null,
      { dueOn: "2026-11-01" },
      "overdue",
    ],
    [
      "as the VM's own, whatever the rule says",
      { dueOn: "2026-12-01" },
      { dueOn: "2026-11-01" },
      "acknowledged",
    ],
  ] as const)("is %s", (_, own, whole, state) => {
    expect(findingState(own, whole, TODAY)).toBe(state);
  });
});

describe("counts of a rule's findings", () => {
  it("leaves what has no acknowledgement open", () => {
    expect(countFindings(10, { acknowledged: 3, overdue: 1 }, null, TODAY)).toEqual({
      open: 7,
      acknowledged: 3,
      overdue: 1,
    });
  });

  it("takes every finding in once the rule is acknowledged, each overdue by what counts for it", () => {
    // Three VMs have their own, one of them overdue; the other seven follow the rule, which is.
    const whole = { dueOn: "2026-11-01" };
    expect(countFindings(10, { acknowledged: 3, overdue: 1 }, whole, TODAY)).toEqual({
      open: 0,
      acknowledged: 10,
      overdue: 8,
    });
  });
});

describe("an acknowledgement", () => {
  const given = { ruleId: "suspended", vmKeys: ["vc:1:vm-1"], note: "Owner resumes it." };

  it("needs a note, and a day that exists", () => {
    expect(acknowledgeSchema.safeParse(given).success).toBe(true);
    expect(acknowledgeSchema.safeParse({ ...given, note: "  " }).success).toBe(false);
    expect(acknowledgeSchema.safeParse({ ...given, dueOn: "2026-02-30" }).success).toBe(false);
  });

  it("is of the rule as a whole when no VM is named, never of no VM", () => {
    expect(acknowledgeSchema.safeParse({ ...given, vmKeys: null }).success).toBe(true);
    expect(acknowledgeSchema.safeParse({ ...given, vmKeys: [] }).success).toBe(false);
  });
});
