import { caseOf } from "./business-case";
import { FIELD_KEYS, type FieldKey, specOf } from "./fields";
import type { BusinessCaseFacts, BusinessCaseInputs } from "./schema";
import { type FieldValues, fieldValues } from "./values";

/** One bar of a tornado: what the case is worth at either end of an input. */
export interface Sensitivity {
  /** A field, or the pace of the migration as a whole. */
  input: FieldKey | "migrationPace";
  low: { value: number; npv: number };
  high: { value: number; npv: number };
  /** Distance between the two; what the inputs are ranked by. */
  swing: number;
}

/** The pace is shifted by this share, and capped at everything. */
const PACE_SHARE = 0.2;

/**
 * Moves every input that has a value by its step, one at a time, and ranks the inputs by how far the
 * net present value moves. All of them are tried; `count` only cuts the list.
 */
export function sensitivities(
  facts: BusinessCaseFacts,
  inputs: BusinessCaseInputs,
  count = 5,
): Sensitivity[] {
  const values = fieldValues(facts, inputs);
  const bars = FIELD_KEYS.flatMap((key) => fieldBar(facts, inputs, values, key) ?? []);
  const pace = paceBar(facts, inputs, values);
  if (pace) bars.push(pace);
  return bars
    .filter(({ swing }) => swing > 0)
    .sort((left, right) => right.swing - left.swing)
    .slice(0, count);
}

function fieldBar(
  facts: BusinessCaseFacts,
  inputs: BusinessCaseInputs,
  values: FieldValues,
  key: FieldKey,
): Sensitivity | null {
  const { vary, min, max } = specOf(key);
  const { value } = values[key];
  if (vary === null || value === null) return null;
  const step = vary.by === "share" ? Math.abs(value) * vary.size : vary.size;
  const at = (moved: number) => {
    const bounded = Math.min(Math.max(moved, min), max);
    const outcome = caseOf(facts, inputs, {
      ...values,
      [key]: { value: bounded, origin: values[key].origin },
    });
    return outcome.ok ? { value: bounded, npv: outcome.npv } : null;
  };
  const low = at(value - step);
  const high = at(value + step);
  return low && high ? { input: key, low, high, swing: Math.abs(high.npv - low.npv) } : null;
}

function paceBar(
  facts: BusinessCaseFacts,
  inputs: BusinessCaseInputs,
  values: FieldValues,
): Sensitivity | null {
  const at = (share: number) => {
    const migrationPace = inputs.migrationPace.map((part) => Math.min(1, part * share));
    const outcome = caseOf(facts, { ...inputs, migrationPace }, values);
    return outcome.ok ? { value: share, npv: outcome.npv } : null;
  };
  const low = at(1 - PACE_SHARE);
  const high = at(1 + PACE_SHARE);
  return low && high
    ? { input: "migrationPace", low, high, swing: Math.abs(high.npv - low.npv) }
    : null;
}
