import { z } from "zod";
import { verdictSchema } from "@/lib/assessment/readiness-schema";
import { migrationTypeSchema } from "@/lib/hcx/migration-types";
import {
  groupIdSchema,
  groupOptionsSchema,
  switchoverWindowSchema,
} from "@/lib/hcx/mobility-group-schema";
import type { GroupForm } from "./group-draft";

/** A half-filled form: the draft's own schema asks for names that nobody has typed yet. */
const groupFormSchema = z.object({
  groupId: groupIdSchema,
  name: z.string(),
  vms: z.array(
    z.object({
      vmKey: z.string(),
      name: z.string(),
      bestType: migrationTypeSchema.nullable(),
      types: z.record(migrationTypeSchema, verdictSchema).nullable(),
      ownType: migrationTypeSchema.nullable(),
      forcePowerOffVm: z.boolean(),
    }),
  ),
  groupType: z.union([migrationTypeSchema, z.literal("best")]),
  options: groupOptionsSchema,
  serviceMeshName: z.string(),
  destinationCluster: z.string(),
  destinationDatastore: z.string(),
  networkMappings: z.array(z.object({ sourceNetwork: z.string(), destinationNetwork: z.string() })),
  transferStartSeconds: z.number().nullable(),
  switchoverWindow: switchoverWindowSchema.nullable(),
  dailyChangeRatio: z.number().nullable(),
}) satisfies z.ZodType<GroupForm>;

const storedSchema = z.object({ base: z.string(), form: groupFormSchema });

/** The text that a browser keeps of a form; `base` says which saved draft it was made from. */
export function storedText(form: GroupForm, base: string): string {
  return JSON.stringify({ base, form });
}

/**
 * The form that a text of `storedText` holds. Null for anything else, and for a form made from another
 * draft than `base`: somebody has saved the group since, and that must not be undone unseen.
 */
export function parseStoredForm(text: string | null, base: string): GroupForm | null {
  if (text === null) return null;
  try {
    const parsed = storedSchema.safeParse(JSON.parse(text));
    return parsed.success && parsed.data.base === base ? parsed.data.form : null;
  } catch {
    // Not JSON: written by something else.
    return null;
  }
}

/** Placement that was empty when the form was stored takes what the set-up offers by now. */
export function withPlacementOf(form: GroupForm, initial: GroupForm): GroupForm {
  return {
    ...form,
    serviceMeshName: form.serviceMeshName || initial.serviceMeshName,
    destinationCluster: form.destinationCluster || initial.destinationCluster,
  };
}
