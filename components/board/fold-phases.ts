import type { MigrationDetail } from "@/lib/world/board-schema";

export type PhaseInterval = MigrationDetail["phases"][number];

/** A phase, or the delta cycles of one wait as one entry. */
export interface FoldedPhase extends PhaseInterval {
  /** Delta syncs within the wait; 0 for everything else. */
  deltaSyncs: number;
}

const CYCLE = ["waitingForSwitchover", "deltaSync"];

/**
 * A VM that waits a weekend for its window syncs its changes every two hours: the wait is one entry
 * with the number of its delta syncs. Two intervals or fewer stay as they are.
 */
export function foldPhases(phases: readonly PhaseInterval[]): FoldedPhase[] {
  const folded: FoldedPhase[] = [];
  for (let index = 0; index < phases.length; ) {
    const first = phases[index];
    if (!first) break;
    const run = phases.slice(index, cycleEnd(phases, index));
    const last = run.at(-1);
    if (run.length > 2 && last) {
      const deltaSyncs = run.filter(({ phase }) => phase === "deltaSync").length;
      folded.push({ ...first, phase: CYCLE[0] ?? "", endSeconds: last.endSeconds, deltaSyncs });
    } else {
      for (const interval of run) folded.push({ ...interval, deltaSyncs: 0 });
    }
    index += run.length;
  }
  return folded;
}

/** Where the cycle that begins at `index` ends; one further where none begins. */
function cycleEnd(phases: readonly PhaseInterval[], index: number): number {
  let end = index;
  while (
    CYCLE.includes(phases[end]?.phase ?? "") &&
    phases[end]?.attempt === phases[index]?.attempt
  ) {
    end += 1;
  }
  return Math.max(end, index + 1);
}
