import { z } from "zod";
import { bytes, idSchema, ratio, seconds } from "./field-schema";

/**
 * What can be made to happen while migrations run. Each is a row of the failure catalogue
 * (lib/hcx/failure-catalogue.ts), where its sentence, remedy and actions are.
 */
const onVms = { vmIds: z.array(idSchema).min(1) };
const lasts = { durationSeconds: seconds };

export const faultSchema = z.discriminatedUnion("fault", [
  z.strictObject({ fault: z.literal("snapshotTaken"), ...onVms }),
  z.strictObject({ fault: z.literal("backupJob"), ...onVms, ...lasts }),
  z.strictObject({ fault: z.literal("guestRefusesShutdown"), ...onVms }),
  z.strictObject({ fault: z.literal("diskAdded"), ...onVms }),
  z.strictObject({
    fault: z.literal("churnSurge"),
    ...onVms,
    ...lasts,
    factor: z.number().min(0).max(1000),
  }),
  z.strictObject({ fault: z.literal("tunnelDown"), meshId: idSchema, ...lasts }),
  z.strictObject({
    fault: z.literal("linkDegraded"),
    linkId: idSchema,
    ...lasts,
    capacityRatio: ratio.describe("Share of the link that is left."),
  }),
  z.strictObject({ fault: z.literal("sourceVcenterReboot"), ...lasts }),
  z.strictObject({
    fault: z.literal("targetDatastoreFilled"),
    datastoreId: idSchema,
    bytes: bytes.describe("Space that others take from then on."),
  }),
  z
    .strictObject({ fault: z.literal("targetDatastoreFull"), datastoreId: idSchema, ...lasts })
    .describe("Others have filled it to the last byte: what writes there fails."),
  z.strictObject({ fault: z.literal("migrationTrackerStopped"), meshId: idSchema, ...lasts }),
  z.strictObject({
    fault: z.literal("replicationCertificateMismatch"),
    meshId: idSchema,
    ...lasts,
  }),
  z.strictObject({ fault: z.literal("activationLost"), ...lasts }),
]);
export type Fault = z.infer<typeof faultSchema>;

/** Events that come at random, as a mean number an hour; 0 is never. No source publishes such rates. */
const perHour = z.number().min(0).max(3600).default(0);

export const faultRatesSchema = z.strictObject({
  snapshotPerVmHour: perHour.describe("Snapshots taken by people or backup products."),
  tunnelDownPerHour: perHour,
  tunnelDownSeconds: seconds.default(300),
  guestRefusesShutdownRatio: ratio.default(0).describe("Share of the guests."),
  migrationFailurePerVmHour: perHour.describe("Any other interruption of a transfer."),
  cleanupFailureRatio: ratio.default(0).describe("Roll-backs that need Force Cleanup (F17)."),
});
