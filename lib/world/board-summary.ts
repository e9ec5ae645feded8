import { throughputSeries } from "@/lib/migration/series";
import { endOf, nextChangeAfter } from "@/lib/migration/state-at";
import type { MigrationTimeline } from "@/lib/migration/timeline";
import { boardReasonsOf } from "./board-reasons";
import type { BoardModel } from "./board-rows";
import {
  BOARD_STATES,
  type BoardRow,
  type BoardState,
  type BoardSummary,
  type Counters,
  type Eta,
  type GroupSummary,
  TERMINAL_STATES,
} from "./board-schema";
import type { MobilityGroup } from "./groups";
import { runningFaultsAt } from "./running-faults";
import type { WorldTimeline } from "./simulate";

/** Points of the throughput chart: enough for its width, few enough to compute at every poll. */
const THROUGHPUT_POINTS = 60;

/** Ends of the same migrations under other draws, by index: what an ETA's range is made of. */
export type EndSamples = readonly (readonly (number | null)[])[];

/** Quantiles of an end; null is not within the horizon. */
interface EndQuantiles {
  p10: number | null;
  p50: number | null;
  p90: number | null;
}

/** What a forecast of this world says of the whole and of each group: it goes before samples. */
export interface EndForecast extends EndQuantiles {
  groups: readonly (EndQuantiles & { id: string })[];
}

/** The board as a whole at an instant. Counters always sum to the number of VMs. */
export function boardSummaryOf(
  timeline: WorldTimeline,
  model: BoardModel,
  samples: EndSamples = [],
  forecast: EndForecast | null = null,
): BoardSummary {
  const { atSeconds, groups, rows } = model;
  const { migrations } = timeline;
  const startedAt = groups.flatMap(({ startedAtSeconds }) => startedAtSeconds ?? []);
  const startedAtSeconds = startedAt.length > 0 ? Math.min(...startedAt) : null;
  return {
    atSeconds,
    totalVms: rows.length,
    counters: countersOf(rows),
    ...progressOf(rows),
    rateBytesPerSecond: rows.reduce((sum, row) => sum + (row.rateBytesPerSecond ?? 0), 0),
    eta: etaOf(migrations, model, () => true, samples, forecast),
    startedAtSeconds,
    reasons: boardReasonsOf(rows),
    faults: runningFaultsAt(timeline, atSeconds),
    groups: groups.map((group) => groupSummaryOf(timeline, model, group, samples, forecast)),
    throughput:
      migrations === null || startedAtSeconds === null
        ? []
        : throughputSeries(migrations, startedAtSeconds, atSeconds, THROUGHPUT_POINTS),
    nextEventSeconds: nextEventOf(timeline, atSeconds),
  };
}

export function countersOf(rows: readonly Pick<BoardRow, "state">[]): Counters {
  const counters = Object.fromEntries(BOARD_STATES.map((state) => [state, 0])) as Counters;
  for (const { state } of rows) counters[state] += 1;
  return counters;
}

/**
 * How much of what shall move has moved: a VM that failed counts what its attempt has come to, never as done,
 * and one that was cancelled not at all. Null when nothing was started or nothing is left to move.
 */
export function progressOf(
  rows: readonly BoardRow[],
): Pick<BoardSummary, "progressRatio" | "bytesTransferred" | "bytesTotal"> {
  const started = rows.filter((row) => row.progressRatio !== null);
  const bytesTransferred = started.reduce((sum, row) => sum + row.bytesTransferred, 0);
  if (started.length === 0) return { progressRatio: null, bytesTransferred, bytesTotal: null };
  const bytesTotal = started.reduce((sum, row) => sum + (row.bytesTotal ?? 0), 0);
  const meant = rows.filter(({ state }) => state !== "cancelled");
  const sum = meant.reduce((total, row) => total + movedRatio(row), 0);
  const progressRatio = meant.length === 0 ? null : sum / meant.length;
  return { progressRatio, bytesTransferred, bytesTotal };
}

function movedRatio({ state, progressRatio }: BoardRow): number {
  return state === "completed" || state === "warning" ? 1 : (progressRatio ?? 0);
}

const isTerminal = (state: BoardState) => TERMINAL_STATES.includes(state);

