import { parseScenario } from "../check-scenario";
import type { Scenario, ScenarioInput } from "../schema";
import { simulateMigrations } from "../simulate";
import { phasesOf } from "../state-at";
import type { MigrationTimeline } from "../timeline";

type VmInput = ScenarioInput["vms"][number];
type GroupInput = ScenarioInput["groups"][number];
type MigrationInput = GroupInput["migrations"][number];

/** Nothing but the link is in the way, so durations are bytes over its rate; steps last as by default. */
export const BARE_TRANSPORT = {
  replicationEfficiencyRatio: 1,
  vmotionEfficiencyRatio: 1,
  replicationBytesPerSecond: 1e12,
  vmotionBytesPerSecond: 1e12,
  assistedVmotionBytesPerSecond: 1e12,
  tcpWindowBytes: 1e12,
} as const;

/** Steps take no time either. */
export const NOTHING_BUT_BYTES = {
  ...BARE_TRANSPORT,
  validationSeconds: 0,
  snapshotRemovalSeconds: 0,
  placeholderSeconds: 0,
  windowsShutdownSeconds: 0,
  linuxShutdownSeconds: 0,
  consolidationSeconds: 0,
  instantiationSeconds: 0,
  powerOnSeconds: 0,
  cleanupSeconds: 0,
  relocatePreparationSeconds: 0,
  relocateCleanupSeconds: 0,
  fixUpSeconds: 0,
} as const;

/** Durations are bytes over rates and nothing else. */
export const bare = { parameters: NOTHING_BUT_BYTES };

/** 100 MB/s, so that a gigabyte (10^9 bytes) takes ten seconds. */
export const LINK = { id: "link", capacityBytesPerSecond: 1e8 };
export const GB = 1e9;

/** A VM of 10 GB with 4 GB of memory that changes nothing. */
export function vmOf(id: string, more: Partial<VmInput> = {}): VmInput {
  return { id, disks: [{ sizeBytes: 10 * GB }], memoryBytes: 4 * GB, ...more };
}

/** VMs of one group; where nothing else is said, Bulk over `LINK` at second 0. */
export function scenarioOf(
  vms: readonly VmInput[],
  migration: Omit<MigrationInput, "vmId"> = {},
  more: Partial<ScenarioInput> & { group?: Partial<GroupInput> } = {},
): Scenario {
  const { group, ...scenario } = more;
  const migrations = vms.map(({ id }) => ({ vmId: id, ...migration }));
  const result = parseScenario({
    parameters: BARE_TRANSPORT,
    links: [LINK],
    vms: [...vms],
    groups: [{ id: "group", migrations, ...group }],
    ...scenario,
  } satisfies ScenarioInput);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.scenario;
}

/** Runs a scenario with every invariant checked after every event. */
export function run(scenario: Scenario): MigrationTimeline {
  return simulateMigrations(scenario, { invariants: "all" });
}

/** `[phase, start, end]` of a migration, over all its attempts. */
export function staysOf(timeline: MigrationTimeline, vmId: string) {
  const index = indexOf(timeline, vmId);
  return phasesOf(timeline, index).map(
    ({ phase, startSeconds, endSeconds }) => [phase, startSeconds, endSeconds] as const,
  );
}

export function indexOf(timeline: MigrationTimeline, vmId: string): number {
  const index = timeline.migrations.findIndex((migration) => migration.vmId === vmId);
  if (index < 0) throw new RangeError(`no migration of ${vmId}`);
  return index;
}

/** The last phase of a migration and when it was entered, with the message that it carries. */
export function outcomeOf(timeline: MigrationTimeline, vmId: string) {
  const last = staysOf(timeline, vmId).at(-1);
  if (last === undefined) throw new RangeError(`${vmId} has no phase`);
  return { phase: last[0], seconds: last[1] };
}

/** Codes of the failures and warnings of a VM in the order in which they came. */
export function codesOf(timeline: MigrationTimeline, vmId: string): string[] {
  const index = indexOf(timeline, vmId);
  return timeline.events.flatMap(({ migration, code }) =>
    migration === index && code !== null ? [code] : [],
  );
}
