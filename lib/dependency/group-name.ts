import { compareText } from "./server-graph";

/** A part of a name must be in this share of a group's names to name the group. */
const LEAST_SHARE = 0.5;
/** A part that more of the whole estate's names have than this says where they are, not what they are. */
const MOST_SHARE_OF_ALL = 0.25;

/** The parts of a server's name that may stand for an application: `icn1-shop-web03` gives icn, shop, web. */
function partsOf(name: string): Set<string> {
  const firstLabel = name.toLowerCase().split(".")[0] ?? "";
  const parts = firstLabel
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => part.replace(/\d+$/, ""))
    .filter((part) => part.length >= 2);
  return new Set(parts);
}

/** Counts in how many names each part is: what is common everywhere names nothing. */
export function namePartCounts(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const part of partsOf(name)) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
}

/**
 * A name for a group out of its members' names: the part that half of them share and the estate does not, most
 * telling first; null when they share none.
 */
export function groupName(
  members: readonly string[],
  allCounts: ReadonlyMap<string, number>,
  allNames: number,
): string | null {
  const counts = namePartCounts(members);
  const candidates = [...counts]
    .map(([part, count]) => ({
      part,
      share: count / members.length,
      shareOfAll: (allCounts.get(part) ?? count) / Math.max(1, allNames),
    }))
    .filter(({ share, shareOfAll }) => share >= LEAST_SHARE && shareOfAll <= MOST_SHARE_OF_ALL)
    .sort(
      (a, b) =>
        b.share / b.shareOfAll - a.share / a.shareOfAll ||
        b.share - a.share ||
        compareText(a.part, b.part),
    );
  return candidates[0]?.part ?? null;
}
