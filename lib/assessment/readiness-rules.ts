import type { ReadinessRule } from "./readiness-rule";
import { COMPUTE_RULES } from "./readiness-rules-compute";
import { DEVICE_RULES } from "./readiness-rules-devices";
import { DISK_KIND_RULES } from "./readiness-rules-disk-kinds";
import { ESTATE_RULES } from "./readiness-rules-estate";
import { EXPORT_RULES } from "./readiness-rules-export";
import { GUEST_RULES } from "./readiness-rules-guest";
import { HOST_OF_VM_RULES } from "./readiness-rules-host";
import { IDENTITY_RULES } from "./readiness-rules-identity";
import { NETWORK_RULES } from "./readiness-rules-network";
import { SNAPSHOT_RULES } from "./readiness-rules-snapshots";
import { STATE_RULES } from "./readiness-rules-state";
import { STORAGE_RULES } from "./readiness-rules-storage";

/** The catalogue, by number. Several rules can share a number where a check has several thresholds. */
export const READINESS_RULES: readonly ReadinessRule[] = [
  ...DISK_KIND_RULES,
  ...STORAGE_RULES,
  ...SNAPSHOT_RULES,
  ...DEVICE_RULES,
  ...STATE_RULES,
  ...NETWORK_RULES,
  ...IDENTITY_RULES,
  ...COMPUTE_RULES,
  ...GUEST_RULES,
  ...HOST_OF_VM_RULES,
  ...ESTATE_RULES,
  ...EXPORT_RULES,
].sort((left, right) => (left.number ?? 1_000) - (right.number ?? 1_000));

const RULES_BY_ID: ReadonlyMap<string, ReadinessRule> = new Map(
  READINESS_RULES.map((rule) => [rule.id, rule]),
);

export function findRule(ruleId: string): ReadinessRule | null {
  return RULES_BY_ID.get(ruleId) ?? null;
}
