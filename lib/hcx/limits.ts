import { z } from "zod";

/**
 * HCX concurrency limits as data: each value with its scope, the versions it holds for and its document.
 * A VMware document of the 3.5/4.0 era is behind several of them, so all can be replaced per scenario.
 */

/** Versions as `4.11.3` or `9.1`. */
export const hcxVersionSchema = z.string().regex(/^\d{1,2}(\.\d{1,3}){1,3}$/);

export const LIMIT_NAMES = [
  "bulkPerMesh",
  "ravPerMesh",
  "ravSwitchoversPerMesh",
  "bulkAndRavPerManager",
  "vmotionPerMesh",
  "coldPerMesh",
  "osamDisksPerMesh",
  "assistedVmotionPerMesh",
] as const;
export type LimitName = (typeof LIMIT_NAMES)[number];
export type Limits = Record<LimitName, number>;

export interface LimitFact {
  limit: LimitName;
  value: number;
  scope: "mesh" | "manager";
  /** What is counted. */
  unit: "migrations" | "disks";
  /** Held by managers of this size only; null for both. */
  managerSize: "default" | "large" | null;
  /** First version it holds for; null for all. */
  sinceVersion: string | null;
  source: string;
  /** True where no document was found and the value is this project's assumption. */
  isAssumed: boolean;
}

const HCX_LIMITS = "VMware HCX configuration limits (3.5/4.0), quoted by a public low-level design";
const SCALE = "HCX common mistakes, chrisdooks.com, 2023-11-21";

export const LIMIT_FACTS: readonly LimitFact[] = [
  fact("bulkPerMesh", 200, "mesh", HCX_LIMITS),
  fact("ravPerMesh", 200, "mesh", HCX_LIMITS),
  fact("ravSwitchoversPerMesh", 1, "mesh", "HCX RAV description: serial switchover"),
  fact("bulkAndRavPerManager", 300, "manager", SCALE, { managerSize: "default" }),
  fact("bulkAndRavPerManager", 300, "manager", SCALE, { managerSize: "large" }),
  fact("bulkAndRavPerManager", 600, "manager", SCALE, {
    managerSize: "large",
    sinceVersion: "4.7",
  }),
  fact("vmotionPerMesh", 1, "mesh", HCX_LIMITS),
  fact("coldPerMesh", 1, "mesh", HCX_LIMITS),
  fact("osamDisksPerMesh", 50, "mesh", HCX_LIMITS, { unit: "disks" }),
  // vSphere: host cost 16, vMotion cost 2 (vSphere Resource Management), as HCX publishes none.
  fact("assistedVmotionPerMesh", 8, "mesh", "vSphere limits on simultaneous migrations", {
    sinceVersion: "4.10",
    isAssumed: true,
  }),
];

function fact(
  limit: LimitName,
  value: number,
  scope: LimitFact["scope"],
  source: string,
  more: Partial<LimitFact> = {},
): LimitFact {
  return {
    limit,
    value,
    scope,
    unit: "migrations",
    managerSize: null,
    sinceVersion: null,
    source,
    isAssumed: false,
    ...more,
  };
}

const count = z.int().min(0).max(100_000);
export const limitOverridesSchema = z.partialRecord(z.enum(LIMIT_NAMES), count);

/** Negative, zero or positive as `a` is before, equal to or after `b`. */
export function compareVersions(a: string, b: string): number {
  const left = a.split(".").map(Number);
  const right = b.split(".").map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The limits that hold for a version and a manager size; a later fact replaces an earlier one. */
export function limitsOf(version: string, managerSize: "default" | "large"): Limits {
  const limits = {} as Limits;
  for (const name of LIMIT_NAMES) limits[name] = 0;
  for (const known of LIMIT_FACTS) {
    if (known.managerSize !== null && known.managerSize !== managerSize) continue;
    if (known.sinceVersion !== null && compareVersions(version, known.sinceVersion) < 0) continue;
    limits[known.limit] = known.value;
  }
  return limits;
}

/** Removed in VCF Operations HCX 9.0, reported back in 9.1; 4.11.3 refuses the upgrade while it is on. */
export function supportsWanOptimization(version: string): boolean {
  if (compareVersions(version, "9.1") >= 0) return true;
  return compareVersions(version, "4.11.3") < 0;
}

/** HCX Assisted vMotion came with 4.10. */
export function supportsAssistedVmotion(version: string): boolean {
  return compareVersions(version, "4.10") >= 0;
}

/** Underlay minimums; values below are unsupported (HCX underlay table for VCF 9). */
export const UNDERLAY_MINIMUMS = {
  vMotion: { bytesPerSecond: 31.25e6, roundTripSeconds: 0.15, lossRatio: 0.001, mtuBytes: 1150 },
  Bulk: { bytesPerSecond: 6.25e6, roundTripSeconds: 0.15, lossRatio: 0.01, mtuBytes: 1150 },
} as const;
