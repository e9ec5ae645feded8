import type { BoardMessage, BoardReason, BoardRow } from "./board-schema";

/** More reasons than this are no summary; the list of VMs has them all. */
const REASONS_MAX = 8;

/** What a row has to say, and whether somebody has to look at it; null when it simply runs. */
function reasonOf(row: BoardRow): { kind: BoardReason["kind"]; message: BoardMessage } | null {
  if (row.message !== null) return { kind: "attention", message: row.message };
  if (row.waitingReason !== null) return { kind: "waiting", message: row.waitingReason };
  return null;
}

function keyOf({ code, values }: BoardMessage): string {
  return [code, ...Object.values(values)].join("|");
}

/** Names the reason of a row in an address; null when it has none. */
export function reasonKeyOf(row: BoardRow): string | null {
  const reason = reasonOf(row);
  return reason === null ? null : keyOf(reason.message);
}

/** Why VMs wait or have stopped, with how many of them: most VMs first. */
export function boardReasonsOf(rows: readonly BoardRow[]): BoardReason[] {
  const reasons = new Map<string, BoardReason>();
  for (const row of rows) {
    const reason = reasonOf(row);
    if (reason === null) continue;
    const key = keyOf(reason.message);
    const known = reasons.get(key);
    if (known) known.count += 1;
    else reasons.set(key, { key, count: 1, ...reason });
  }
  return [...reasons.values()]
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, REASONS_MAX);
}
