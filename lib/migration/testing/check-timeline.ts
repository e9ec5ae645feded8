import { COUNTER_STATES, PHASE, PHASES } from "../phase";
import type { Scenario } from "../schema";
import { utilisationSeries } from "../series";
import { migrationStateAt, phasesOf } from "../state-at";
import type { MigrationTimeline } from "../timeline";

/**
 * What must be true of every timeline, looked at from outside: as a board, a chart and a report would read it.
 * @returns a sentence for each thing that is wrong
 */
export function wrongWith(scenario: Scenario, timeline: MigrationTimeline): string[] {
  const wrong: string[] = [];
  timeline.migrations.forEach((_, index) => {
    wrong.push(...wrongWithEnd(timeline, index), ...wrongWithProgress(timeline, index));
  });
  wrong.push(...wrongWithWindows(scenario, timeline));
  let before = 0;
  for (const { seconds, kind } of timeline.events) {
    if (seconds < before) wrong.push(`${kind} at ${seconds} s is recorded after ${before} s`);
    before = seconds;
  }
  for (const { id } of scenario.links) {
    for (const point of utilisationSeries(timeline, "link", id, 0, timeline.endSeconds, 40)) {
      const isOver = (point.utilisationRatio ?? 0) > 1 + 1e-6;
      if (isOver) wrong.push(`${id} is ${point.utilisationRatio} used at ${point.startSeconds} s`);
    }
  }
  return wrong;
}

/** Where a migration may be when nothing happens any more. */
const RESTING = new Set<number>([
  PHASE.draft,
  PHASE.completed,
  PHASE.failed,
  PHASE.cancelled,
  PHASE.windowMissed,
  // A limit of 0 lets nothing start.
  PHASE.queued,
]);

function wrongWithEnd(timeline: MigrationTimeline, index: number): string[] {
  const { phases, migrations, horizonReached, downtimes } = timeline;
  const vm = migrations[index]?.vmId;
  const last = phases.phase[(phases.offsets[index + 1] ?? 0) - 1] ?? -1;
  const wrong: string[] = [];
  if (!horizonReached && !RESTING.has(last)) wrong.push(`${vm} is left in ${PHASES[last]}`);
  for (let row = downtimes.offsets[index] ?? 0; row < (downtimes.offsets[index + 1] ?? 0); row++) {
    const start = downtimes.startSeconds[row] ?? Number.NaN;
    const end = downtimes.endSeconds[row] ?? Number.NaN;
    if (Number.isNaN(end) && !horizonReached) wrong.push(`${vm} is down for ever from ${start} s`);
    if (end < start) wrong.push(`${vm} is up at ${end} s before it is down at ${start} s`);
  }
  const attemptsEnded = phasesOf(timeline, index).filter(({ phase }) => phase === "completed");
  if (attemptsEnded.length > 1) wrong.push(`${vm} completes ${attemptsEnded.length} times`);
  return wrong;
}

function wrongWithProgress(timeline: MigrationTimeline, index: number): string[] {
  const wrong: string[] = [];
  const stays = phasesOf(timeline, index);
  const vm = timeline.migrations[index]?.vmId;
  let before = { attempt: 0, percent: 0, bytes: 0 };
  for (const { startSeconds, endSeconds } of stays) {
    const end = endSeconds ?? timeline.endSeconds;
    for (const share of [0, 0.25, 0.5, 0.75, 0.999]) {
      const seconds = startSeconds + share * (end - startSeconds);
      const state = migrationStateAt(timeline, index, seconds);
      if (state === null) continue;
      const { attempt, percent, bytesTransferred: bytes, phase, totalBytes } = state;
      const isBroken = phase === "failed" || phase === "cancelled";
      if (!isBroken && attempt === before.attempt) {
        if (percent < before.percent) wrong.push(`${vm} goes back to ${percent} % at ${seconds} s`);
        // Rounding of a difference of large sums.
        if (bytes < before.bytes - 1) wrong.push(`${vm} takes back bytes at ${seconds} s`);
      }
      if (percent === 100 && phase !== "completed") wrong.push(`${vm} shows 100 % in ${phase}`);
      if (bytes > totalBytes + 1) wrong.push(`${vm} has sent more than all at ${seconds} s`);
      if (!COUNTER_STATES.includes(state.counterState)) wrong.push(`${vm} has no counter`);
      if (!isBroken) before = { attempt, percent, bytes };
    }
  }
  return wrong;
}

/** Of groups that nobody rescheduled, switchovers begin inside their window. */
function wrongWithWindows(scenario: Scenario, timeline: MigrationTimeline): string[] {
  const rescheduled = new Set(
    scenario.commands.flatMap((command) => (command.kind === "reschedule" ? command.groupId : [])),
  );
  return timeline.events.flatMap(({ kind, migration, seconds }) => {
    const described = timeline.migrations[migration];
    if (kind !== "switchoverStarted" || described === undefined) return [];
    const { groupId, switchoverStartSeconds, switchoverEndSeconds, vmId } = described;
    if (rescheduled.has(groupId)) return [];
    const isInside =
      seconds >= (switchoverStartSeconds ?? 0) &&
      seconds < (switchoverEndSeconds ?? Number.POSITIVE_INFINITY);
    return isInside ? [] : [`${vmId} switches over at ${seconds} s, outside its window`];
  });
}
