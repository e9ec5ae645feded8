import type { SheetName } from "@/lib/inventory/schema";
import type { RuleSummary } from "./record-schema";

/** What the export would have to hold for every deciding check to be made. */
export type ReadinessGaps = {
  /** Sheets that deciding checks need, with the columns that are missing; no columns: the whole sheet. */
  sheets: { sheet: SheetName; columns: string[]; ruleIds: string[] }[];
  /** Deciding checks that were evaluated, and for how many VMs the cell was blank. */
  blanks: { ruleId: string; vmCount: number }[];
};

type Rule = Pick<
  RuleSummary,
  "ruleId" | "decides" | "evaluated" | "missing" | "notEvaluatedVmCount"
>;

/** Only checks that can rule a type out leave a condition, so only theirs count. */
export function readinessGaps(rules: readonly Rule[]): ReadinessGaps {
  const bySheet = new Map<SheetName, { columns: Set<string>; ruleIds: string[] }>();
  const blanks: ReadinessGaps["blanks"] = [];
  for (const rule of rules.filter(({ decides }) => decides)) {
    if (rule.evaluated) {
      if (rule.notEvaluatedVmCount > 0) {
        blanks.push({ ruleId: rule.ruleId, vmCount: rule.notEvaluatedVmCount });
      }
      continue;
    }
    for (const { sheet, columns } of rule.missing) {
      const gap = bySheet.get(sheet) ?? { columns: new Set(), ruleIds: [] };
      bySheet.set(sheet, gap);
      if (!gap.ruleIds.includes(rule.ruleId)) gap.ruleIds.push(rule.ruleId);
      for (const column of columns) gap.columns.add(column);
    }
  }
  return {
    sheets: [...bySheet]
      .map(([sheet, gap]) => ({ sheet, columns: [...gap.columns], ruleIds: gap.ruleIds }))
      .sort((left, right) => right.ruleIds.length - left.ruleIds.length),
    blanks: blanks.sort((left, right) => right.vmCount - left.vmCount),
  };
}
