import { type AssessmentSettings, SAVINGS_OPTIONS } from "@/lib/assessment/schema";
import type { NodeSizing } from "@/lib/assessment/sizing-schema";
import { monthlyCost } from "./monthly";
import type { MonthlyCost, PriceList } from "./schema";

/** A layout's bill under every term, pay as you go first; the settings' own discount and currency. */
export function costByTerm(
  sizing: NodeSizing,
  vmCount: number,
  settings: AssessmentSettings,
  prices: PriceList,
): MonthlyCost[] {
  return SAVINGS_OPTIONS.map((savingsOptions) =>
    monthlyCost(sizing, vmCount, { ...settings, savingsSettings: { savingsOptions } }, prices),
  );
}

/** What a reservation saves of pay as you go; null where one of the bills is not known. */
export function savingOfTerm(term: MonthlyCost, payAsYouGo: MonthlyCost): number | null {
  if (term.hostsMonthly === null || !payAsYouGo.hostsMonthly) return null;
  return 1 - term.hostsMonthly / payAsYouGo.hostsMonthly;
}
