import type { PerformanceRules } from "@/lib/performance/rules-schema";

/** The numbers that verdicts go by, in the order of the form; the percentile has a field of its own. */
export type NumberRule = Exclude<keyof PerformanceRules, "percentile">;

interface RuleField {
  rule: NumberRule;
  min: number;
  max: number;
  step: number;
}

const percent = (rule: NumberRule): RuleField => ({ rule, min: 0, max: 100, step: 1 });

export const RULE_GROUPS: readonly { id: "size" | "idle" | "fit"; fields: RuleField[] }[] = [
  { id: "size", fields: [{ rule: "comfort", min: 1, max: 10, step: 0.1 }] },
  {
    id: "idle",
    fields: [
      percent("idleCpu"),
      percent("idleMemory"),
      percent("idleNetwork"),
      { rule: "lineMbps", min: 1, max: 400_000, step: 1_000 },
      { ...percent("zombieBelow"), step: 0.1 },
      percent("zombieCoverage"),
    ],
  },
  { id: "fit", fields: [percent("oversized"), percent("undersized")] },
];
