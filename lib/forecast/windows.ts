import type { ForecastPlan } from "./plan";
import type { ReplicationBatch } from "./replicate";
import type { WindowForecast } from "./schema";
import { allComplete, lastEnds, shareOf } from "./spread";

/**
 * The chance of each switchover window that has an end. The engine starts no switchover outside its window, so
 * a migration that completes has started inside.
 */
export function windowForecasts(plan: ForecastPlan, batch: ReplicationBatch): WindowForecast[] {
  return windowsOf(plan).map(({ members, ...window }) => {
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
function windowsOf({ nominal, scenario }: ForecastPlan): Window[] {
  const cancelled = cancelledVms(scenario);
  const windows = new Map<string, Window>();
  const names = new Map(nominal.groups.map(({ id, name }) => [id, name]));
  nominal.migrations.forEach((migration, index) => {
    const { groupId, vmId, switchoverStartSeconds: start, switchoverEndSeconds: end } = migration;
    // Who was taken out keeps no window and misses none.
    if (start === null || end === null || cancelled.has(`${groupId}\n${vmId}`)) return;
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

/** VMs whose last command is to cancel them. */
function cancelledVms({ commands, groups }: ForecastPlan["scenario"]): Set<string> {
  const cancelled = new Set<string>();
  for (const command of [...commands].sort((a, b) => a.atSeconds - b.atSeconds)) {
    if (command.kind !== "cancel" && command.kind !== "retry") continue;
    const group = groups.find(({ id }) => id === command.groupId);
    const vmIds = command.vmIds ?? group?.migrations.map(({ vmId }) => vmId) ?? [];
    for (const vmId of vmIds) {
      const key = `${command.groupId}\n${vmId}`;
      if (command.kind === "cancel") cancelled.add(key);
      else cancelled.delete(key);
    }
  }
  return cancelled;
}
