import type { AcknowledgementSummary, FindingState } from "@/lib/assessment/acknowledgement-schema";
import type { Severity } from "@/lib/assessment/readiness-schema";
import type { RuleSummary } from "@/lib/assessment/record-schema";

export const RULE_VIEWS = ["findings", "notEvaluated", "passed", "all"] as const;
export type RuleView = (typeof RULE_VIEWS)[number];

const severityRank: Record<Severity, number> = { blocking: 0, warning: 1, info: 2 };

/** Where a check belongs. One that could not be evaluated is never counted as passed. */
export function ruleView(rule: RuleSummary): Exclude<RuleView, "all"> {
  if (rule.vmCount > 0 || rule.subjects.length > 0) return "findings";
  return rule.evaluated ? "passed" : "notEvaluated";
}

export function rulesOf(rules: readonly RuleSummary[], view: RuleView): RuleSummary[] {
  return rules
    .filter((rule) => view === "all" || ruleView(rule) === view)
    .sort(
      (left, right) =>
        severityRank[left.severity] - severityRank[right.severity] ||
        right.vmCount - left.vmCount ||
        right.subjects.length - left.subjects.length ||
        (left.number ?? 1_000) - (right.number ?? 1_000),
    );
}

/** Rules that have findings of a state. */
export function rulesWithState(
  rules: readonly RuleSummary[],
  summary: AcknowledgementSummary | undefined,
  state: FindingState,
): RuleSummary[] {
  const counts = new Map(summary?.rules.map((rule) => [rule.ruleId, rule[state]]));
  return rules.filter((rule) => (counts.get(rule.ruleId) ?? 0) > 0);
}

export function countViews(rules: readonly RuleSummary[]): Record<RuleView, number> {
  const counts: Record<RuleView, number> = {
    findings: 0,
    notEvaluated: 0,
    passed: 0,
    all: rules.length,
  };
  for (const rule of rules) counts[ruleView(rule)] += 1;
  return counts;
}
