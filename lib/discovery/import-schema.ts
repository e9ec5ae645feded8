import { z } from "zod";
import { dataConfidenceSchema, importErrorCodeSchema, importProgressSchema } from "./schema";

/** The import as a record: what was uploaded, how far it is, how it ended. */

export const importStatusSchema = z.enum([
  "receiving",
  "reading",
  "succeeded",
  "failed",
  "cancelled",
]);
export type ImportStatus = z.infer<typeof importStatusSchema>;

/** What an import can bring; the project uses the newest of each, whichever import it came with. */
export const importContentSchema = z.enum(["inventory", "dependencies", "performance"]);
export type ImportContent = z.infer<typeof importContentSchema>;

/** 255 is the longest name that common file systems hold. */
const fileNameSchema = z.string().trim().min(1).max(255);

/** 40 files: more vCenters than any migration project has, fewer than a mistaken folder drop. */
export const createImportSchema = z.object({
  files: z
    .array(z.object({ name: fileNameSchema, sizeBytes: z.number().int().min(0) }))
    .min(1)
    .max(40),
  /** Replace names and addresses by made-up ones while reading. */
  anonymise: z.boolean().default(false),
});

/** `again` reads files that the project has had before; without it such an import waits for the answer. */
export const startImportSchema = z.object({ again: z.stringbool().default(false) });

export const importRecordSchema = z.object({
  id: z.string(),
  projectId: z.string(),
  status: importStatusSchema,
  fileName: z.string(),
  sizeBytes: z.number(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  createdByName: z.string(),
  vmCount: z.number(),
  /** What it brought; empty until it has succeeded. */
  content: z.array(importContentSchema),
  /** What of it the project uses now. */
  inUse: z.array(importContentSchema),
  /** Names and addresses are made up. */
  anonymised: z.boolean(),
  progress: importProgressSchema.nullable(),
  error: z
    .object({
      code: importErrorCodeSchema,
      detail: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
});
export type ImportRecord = z.infer<typeof importRecordSchema>;

export const importListSchema = z.object({ imports: z.array(importRecordSchema) });
export const createdImportSchema = z.object({ import: importRecordSchema });
export const importDetailSchema = z.object({
  import: importRecordSchema,
  confidence: dataConfidenceSchema.nullable(),
});
export type ImportDetail = z.infer<typeof importDetailSchema>;
