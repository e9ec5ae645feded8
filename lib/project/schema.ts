import { z } from "zod";

/** 80 characters fit a breadcrumb. */
export const projectNameSchema = z.string().trim().min(1).max(80);

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
export const timeZoneSchema = z.string().max(64).refine(isTimeZone, "unknownTimeZone");

const cidr = z
  .string()
  .trim()
  .regex(/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/, "notACidr");

export const projectFieldsSchema = z.object({
  name: projectNameSchema,
  description: z.string().trim().max(500).default(""),
  /** The instant at which simulated time starts: when the team plans to begin the set-up. */
  epochIso: z.iso.datetime({ offset: true }),
  timeZone: timeZoneSchema,
  /** Blocks in use on-premises: the private cloud's block must not overlap them. 64 is more than any site lists. */
  onPremisesNetworks: z.array(cidr).max(64).default([]),
});

export const createProjectSchema = projectFieldsSchema.extend({
  /** The random seed of the rehearsal; the same seed and commands give the same run. */
  seed: z.number().int().min(0).max(4_294_967_295).optional(),
});
export type CreateProject = z.input<typeof createProjectSchema>;
export const updateProjectSchema = projectFieldsSchema
  .pick({ name: true, description: true, onPremisesNetworks: true })
  .partial();

export const projectSchema = projectFieldsSchema.extend({
  id: z.string(),
  seed: z.number(),
  isDemo: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** The imports whose inventory, dependencies and performance samples are in use; null before the first. */
  currentImportId: z.string().nullable(),
  currentDependencyImportId: z.string().nullable(),
  currentPerformanceImportId: z.string().nullable(),
  vmCount: z.number(),
  assessmentCount: z.number(),
  commandCount: z.number(),
});
export type Project = z.infer<typeof projectSchema>;
export const projectListSchema = z.object({ projects: z.array(projectSchema) });
export const createdProjectSchema = z.object({ project: projectSchema });
