import { z } from "zod";
import { migrationTypeSchema } from "@/lib/hcx/migration-types";
import { migrationOptionsSchema } from "@/lib/migration/schema";
import { LIMIT_NAMES, type LimitName } from "./limits";
import { hcxNameSchema } from "./setup-schema";

/**
 * Payloads of what people do with mobility groups and their migrations, from the draft to clean-up.
 * An `error` text here is a problem code: its sentence is `problems.<code>` in messages/*\/world.json.
 * Times are seconds after the world's epoch; a form shows them in the world's time zone.
 */

/** No published limit on the size of a mobility group was found; this one bounds a request. */
export const MIGRATIONS_PER_GROUP_MAX = 5000;

const vmKeySchema = z.string().min(1, { error: "required" }).max(300);
const secondsSchema = z.number().min(0, { error: "timeBeforeEpoch" });

export const switchoverWindowSchema = z.object({
  startSeconds: secondsSchema,
  endSeconds: secondsSchema,
});
export type SwitchoverWindow = z.infer<typeof switchoverWindowSchema>;

const datastoreNameSchema = z.string().min(1, { error: "required" }).max(80);

/** Options of the whole group (HCX 4.7 and later: all but Force Power-off are group-wide). */
export const groupOptionsSchema = migrationOptionsSchema.omit({ forcePowerOffVm: true });
export type GroupOptions = z.infer<typeof groupOptionsSchema>;

export const groupMigrationSchema = z.object({
  vmKey: vmKeySchema,
  type: migrationTypeSchema,
  forcePowerOffVm: z.boolean().default(false),
});
export type GroupMigration = z.infer<typeof groupMigrationSchema>;

export const networkMappingSchema = z.object({
  sourceNetwork: z.string().min(1, { error: "required" }).max(200),
  /** A segment of the private cloud or an extended network. */
  destinationNetwork: z.string().min(1, { error: "required" }).max(200),
});
export type NetworkMapping = z.infer<typeof networkMappingSchema>;

export const groupIdSchema = z.string().regex(/^[\w-]{1,64}$/, { error: "groupIdMalformed" });

export const mobilityGroupDraftSchema = z.object({
  /** Made by the client, so that a repeated request is the same group. */
  groupId: groupIdSchema,
  name: hcxNameSchema,
  serviceMeshName: hcxNameSchema,
  migrations: z
    .array(groupMigrationSchema)
    .min(1, { error: "groupEmpty" })
    .max(MIGRATIONS_PER_GROUP_MAX, { error: "groupTooLarge" }),
  options: groupOptionsSchema.prefault({}),
  destinationCluster: z.string().min(1, { error: "required" }).max(80),
  destinationDatastore: datastoreNameSchema,
  networkMappings: z.array(networkMappingSchema).max(1000, { error: "tooMany" }),
  /** Null starts the transfer when Go is pressed. */
  transferStartSeconds: secondsSchema.nullable(),
  /** Null switches over as soon as the base sync is done. vMotion and Cold cannot be scheduled. */
  switchoverWindow: switchoverWindowSchema.nullable(),
  /** Share of the used bytes that a VM rewrites in a day, 0 to 1; null takes the documented default. */
  dailyChangeRatio: z
    .number()
    .min(0, { error: "ratioRange" })
    .max(1, { error: "ratioRange" })
    .nullable(),
});
export type MobilityGroupDraft = z.infer<typeof mobilityGroupDraftSchema>;

export const mobilityGroupRefSchema = z.object({ groupId: groupIdSchema });

/** Some migrations of a group, or all of them when `vmKeys` is null. */
const selectionSchema = z.object({
  groupId: groupIdSchema,
  vmKeys: z
    .array(vmKeySchema)
    .min(1, { error: "selectionEmpty" })
    .max(MIGRATIONS_PER_GROUP_MAX, { error: "groupTooLarge" })
    .nullable(),
});

export const migrationCancelSchema = selectionSchema;
export const migrationRetrySchema = selectionSchema.extend({
  /** People have done what the remedies ask for, so the VM has no such condition any more. */
  remedied: z.boolean().default(false),
});
export const migrationForcePowerOffSchema = selectionSchema;
export const migrationForceCleanupSchema = selectionSchema.extend({
  removeSeedCheckpoint: z.boolean(),
});
export const mobilityGroupRescheduleSchema = selectionSchema.extend({
  switchoverWindow: switchoverWindowSchema.nullable(),
});
export type MigrationSelection = z.infer<typeof selectionSchema>;

const limit = z
  .number()
  .int({ error: "wholeNumber" })
  .min(1, { error: "limitRange" })
  .max(10_000, { error: "limitRange" });

const limitFields = Object.fromEntries(
  LIMIT_NAMES.map((name) => [name, limit.nullable().default(null)]),
) as Record<LimitName, z.ZodDefault<z.ZodNullable<typeof limit>>>;

/** New values hold from the moment of the command; null keeps a limit, and what runs is not stopped. */
export const limitsEditSchema = z.object(limitFields);
export type LimitsEdit = z.infer<typeof limitsEditSchema>;

const durationSeconds = z
  .number()
  .min(1, { error: "durationRange" })
  .max(30 * 86_400, { error: "durationRange" });
const onVms = { vmKeys: z.array(vmKeySchema).min(1, { error: "selectionEmpty" }).max(5000) };

/** What can be made to happen while migrations run; each is a row of the failure catalogue. */
export const faultInjectSchema = z.discriminatedUnion("fault", [
  z.object({ fault: z.literal("snapshotTaken"), ...onVms }),
  z.object({ fault: z.literal("backupJob"), ...onVms, durationSeconds }),
  z.object({ fault: z.literal("guestRefusesShutdown"), ...onVms }),
  z.object({ fault: z.literal("tunnelDown"), serviceMeshName: hcxNameSchema, durationSeconds }),
  z.object({
    fault: z.literal("linkDegraded"),
    serviceMeshName: hcxNameSchema,
    durationSeconds,
    /** Share of the link that is left, 0 to 1. */
    capacityRatio: z.number().min(0.01, { error: "ratioRange" }).max(1, { error: "ratioRange" }),
  }),
  z.object({ fault: z.literal("sourceVcenterReboot"), durationSeconds }),
  z.object({
    fault: z.literal("migrationTrackerStopped"),
    serviceMeshName: hcxNameSchema,
    durationSeconds,
  }),
  z.object({
    fault: z.literal("replicationCertificateMismatch"),
    serviceMeshName: hcxNameSchema,
    durationSeconds,
  }),
  z.object({ fault: z.literal("activationLost"), durationSeconds }),
  z.object({
    fault: z.literal("targetDatastoreFull"),
    datastoreName: datastoreNameSchema,
    durationSeconds,
  }),
  z.object({ fault: z.literal("diskAdded"), ...onVms }),
  z.object({
    fault: z.literal("churnSurge"),
    ...onVms,
    durationSeconds,
    /** How many times as much the guests rewrite. */
    factor: z.number().min(1, { error: "factorRange" }).max(1000, { error: "factorRange" }),
  }),
]);
export type FaultInject = z.infer<typeof faultInjectSchema>;
