import type { ReadinessRule } from "./readiness-rule";
import { DEVICE_RULES } from "./readiness-rules-devices";
import { NETWORK_RULES } from "./readiness-rules-network";
import { STATE_RULES } from "./readiness-rules-state";
import { STORAGE_RULES } from "./readiness-rules-storage";

/** The catalogue, by number. Several rules can share a number where a check has several thresholds. */
export const READINESS_RULES: readonly ReadinessRule[] = [
  ...STORAGE_RULES,
  ...DEVICE_RULES,
  ...STATE_RULES,
  ...NETWORK_RULES,
].sort((left, right) => (left.number ?? 1_000) - (right.number ?? 1_000));

const RULES_BY_ID: ReadonlyMap<string, ReadinessRule> = new Map(
  READINESS_RULES.map((rule) => [rule.id, rule]),
);

export function findRule(ruleId: string): ReadinessRule | null {
  return RULES_BY_ID.get(ruleId) ?? null;
}
