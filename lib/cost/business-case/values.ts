import { FIELDS, type FieldKey, type FieldSpec, specOf } from "./fields";
import type { AvsChoice, BusinessCaseFacts, BusinessCaseInputs } from "./schema";

/** What a field counts with: entered by a team, derived from the estate, a default, or not known. */
export interface FieldValue {
  value: number | null;
  origin: "entered" | "derived" | "default" | "unknown";
}

export type FieldValues = Readonly<Record<FieldKey, FieldValue>>;

/** The host type and term of the case: what was chosen, else what the assessment recommends. */
export function choiceOf(facts: BusinessCaseFacts, inputs: BusinessCaseInputs): AvsChoice | null {
  return (
    facts.choices.find(({ nodeType }) => nodeType === inputs.nodeType) ??
    facts.choices.find(({ recommended }) => recommended) ??
    facts.choices[0] ??
    null
  );
}

export function termOf(facts: BusinessCaseFacts, inputs: BusinessCaseInputs) {
  const savingsOption = inputs.savingsOption ?? facts.savingsOption;
  const choice = choiceOf(facts, inputs);
  return choice?.terms.find((term) => term.savingsOption === savingsOption) ?? null;
}

/** Every field's value. Defaults in money are converted from US dollars to the case's currency. */
export function fieldValues(facts: BusinessCaseFacts, inputs: BusinessCaseInputs): FieldValues {
  const derived = derivedValues(facts, inputs);
  const entries = Object.keys(FIELDS).map((name) => {
    const key = name as FieldKey;
    return [key, fieldValue(key, specOf(key), facts, inputs, derived)] as const;
  });
  return Object.fromEntries(entries) as Record<FieldKey, FieldValue>;
}

function fieldValue(
  key: FieldKey,
  spec: FieldSpec,
  facts: BusinessCaseFacts,
  inputs: BusinessCaseInputs,
  derived: Partial<Record<FieldKey, number | null>>,
): FieldValue {
  const entered = inputs.entered[key];
  if (entered !== undefined) return { value: entered, origin: "entered" };
  const fromFacts = derived[key];
  if (fromFacts !== undefined && fromFacts !== null) return { value: fromFacts, origin: "derived" };
  if (spec.default === null) return { value: null, origin: "unknown" };
  if (spec.unit !== "money") return { value: spec.default, origin: "default" };
  return facts.currencyPerUsd === null
    ? { value: null, origin: "unknown" }
    : { value: spec.default * facts.currencyPerUsd, origin: "default" };
}

function derivedValues(
  facts: BusinessCaseFacts,
  inputs: BusinessCaseInputs,
): Partial<Record<FieldKey, number | null>> {
  const { vmCount, hostCount, physicalCores, memoryGib, storageGib } = facts.estate;
  return {
    vmCount,
    hostCount,
    physicalCores,
    memoryGib,
    storageGib,
    vcfPerCoreMonth: facts.vcfPerCoreMonth,
    avsHostPerMonth: termOf(facts, inputs)?.perHostMonth ?? null,
  };
}
