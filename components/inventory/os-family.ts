/** Families of guest systems, as migration teams count them. */
export const OS_FAMILIES = [
  "windowsServer",
  "windowsClient",
  "redHat",
  "oracleLinux",
  "centOs",
  "suse",
  "ubuntu",
  "debian",
  "otherLinux",
  "other",
  "unknown",
] as const;
export type OsFamily = (typeof OS_FAMILIES)[number];

/** The first pattern that fits decides; names are those of vSphere's list of guest systems. */
const patterns: readonly (readonly [RegExp, OsFamily])[] = [
  [/windows.*(server|nt|2000)/i, "windowsServer"],
  [/windows/i, "windowsClient"],
  [/red hat|rhel/i, "redHat"],
  [/oracle linux/i, "oracleLinux"],
  [/centos/i, "centOs"],
  [/suse|sles/i, "suse"],
  [/ubuntu/i, "ubuntu"],
  [/debian/i, "debian"],
  [/linux|photon|fedora|rocky|coreos/i, "otherLinux"],
];

/** The family of a guest system's name; blank names are `unknown`, unheard-of ones `other`. */
export function osFamily(name: string | null): OsFamily {
  if (!name || name.trim() === "") return "unknown";
  return patterns.find(([pattern]) => pattern.test(name))?.[1] ?? "other";
}

const MOST_GROUPS = 200;

export interface Count<TName extends string = string> {
  name: TName;
  vms: number;
}

/** VMs by family, most first; families without a VM are left out. */
export function countFamilies(
  systems: readonly { name: string | null; vms: number }[],
): Count<OsFamily>[] {
  const counts = new Map<OsFamily, number>();
  for (const { name, vms } of systems) {
    const family = osFamily(name);
    counts.set(family, (counts.get(family) ?? 0) + vms);
  }
  return [...counts]
    .map(([name, vms]) => ({ name, vms }))
    .sort((left, right) => right.vms - left.vms || left.name.localeCompare(right.name));
}

/**
 * Adds the VMs that no group names, when the groups are all there: the server sends at most 200.
 * Without this, VMs whose system the export does not say would silently be left out.
 */
export function withUnnamed(
  groups: readonly Count[],
  totalVms: number,
): { name: string | null; vms: number }[] {
  const named = groups.reduce((sum, { vms }) => sum + vms, 0);
  const unnamed = totalVms - named;
  return unnamed > 0 && groups.length < MOST_GROUPS
    ? [...groups, { name: null, vms: unnamed }]
    : [...groups];
}

/** The largest `limit` entries, and what the others hold together. */
export function largest(
  counts: readonly Count[],
  limit: number,
): { shown: Count[]; othersVms: number } {
  const sorted = [...counts].sort(
    (left, right) => right.vms - left.vms || left.name.localeCompare(right.name),
  );
  const rest = sorted.slice(limit);
  return { shown: sorted.slice(0, limit), othersVms: rest.reduce((sum, { vms }) => sum + vms, 0) };
}
