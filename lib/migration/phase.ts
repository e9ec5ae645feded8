import type { MigrationType } from "@/lib/hcx/migration-types";

/** What a migration does at a moment. The order is the code of a phase in a timeline: append only. */
export const PHASES = [
  "draft",
  "validating",
  "queued",
  "snapshotRemoval",
  "placeholder",
  "checksum",
  "baseSync",
  "waitingForSwitchover",
  "deltaSync",
  "guestShutdown",
  "finalSync",
  "relocate",
  "consolidation",
  "hardwareUpgrade",
  "instantiation",
  "fixUp",
  "powerOn",
  "toolsUpgrade",
  "cleanup",
  "completed",
  "failed",
  "cancelled",
  "windowMissed",
] as const;
export type Phase = (typeof PHASES)[number];

/** The codes, as constants that a switch can use. */
export const PHASE = Object.fromEntries(PHASES.map((name, code) => [name, code])) as {
  readonly [name in Phase]: number;
};

/** Phases in which an attempt has ended, by code. */
export const TERMINAL_PHASES: ReadonlySet<number> = new Set([
  PHASE.completed,
  PHASE.failed,
  PHASE.cancelled,
]);

/** The counters of HCX's group list (mobility group summary, HCX 9.1). */
export const COUNTER_STATES = [
  "draft",
  "queued",
  "inTransfer",
  "waitingForSwitchover",
  "inSwitchover",
  "completed",
  "warning",
  "error",
  "cancelled",
] as const;
export type CounterState = (typeof COUNTER_STATES)[number];

const COUNTER_OF: Record<Phase, CounterState> = {
  draft: "draft",
  validating: "queued",
  queued: "queued",
  snapshotRemoval: "inTransfer",
  placeholder: "inTransfer",
  checksum: "inTransfer",
  baseSync: "inTransfer",
  waitingForSwitchover: "waitingForSwitchover",
  deltaSync: "waitingForSwitchover",
  guestShutdown: "inSwitchover",
  finalSync: "inSwitchover",
  relocate: "inSwitchover",
  consolidation: "inSwitchover",
  hardwareUpgrade: "inSwitchover",
  instantiation: "inSwitchover",
  fixUp: "inSwitchover",
  powerOn: "inSwitchover",
  toolsUpgrade: "inSwitchover",
  cleanup: "inSwitchover",
  completed: "completed",
  failed: "error",
  cancelled: "cancelled",
  windowMissed: "warning",
};

/** Counter of each phase, by code. vMotion counts as in switchover: it goes straight there. */
export const COUNTER_CODE_OF_PHASE = Uint8Array.from(PHASES, (phase) =>
  COUNTER_STATES.indexOf(COUNTER_OF[phase]),
);

/**
 * Percent at the start and end of each phase. Between them it follows the bytes, so it never runs
 * backwards within an attempt, and only `completed` shows 100.
 */
const REPLICATION_PERCENT: Partial<Record<Phase, readonly [number, number]>> = {
  snapshotRemoval: [0, 0],
  placeholder: [1, 1],
  checksum: [1, 1],
  baseSync: [1, 85],
  waitingForSwitchover: [85, 85],
  deltaSync: [85, 85],
  windowMissed: [85, 85],
  guestShutdown: [86, 86],
  finalSync: [87, 93],
  relocate: [87, 97],
  consolidation: [94, 94],
  hardwareUpgrade: [95, 95],
  fixUp: [95, 95],
  instantiation: [96, 96],
  powerOn: [97, 97],
  toolsUpgrade: [98, 98],
  cleanup: [99, 99],
  completed: [100, 100],
};
const RELOCATION_PERCENT: Partial<Record<Phase, readonly [number, number]>> = {
  placeholder: [1, 1],
  guestShutdown: [3, 3],
  relocate: [5, 95],
  powerOn: [96, 96],
  cleanup: [97, 97],
  completed: [100, 100],
};

/** vMotion, Cold and Assisted vMotion relocate; Bulk, RAV and OS Assisted replicate first. */
export function isRelocation(type: MigrationType): boolean {
  return type === "vMotion" || type === "Cold" || type === "AssistedvMotion";
}

function percentTable(ranges: Partial<Record<Phase, readonly [number, number]>>): Float64Array {
  return Float64Array.from(PHASES.flatMap((phase) => ranges[phase] ?? [0, 0]));
}

/** `[2 * phase]` is the percent at its start, `[2 * phase + 1]` at its end. */
const REPLICATION_PERCENTS = percentTable(REPLICATION_PERCENT);
const RELOCATION_PERCENTS = percentTable(RELOCATION_PERCENT);

/** Whether the percent moves within a phase. */
export function percentMoves(type: MigrationType, phase: number): boolean {
  const table = isRelocation(type) ? RELOCATION_PERCENTS : REPLICATION_PERCENTS;
  return table[2 * phase] !== table[2 * phase + 1];
}

/**
 * Whole percent, floored.
 * @param sentShare of the phase's bytes; what is below 0 or above 1 by rounding counts as that
 */
export function percentOf(type: MigrationType, phase: number, sentShare: number): number {
  const table = isRelocation(type) ? RELOCATION_PERCENTS : REPLICATION_PERCENTS;
  const start = table[2 * phase] as number;
  const end = table[2 * phase + 1] as number;
  return Math.floor(start + (end - start) * Math.min(1, Math.max(0, sentShare)));
}
