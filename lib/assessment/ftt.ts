import type { FttRaidLevel } from "./schema";

/**
 * What a storage policy multiplies, and how many hosts it needs.
 * Source: "Azure Migrate: AVS assessment calculation" (2024-08-07); hosts as in the AVS storage concepts page.
 */
export type FttFacts = { failuresToTolerate: number; multiplier: number; minimumHosts: number };

export const FTT_TABLE: Readonly<Record<FttRaidLevel, FttFacts>> = {
  Ftt1Raid1: { failuresToTolerate: 1, multiplier: 2, minimumHosts: 3 },
  Ftt1Raid5: { failuresToTolerate: 1, multiplier: 4 / 3, minimumHosts: 4 },
  Ftt2Raid1: { failuresToTolerate: 2, multiplier: 3, minimumHosts: 5 },
  Ftt2Raid6: { failuresToTolerate: 2, multiplier: 1.5, minimumHosts: 6 },
  Ftt3Raid1: { failuresToTolerate: 3, multiplier: 4, minimumHosts: 7 },
};

/** Up to this many hosts a cluster keeps the SLA with one failure to tolerate; above, it needs two (AVS maintenance page, 2026-05-08). */
export const SLA_FTT1_HOSTS_MAX = 5;

/** vSAN use above this share loses the SLA (AVS maintenance page, 2026-05-08). */
export const SLA_VSAN_USED_MAX = 0.75;

export function meetsFttSla(level: FttRaidLevel, hostsInLargestCluster: number): boolean {
  return (
    FTT_TABLE[level].failuresToTolerate >= (hostsInLargestCluster > SLA_FTT1_HOSTS_MAX ? 2 : 1)
  );
}
