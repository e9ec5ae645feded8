import type { Suitability } from "@/lib/assessment/readiness-schema";

/** From what can move to what is not known. */
export const SUITABILITIES = [
  "Suitable",
  "ConditionallySuitable",
  "NotSuitable",
  "ReadinessUnknown",
] as const satisfies readonly Suitability[];

export interface SuitabilityShare {
  suitability: Suitability;
  vms: number;
  /** 0 to 1; null when there is no VM to take a share of. */
  ratio: number | null;
}

/** Every state with its VMs and their share, states without a VM included. */
export function suitabilityShares(
  counts: Readonly<Partial<Record<Suitability, number>>>,
): SuitabilityShare[] {
  const total = SUITABILITIES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return SUITABILITIES.map((suitability) => {
    const vms = counts[suitability] ?? 0;
    return { suitability, vms, ratio: total > 0 ? vms / total : null };
  });
}
