import type { ForecastPlan } from "./plan";
import type { ReplicationBatch } from "./replicate";
import type { Blocked, WindowForecast } from "./schema";
import { allComplete, lastEnds, shareOf } from "./spread";

/**
 * The chance of each switchover window that has an end. The engine starts no switchover outside its window, so
 * a migration that completes has started inside.
 */
export function windowForecasts(
  plan: ForecastPlan,
  batch: ReplicationBatch,
  blocked: readonly (Blocked | null)[],
): WindowForecast[] {
  return windowsOf(plan, blocked).map(({ members, ...window }) => {
    const complete = allComplete(batch, members);
    const ends = lastEnds(batch, members);
    let kept = 0;
    let finished = 0;
    complete.forEach((isComplete, row) => {
      kept += isComplete;
      if (isComplete && Number(ends[row]) <= window.endSeconds) finished++;
    });
    return {
      ...window,
      migrations: members.length,
      keptRatio: shareOf(kept, batch.count),
      finishedRatio: shareOf(finished, batch.count),
    };
  });
}

interface Window {
  groupId: string;
  name: string;
  startSeconds: number;
  endSeconds: number;
  members: number[];
}

/** Migrations of one group may have been rescheduled by themselves: each window that differs stands alone. */
function windowsOf({ nominal }: ForecastPlan, blocked: readonly (Blocked | null)[]): Window[] {
  const windows = new Map<string, Window>();
  const names = new Map(nominal.groups.map(({ id, name }) => [id, name]));
  nominal.migrations.forEach((migration, index) => {
    const { groupId, switchoverStartSeconds: start, switchoverEndSeconds: end } = migration;
    // Who cannot get there, or was taken out, keeps no window and misses none.
    if (start === null || end === null || blocked[index]) return;
    const key = `${groupId}\n${start}\n${end}`;
    const window = windows.get(key) ?? {
      groupId,
      name: names.get(groupId) ?? groupId,
      startSeconds: start,
      endSeconds: end,
      members: [],
    };
    window.members.push(index);
    windows.set(key, window);
  });
  return [...windows.values()].sort((a, b) => a.endSeconds - b.endSeconds);
}
