import type { ReadinessRule } from "./readiness-rule";
import { COMPUTE_RULES } from "./readiness-rules-compute";
import { DEVICE_RULES } from "./readiness-rules-devices";
import { ESTATE_RULES } from "./readiness-rules-estate";
import { GUEST_RULES } from "./readiness-rules-guest";
import { HOST_OF_VM_RULES } from "./readiness-rules-host";
import { NETWORK_RULES } from "./readiness-rules-network";
import { STATE_RULES } from "./readiness-rules-state";
import { STORAGE_RULES } from "./readiness-rules-storage";

/** The catalogue, by number. Several rules can share a number where a check has several thresholds. */
export const READINESS_RULES: readonly ReadinessRule[] = [
  ...STORAGE_RULES,
  ...DEVICE_RULES,
  ...STATE_RULES,
  ...NETWORK_RULES,
  ...COMPUTE_RULES,
  ...GUEST_RULES,
  ...HOST_OF_VM_RULES,
  ...ESTATE_RULES,
].sort((left, right) => (left.number ?? 1_000) - (right.number ?? 1_000));

const RULES_BY_ID: ReadonlyMap<string, ReadinessRule> = new Map(
  READINESS_RULES.map((rule) => [rule.id, rule]),
);

export function findRule(ruleId: string): ReadinessRule | null {
  return RULES_BY_ID.get(ruleId) ?? null;
}
