import { z } from "zod";
import { limitOverridesSchema } from "@/lib/hcx/limits";
import { faultSchema } from "./fault-schema";
import { idSchema, momentSchema, rate, seconds, windowSchema } from "./field-schema";

/** What people do while migrations run. A command acts at its time and never changes what was before. */
const atSeconds = { atSeconds: seconds };
const selection = {
  ...atSeconds,
  groupId: idSchema,
  vmIds: z.array(idSchema).min(1).nullable().default(null).describe("Null: the whole group."),
};

export const commandSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("startGroup"), ...selection }),
  z.strictObject({ kind: z.literal("cancel"), ...selection }),
  z.strictObject({
    kind: z.literal("retry"),
    ...selection,
    enableSeedCheckpoint: z.boolean().default(true).describe("HCX ticks it for a retry."),
    removeSnapshots: z.boolean().nullable().default(null),
    removeISOs: z.boolean().nullable().default(null),
    forcePowerOffVm: z.boolean().nullable().default(null),
    remedied: z
      .boolean()
      .default(false)
      .describe(
        "People have done what the remedies ask for: the VM has no such condition any more.",
      ),
  }),
  z.strictObject({ kind: z.literal("forcePowerOff"), ...selection }),
  z.strictObject({
    kind: z.literal("forceCleanup"),
    ...selection,
    removeSeedCheckpoint: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal("reschedule"),
    ...selection,
    switchoverWindow: windowSchema.nullable().describe("Null switches over at once."),
    transferStart: momentSchema.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal("editLimits"), ...atSeconds, limits: limitOverridesSchema }),
  z.strictObject({
    kind: z.literal("editLink"),
    ...atSeconds,
    linkId: idSchema,
    capacityBytesPerSecond: rate,
  }),
  z.strictObject({ kind: z.literal("injectFault"), ...atSeconds, fault: faultSchema }),
]);
export type Command = z.infer<typeof commandSchema>;
