import { MESSAGE_CODES, type MessageCode } from "@/lib/hcx/failure-catalogue";
import type { MigrationType } from "@/lib/hcx/migration-types";
import type { Phase } from "./phase";
import {
  type ExtensionUsage,
  extensionUsages,
  type LinkUsage,
  linkUsages,
  payloadBytesBetween,
} from "./series";
import { downtimeAt, endOf, phasesOf } from "./state-at";
import type { MigrationTimeline } from "./timeline";

/** What a run came to, as `landfall simulate --json` prints it. Times are seconds after the scenario's start. */
export interface SimulationReport {
  seed: number;
  startTime: string;
  timeZone: string;
  /** End of the last migration; null while one has not ended by the horizon or is still a draft. */
  makespanSeconds: number | null;
  outcomes: Record<Outcome, number>;
  migrations: MigrationReport[];
  groups: GroupReport[];
  /** Bytes on the wire, and the share of what the link could carry from the first Go to the last end. */
  links: LinkUsage[];
  /** What guests sent over stretched networks, on the wire. */
  networkExtensions: ExtensionUsage[];
}

export const OUTCOMES = ["completed", "failed", "cancelled", "windowMissed", "unfinished"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface MigrationReport {
  vm: string;
  name: string;
  group: string;
  wave: string | null;
  type: MigrationType;
  outcome: Outcome;
  /** Why it failed, was cancelled or waits; a code of the failure catalogue. */
  message: MessageCode | null;
  /** What HCX would warn of on the way, each once, in the order in which it came. */
  warnings: MessageCode[];
  /** When its first attempt began; null for a draft. */
  startSeconds: number | null;
  /** When it came to its outcome; null while it is unfinished. */
  endSeconds: number | null;
  attempts: number;
  /** Over all attempts: time in which the guest did not run, and payload bytes sent. */
  downtimeSeconds: number;
  bytesTransferred: number;
  phases: PhaseReport[];
}

export interface PhaseReport {
  phase: Phase;
  attempt: number;
  startSeconds: number;
  /** Null for the one that it is in at the end of the run. */
  endSeconds: number | null;
  /** Of this phase. */
  downtimeSeconds: number;
  bytesTransferred: number;
}

export interface GroupReport {
  id: string;
  name: string;
  wave: string | null;
  migrations: number;
  completed: number;
  /** End of its last migration; null while one is unfinished. */
  endSeconds: number | null;
}

export function reportOf(timeline: MigrationTimeline): SimulationReport {
  const warnings = warningsOf(timeline);
  const migrations = timeline.migrations.map((_, index) =>
    migrationReport(timeline, index, warnings[index] ?? []),
  );
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0]));
  for (const { outcome } of migrations) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const makespanSeconds = lastEnd(migrations);
  const starts = migrations.flatMap(({ startSeconds }) => startSeconds ?? []);
  return {
    seed: timeline.seed,
    startTime: timeline.startTime,
    timeZone: timeline.timeZone,
    makespanSeconds,
    outcomes: outcomes as Record<Outcome, number>,
    migrations,
    groups: timeline.groups.map((group) => {
      const members = migrations.slice(group.firstMigration, group.endMigration);
      const { id, name, wave } = group;
      const completed = members.filter(({ outcome }) => outcome === "completed").length;
      return {
        id,
        name,
        wave,
        migrations: members.length,
        completed,
        endSeconds: lastEnd(members),
      };
    }),
    links: linkUsages(
      timeline,
      starts.reduce((first, start) => Math.min(first, start), timeline.endSeconds),
      makespanSeconds ?? timeline.endSeconds,
    ),
    networkExtensions: extensionUsages(timeline),
  };
}

/** Codes of the warnings of each migration. */
function warningsOf({ migrations, events }: MigrationTimeline): MessageCode[][] {
  const warnings: MessageCode[][] = migrations.map(() => []);
  for (const { kind, migration, code } of events) {
    const said = warnings[migration];
    if (kind === "warning" && code !== null && said && !said.includes(code)) said.push(code);
  }
  return warnings;
}

/** The last end of all; null when there is none, or one of them has not ended. */
function lastEnd(migrations: readonly Pick<MigrationReport, "endSeconds">[]): number | null {
  let last: number | null = null;
  for (const { endSeconds } of migrations) {
    if (endSeconds === null) return null;
    last = Math.max(last ?? endSeconds, endSeconds);
  }
  return last;
}

const OUTCOME_OF_PHASE: Partial<Record<Phase, Outcome>> = {
  completed: "completed",
  failed: "failed",
  cancelled: "cancelled",
  windowMissed: "windowMissed",
};

function migrationReport(
  timeline: MigrationTimeline,
  index: number,
  warnings: MessageCode[],
): MigrationReport {
  const { phases, migrations, endSeconds } = timeline;
  const described = migrations[index];
  if (described === undefined) throw new RangeError(`no migration ${index}`);
  const stays = phasesOf(timeline, index);
  const last = stays.at(-1);
  const messageIndex = phases.message[(phases.offsets[index + 1] ?? 0) - 1] ?? -1;
  const { vmId, vmName, groupId, wave, type } = described;
  return {
    vm: vmId,
    name: vmName,
    group: groupId,
    wave,
    type,
    outcome: (last && OUTCOME_OF_PHASE[last.phase]) ?? "unfinished",
    message: MESSAGE_CODES[messageIndex] ?? null,
    warnings,
    startSeconds: stays.find(({ attempt }) => attempt > 0)?.startSeconds ?? null,
    endSeconds: endOf(timeline, index),
    attempts: last?.attempt ?? 0,
    downtimeSeconds: downtimeAt(timeline, index, endSeconds).seconds,
    bytesTransferred: Math.round(payloadBytesBetween(timeline, index, 0, endSeconds)),
    phases: stays
      .filter(({ phase }) => !(phase in OUTCOME_OF_PHASE) || phase === "windowMissed")
      .map((stay) => phaseReport(timeline, index, stay)),
  };
}

function phaseReport(
  timeline: MigrationTimeline,
  index: number,
  { phase, attempt, startSeconds, endSeconds }: ReturnType<typeof phasesOf>[number],
): PhaseReport {
  const end = endSeconds ?? timeline.endSeconds;
  const down = (seconds: number) => downtimeAt(timeline, index, seconds).seconds;
  return {
    phase,
    attempt,
    startSeconds,
    endSeconds,
    downtimeSeconds: down(end) - down(startSeconds),
    bytesTransferred: Math.round(payloadBytesBetween(timeline, index, startSeconds, end)),
  };
}