/** The last end of the chosen migrations, in this run and in the samples; null when nothing is left. */
function etaOf(
  migrations: MigrationTimeline | null,
  model: BoardModel,
  chooses: (row: BoardRow) => boolean,
  samples: EndSamples,
  quantiles: EndQuantiles | null | undefined,
): Eta | null {
  if (migrations === null) return null;
  const indices = model.rows.flatMap((row, position) => {
    const index = model.indices[position] ?? -1;
    return index >= 0 && !isTerminal(row.state) && chooses(row) ? [index] : [];
  });
  if (indices.length === 0) return null;
  const known = quantiles ? etaOfQuantiles(quantiles, model.atSeconds) : null;
  if (known !== null) return known;
  const own = lastEnd(indices, (index) => endOf(migrations, index));
  if (own === null) return null;
  const others = samples.flatMap((ends) => lastEnd(indices, (index) => ends[index] ?? null) ?? []);
  // A sample may rest on a moment before this one: what is still going on ends after now.
  const all = [own, ...others].map((end) => Math.max(end, model.atSeconds)).sort((a, b) => a - b);
  return {
    earliestSeconds: all[0] ?? own,
    likelySeconds: all[Math.floor(all.length / 2)] ?? own,
    latestSeconds: all.at(-1) ?? own,
    basis: "runs",
  };
}

/** Null when a quantile is not within the horizon. What is still going on ends after now. */
function etaOfQuantiles({ p10, p50, p90 }: EndQuantiles, nowSeconds: number): Eta | null {
  if (p10 === null || p50 === null || p90 === null) return null;
  return {
    earliestSeconds: Math.max(p10, nowSeconds),
    likelySeconds: Math.max(p50, nowSeconds),
    latestSeconds: Math.max(p90, nowSeconds),
    basis: "forecast",
  };
}

function lastEnd(
  indices: readonly number[],
  endOfIndex: (index: number) => number | null,
): number | null {
  let last = 0;
  for (const index of indices) {
    const end = endOfIndex(index);
    if (end === null) return null;
    last = Math.max(last, end);
  }
  return last;
}

function groupSummaryOf(
  timeline: WorldTimeline,
  model: BoardModel,
  group: MobilityGroup,
  samples: EndSamples,
  forecast: EndForecast | null,
): GroupSummary {
  const { draft, startedAtSeconds } = group;
  const belongs = (row: BoardRow) => row.groupId === draft.groupId;
  const rows = model.rows.filter(belongs);
  const counters = countersOf(rows);
  const ends = model.rows.flatMap((row, position) => {
    const index = model.indices[position] ?? -1;
    if (!belongs(row) || timeline.migrations === null || index < 0) return [];
    return [endOf(timeline.migrations, index)];
  });
  const isOver = rows.every(({ state }) => isTerminal(state));
  const lastEnds = ends.flatMap((end) => end ?? []);
  return {
    groupId: draft.groupId,
    name: draft.name,
    serviceMeshName: draft.serviceMeshName,
    destinationDatastore: draft.destinationDatastore,
    state: groupStateOf(group, counters, isOver),
    totalVms: rows.length,
    types: typesOf(rows),
    counters,
    ...progressOf(rows),
    startedAtSeconds,
    finishedAtSeconds: isOver && lastEnds.length > 0 ? Math.max(...lastEnds) : null,
    switchoverWindow: group.switchoverWindow,
    eta: etaOf(
      timeline.migrations,
      model,
      belongs,
      samples,
      forecast?.groups.find(({ id }) => id === draft.groupId),
    ),
  };
}

/** How many rows have each migration type, most first; equal counts by name. */
export function typesOf(rows: readonly Pick<BoardRow, "type">[]): GroupSummary["types"] {
  const counts = new Map<BoardRow["type"], number>();
  for (const { type } of rows) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => b.count - a.count || a.type.localeCompare(b.type, "en"));
}

function groupStateOf(
  { startedAtSeconds }: MobilityGroup,
  counters: Counters,
  isOver: boolean,
): GroupSummary["state"] {
  if (startedAtSeconds === null) return "draft";
  if (!isOver) return "running";
  if (counters.error + counters.warning > 0) return "completedWithErrors";
  return counters.completed > 0 ? "completed" : "cancelled";
}

/** The next thing that happens by itself, of the set-up or of a migration. */
export function nextEventOf(timeline: WorldTimeline, atSeconds: number): number | null {
  const stages = timeline.resources.flatMap((resource) =>
    resource.stages.flatMap(({ startSeconds }) => (startSeconds > atSeconds ? [startSeconds] : [])),
  );
  const change = timeline.migrations ? nextChangeAfter(timeline.migrations, atSeconds) : null;
  const next = Math.min(...stages, change ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(next) ? next : null;
}
