import { utilisationSeries } from "@/lib/migration/series";
import type { MigrationTimeline } from "@/lib/migration/timeline";

/** A link that carries this share of what it could is the bottleneck: its rate tells its capacity. */
const SATURATED_RATIO = 0.995;
/** A slot is looked at in so many pieces, because the link may be the bottleneck in a part of it. */
const PIECES_PER_SLOT = 4;

/**
 * For each slot from second 0 on: the logarithm of carried over expected bytes in the parts of the slot in
 * which a link was the bottleneck, as a mean over the links; null where none was. What is expected takes
 * reservations, degradations and outages into account.
 * @param past what happened
 * @param expected the same scenario with every factor at 1
 */
export function observeBandwidth(
  past: MigrationTimeline,
  expected: MigrationTimeline,
  slotSeconds: number,
  untilSeconds: number,
): (number | null)[] {
  const slots = Math.ceil(untilSeconds / slotSeconds);
  if (slots === 0) return [];
  const sums = new Float64Array(slots);
  const counts = new Int32Array(slots);
  const pieces = slots * PIECES_PER_SLOT;
  // The last slot may reach beyond the past; nothing is carried there, so it does not count.
  const end = slots * slotSeconds;
  for (const link of past.links) {
    const carried = utilisationSeries(past, "link", link.id, 0, end, pieces);
    const nominal = expected.links.find(({ id }) => id === link.id);
    if (nominal === undefined) continue;
    for (let slot = 0; slot < slots; slot++) {
      let bytes = 0;
      let possible = 0;
      for (const piece of carried.slice(slot * PIECES_PER_SLOT, (slot + 1) * PIECES_PER_SLOT)) {
        if ((piece.utilisationRatio ?? 0) < SATURATED_RATIO) continue;
        bytes += piece.rateBytesPerSecond * (piece.endSeconds - piece.startSeconds);
        possible += bytesPossible(nominal, piece.startSeconds, piece.endSeconds);
      }
      if (bytes <= 0 || possible <= 0) continue;
      sums[slot] = (sums[slot] as number) + Math.log(bytes / possible);
      counts[slot] = (counts[slot] as number) + 1;
    }
  }
  return Array.from(sums, (sum, slot) => {
    const count = counts[slot] as number;
    return count === 0 ? null : sum / count;
  });
}

function bytesPossible(
  { times, capacities }: MigrationTimeline["links"][number],
  startSeconds: number,
  endSeconds: number,
): number {
  let bytes = 0;
  for (let i = 0; i < times.length; i++) {
    const from = Math.max(startSeconds, times[i] as number);
    const to = Math.min(endSeconds, times[i + 1] ?? Number.POSITIVE_INFINITY);
    if (to > from) bytes += (capacities[i] as number) * (to - from);
  }
  return bytes;
}
