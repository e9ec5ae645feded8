import { z } from "zod";
import { hcxVersionSchema, limitOverridesSchema } from "@/lib/hcx/limits";
import { migrationTypeSchema } from "@/lib/hcx/migration-types";
import { commandSchema } from "./command-schema";
import { networkExtensionSchema } from "./extension-schema";
import { faultRatesSchema } from "./fault-schema";
import { bytes, idSchema, momentSchema, rate, ratio, seconds, windowSchema } from "./field-schema";
import { parametersSchema } from "./parameters";
import { siteSchemas } from "./site-schema";
import { uncertaintiesSchema } from "./uncertainty-schema";

/**
 * The scenario: everything that a run of the engine depends on, and nothing else. Two equal scenarios give
 * equal timelines. Every field but `vms` and `groups` has a default, so a small scenario is short; a field
 * that is not in the schema is a problem, not ignored. Sizes are bytes, rates bytes/s, times seconds after
 * `startTime` unless a field says otherwise.
 */

export const migrationOptionsSchema = z.object({
  forcePowerOffVm: z
    .boolean()
    .default(false)
    .describe("Bulk: power off a guest that does not shut down by itself."),
  removeSnapshots: z
    .boolean()
    .default(true)
    .describe("Consolidate snapshots first; HCX ticks it when there are any."),
  removeISOs: z.boolean().default(true).describe("Force unmount ISO images."),
  retainMac: z.boolean().default(true),
  upgradeHardware: z.boolean().default(false),
  upgradeVMTools: z.boolean().default(false),
  enableSeedCheckpoint: z
    .boolean()
    .default(false)
    .describe("Bulk, RAV: keep the target disks when the migration fails or is cancelled."),
  migrateCustomAttributes: z.boolean().default(false),
  replicateSecurityTags: z.boolean().default(false),
});
export type MigrationOptions = z.infer<typeof migrationOptionsSchema>;

const diskSchema = z.strictObject({
  sizeBytes: bytes,
  usedBytes: bytes
    .nullable()
    .default(null)
    .describe("Bytes that the guest has written; null counts the whole disk."),
  independent: z.boolean().default(false),
});

/** Backup products take a snapshot at the start of a job and remove it at the end (failure F1). */
const backupJobSchema = z.strictObject({
  days: z.array(z.int().min(0).max(6)).default([0, 1, 2, 3, 4, 5, 6]).describe("0 is Sunday."),
  startLocalTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  durationSeconds: seconds.default(3600),
});

export const vmSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(300).optional().describe("Defaults to the id."),
  disks: z.array(diskSchema).min(1).max(256),
  memoryBytes: bytes.default(4 * 2 ** 30),
  vcpus: z.int().min(1).max(1024).default(2),
  powerState: z.enum(["poweredOn", "poweredOff", "suspended"]).default("poweredOn"),
  guestFamily: z.enum(["windows", "linux", "other"]).default("windows"),
  toolsRunning: z.boolean().default(true),
  hardwareVersion: z.int().min(3).max(99).default(19),
  sourceHostId: idSchema.nullable().default(null),
  sourceDatastoreId: idSchema.nullable().default(null),
  targetDatastoreId: idSchema.nullable().default(null),
  snapshots: z.int().min(0).default(0),
  rdm: z.enum(["none", "virtual", "physical"]).default("none"),
  isoMounted: z.boolean().default(false),
  sharedBus: z
    .boolean()
    .default(false)
    .describe("SCSI bus sharing, multi-writer or a shared disk."),
  faultTolerance: z.boolean().default(false),
  directPathIo: z.boolean().default(false),
  nvmeController: z.boolean().default(false),
  cpuCompatible: z
    .boolean()
    .default(true)
    .describe("False: source CPU newer than the target's without EVC, or of another vendor."),
  networkMapped: z.boolean().default(true),
  evcMode: z.string().nullable().default(null),
  changeRateBytesPerSecond: rate.default(0).describe("Bytes rewritten a second, before repeats."),
  changeWorkingSetRatio: ratio
    .default(1)
    .describe("Share of the used bytes that the writes fall on: a block counts once an RPO."),
  memoryDirtyBytesPerSecond: rate.default(0),
  refusesShutdown: z.boolean().default(false).describe("The guest never ends its shutdown (F3)."),
  antivirus: z.boolean().default(false).describe("OSAM: lengthens the switchover (F30)."),
  unsupportedFilesystem: z.boolean().default(false).describe("OSAM: CIFS mount or others (F30)."),
  backup: backupJobSchema.nullable().default(null),
});
export type ScenarioVm = z.infer<typeof vmSchema>;

export const groupMigrationSchema = z.strictObject({
  vmId: idSchema,
  type: migrationTypeSchema.default("Bulk"),
  options: migrationOptionsSchema.strict().prefault({}),
});
export type ScenarioMigration = z.infer<typeof groupMigrationSchema>;

export const groupSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(300).optional().describe("Defaults to the id."),
  wave: z.string().max(100).nullable().default(null),
  meshId: idSchema.nullable().default(null).describe("Null takes the first service mesh."),
  migrations: z.array(groupMigrationSchema).min(1),
  goAt: momentSchema
    .nullable()
    .default(0)
    .describe("When Go is pressed; null keeps the group a draft until a startGroup command."),
  transferStart: momentSchema.nullable().default(null).describe("Transfers wait for it."),
  switchoverWindow: windowSchema
    .nullable()
    .default(null)
    .describe("Null switches over at once. vMotion and Cold cannot be scheduled."),
});
export type ScenarioGroup = z.infer<typeof groupSchema>;

const DAY_SECONDS = 86_400;

/**
 * Version of the model's behaviour. A change that would move any timeline gets a new number, and the old
 * behaviour stays behind the old one: docs/adr/0003-history-and-engine-upgrades.md.
 */
export const MODEL_VERSION = 1;

export const scenarioSchema = z.strictObject({
  $schema: z.string().optional().describe("For editors; the engine does not read it."),
  modelVersion: z
    .literal(MODEL_VERSION)
    .default(MODEL_VERSION)
    .describe("Behaviour of the model that the timeline is computed with."),
  name: z.string().max(300).default("Scenario"),
  startTime: z.iso
    .datetime({ offset: true })
    .default("2026-01-05T00:00:00Z")
    .describe("The instant of second 0."),
  timeZone: z.string().default("UTC").describe("IANA zone of local times in this scenario."),
  seed: z.int().min(0).default(1),
  hcxVersion: hcxVersionSchema.default("4.11.0"),
  horizonSeconds: seconds
    .default(400 * DAY_SECONDS)
    .describe("The run ends here at the latest; what has not ended by then is reported so."),
  parameters: parametersSchema.prefault({}),
  limits: limitOverridesSchema.prefault({}).describe("Replace the limits of the HCX version."),
  ...siteSchemas,
  networkExtensions: z.array(networkExtensionSchema).default([]),
  vms: z.array(vmSchema),
  groups: z.array(groupSchema),
  commands: z.array(commandSchema).default([]),
  faultRates: faultRatesSchema.prefault({}),
  uncertainties: uncertaintiesSchema.prefault({}),
});
/** A parsed scenario, with every default filled in. */
export type Scenario = z.infer<typeof scenarioSchema>;
/** What a scenario file may say. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
