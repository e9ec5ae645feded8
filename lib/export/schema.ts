import { z } from "zod";

/** Every list that can be downloaded, by the name that its address carries. */
export const EXPORT_LISTS = [
  "vms",
  "hosts",
  "clusters",
  "datastores",
  "performance",
  "assessed-vms",
  "rules",
  "sizing",
  "costs",
  "business-case",
  "prices",
  "migrations",
  "events",
  "groups",
  "forecast",
  "connections",
  "endpoints",
  "move-groups",
  "move-group-vms",
  "changes",
] as const;
export const exportListSchema = z.enum(EXPORT_LISTS);
export type ExportListName = z.infer<typeof exportListSchema>;

export const EXPORT_FORMATS = ["csv", "xlsx"] as const;
export const exportFormatSchema = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** The format, and whatever the list itself is filtered by: `lib/server/exports` reads the rest. */
export const exportQuerySchema = z
  .object({ format: exportFormatSchema.default("csv") })
  .catchall(z.string().max(3_000));
