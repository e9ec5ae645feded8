import type { JumpTarget } from "@/components/clock/jump-menu";
import type { BoardSummary } from "@/lib/world/board-schema";

/** At most this many windows are offered: a menu, not a calendar. */
const WINDOWS_MAX = 6;

interface JumpNames {
  nextEvent: string;
  windowOf: (groupName: string) => string;
  end: string;
}

/** Where the clock can usefully be sent: the next event, coming switchover windows, the end. */
export function boardJumps(board: BoardSummary, names: JumpNames): JumpTarget[] {
  const targets: JumpTarget[] = [];
  if (board.nextEventSeconds !== null) {
    targets.push({ id: "next", label: names.nextEvent, atSeconds: board.nextEventSeconds });
  }
  const windows = board.groups
    .flatMap((group) => {
      const startSeconds = group.switchoverWindow?.startSeconds ?? null;
      if (startSeconds === null || startSeconds <= board.atSeconds) return [];
      return [{ id: group.groupId, label: names.windowOf(group.name), atSeconds: startSeconds }];
    })
    .sort((a, b) => a.atSeconds - b.atSeconds);
  targets.push(...windows.slice(0, WINDOWS_MAX));
  const latest = board.eta?.latestSeconds;
  if (latest !== undefined && latest > board.atSeconds) {
    targets.push({ id: "end", label: names.end, atSeconds: latest });
  }
  return targets;
}
