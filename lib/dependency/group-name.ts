import { compareText } from "./server-graph";

/** A part must be in this share of a group's names to name the group alone. */
const LEAST_SHARE = 0.6;
/** Of several applications that move together, each that has this share of the group's names is named. */
const LEAST_SHARE_OF_SEVERAL = 0.15;
const MOST_PARTS = 3;
/** A first part before so many different others says where servers stand (`pus1-mes-…`, `pus1-wms-…`). */
const PARTS_BEHIND_A_PLACE = 4;

/** Roles and kinds of machine, as people write them in names: servers of every application bear them. */
const ROLES = new Set("app apps db web srv svr server host node vm win lnx linux".split(" "));

/** How the names of an estate are made: what is common everywhere names nothing. */
export interface NamePatterns {
  /** In how many names each part is. */
  counts: ReadonlyMap<string, number>;
  /** Parts that stand for a site or a data centre. */
  places: ReadonlySet<string>;
}

/** The parts of a server's name that may stand for an application: `icn1-shop-web03` gives icn and shop. */
function partsOf(name: string): string[] {
  const firstLabel = name.toLowerCase().split(".")[0] ?? "";
  const parts = firstLabel
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => part.replace(/\d+$/, ""))
    .filter((part) => part.length >= 2 && !ROLES.has(part));
  return [...new Set(parts)];
}

function countParts(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const part of names.flatMap(partsOf)) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

/** What the names of the whole estate have in common. */
export function namePatterns(names: readonly string[]): NamePatterns {
  const behind = new Map<string, Set<string>>();
  for (const [first, second] of names.map(partsOf)) {
    if (first === undefined || second === undefined) continue;
    const parts = behind.get(first) ?? new Set<string>();
    behind.set(first, parts.add(second));
  }
  const places = [...behind].filter(([, parts]) => parts.size >= PARTS_BEHIND_A_PLACE);
  return { counts: countParts(names), places: new Set(places.map(([place]) => place)) };
}

/**
 * A name for a group out of its members' names: the part that is in most of them and in few others, else the
 * parts of the applications that it is made of (`mes + wms`); null when they share too little.
 */
export function groupName(
  members: readonly string[],
  { counts, places }: NamePatterns,
): string | null {
  const parts = [...countParts(members)]
    .filter(([part]) => !places.has(part))
    .map(([part, count]) => {
      const share = count / members.length;
      const heldShare = count / Math.max(count, counts.get(part) ?? 0);
      // The harmonic mean of both: a part that fits one way only is no name.
      return { part, count, share, fit: (2 * share * heldShare) / (share + heldShare) };
    })
    .sort((a, b) => b.fit - a.fit || b.count - a.count || compareText(a.part, b.part));
  const best = parts.find(({ share }) => share >= LEAST_SHARE);
  return best?.part ?? severalParts(members, parts);
}

/** Null where a few parts do not cover as much of the group as one part would have to. */
function severalParts(
  members: readonly string[],
  parts: readonly { part: string; count: number; share: number }[],
): string | null {
  const named = parts
    .filter(({ count, share }) => count >= 2 && share >= LEAST_SHARE_OF_SEVERAL)
    .sort((a, b) => b.count - a.count || compareText(a.part, b.part))
    .slice(0, MOST_PARTS)
    .map(({ part }) => part);
  const covered = members.filter((name) => partsOf(name).some((part) => named.includes(part)));
  return covered.length / members.length >= LEAST_SHARE ? named.join(" + ") : null;
}
