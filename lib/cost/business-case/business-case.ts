import { avsHeads, hostsOfYear } from "./avs";
import { CASE_YEARS } from "./fields";
import { onPremisesHeads } from "./on-premises";
import { breakEvenMonth, netPresentValue } from "./present-value";
import type {
  BusinessCaseFacts,
  BusinessCaseInputs,
  BusinessCaseOutcome,
  BusinessCaseResult,
  CaseYear,
  HeadRow,
} from "./schema";
import { choiceOf, type FieldValues, fieldValues } from "./values";

const MONTHS_PER_YEAR = 12;

/**
 * The business case: staying on premises against moving to AVS at the migration's pace, over five
 * years. Heads whose price is not known are left out on their side and named. Pure.
 */
export function businessCase(
  facts: BusinessCaseFacts,
  inputs: BusinessCaseInputs,
): BusinessCaseOutcome {
  return caseOf(facts, inputs, fieldValues(facts, inputs));
}

/** The case under given values: what sensitivity asks many times over. */
export function caseOf(
  facts: BusinessCaseFacts,
  inputs: BusinessCaseInputs,
  values: FieldValues,
): BusinessCaseOutcome {
  const choice = choiceOf(facts, inputs);
  if (choice === null) return { ok: false, reason: "nothingSized" };
  if (facts.currencyPerUsd === null) return { ok: false, reason: "exchangeRateMissing" };
  const term = choice.terms.find(
    ({ savingsOption }) => savingsOption === (inputs.savingsOption ?? facts.savingsOption),
  );
  const basePriceMissing = choice.baseNodes > 0 && (term?.perBaseHostMonth ?? null) === null;
  if (values.avsHostPerMonth.value === null || basePriceMissing) {
    return { ok: false, reason: "hostPriceMissing" };
  }
  const onPremises = onPremisesHeads(values, inputs);
  const avs = avsHeads(facts, inputs, choice, values);
  const growthRate = values.growthRate.value ?? 0;
  const discountRate = values.discountRate.value ?? 0;
  const years: CaseYear[] = [];
  let cumulative = 0;
  for (let year = 0; year < CASE_YEARS; year += 1) {
    const movedRatio = inputs.migrationPace[year] ?? 0;
    const stay = sumOfYear(onPremises, year);
    const remaining = stay * (1 - movedRatio);
    const avsCost = sumOfYear(avs, year);
    const savings = stay - remaining - avsCost;
    cumulative += savings;
    years.push({
      year,
      stay,
      remaining,
      avs: avsCost,
      hosts:
        hostsOfYear(choice, facts, movedRatio, (1 + growthRate) ** year) +
        (movedRatio > 0 ? choice.baseNodes : 0),
      movedRatio,
      move: remaining + avsCost,
      savings,
      cumulative,
      discounted: savings / (1 + discountRate) ** year,
    });
  }
  const stayTotal = total(years, "stay");
  const savingsTotal = total(years, "savings");
  const savings = years.map((one) => one.savings);
  return {
    ok: true,
    nodeType: choice.nodeType,
    savingsOption: inputs.savingsOption ?? facts.savingsOption,
    onPremises,
    avs,
    years,
    stayTotal,
    moveTotal: total(years, "move"),
    savingsTotal,
    savingsRatio: stayTotal === 0 ? null : savingsTotal / stayTotal,
    npv: netPresentValue(savings, discountRate),
    breakEvenMonth: breakEvenMonth(savings),
    perVm: perVm(years, values),
    leftOut: [
      ...onPremises.flatMap(({ head, missing }) =>
        missing === null ? [] : [{ side: "onPremises" as const, head, missing }],
      ),
      ...avs.flatMap(({ head, missing }) =>
        missing === null ? [] : [{ side: "avs" as const, head, missing }],
      ),
    ],
  };
}

function sumOfYear(rows: readonly HeadRow<string>[], year: number): number {
  return rows.reduce((sum, row) => sum + (row.years?.[year] ?? 0), 0);
}

function total(years: readonly CaseYear[], part: "stay" | "move" | "savings"): number {
  return years.reduce((sum, year) => sum + year[part], 0);
}

/** Of the first year in which everything has moved; null when that year does not come. */
function perVm(years: readonly CaseYear[], values: FieldValues): BusinessCaseResult["perVm"] {
  const vms = values.vmCount.value ?? 0;
  const all = years.find(({ movedRatio }) => movedRatio >= 1);
  if (vms === 0 || all === undefined) return null;
  const grown = vms * (1 + (values.growthRate.value ?? 0)) ** all.year;
  return {
    onPremises: all.stay / MONTHS_PER_YEAR / grown,
    avs: all.avs / MONTHS_PER_YEAR / grown,
  };
}
