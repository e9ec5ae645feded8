import { z } from "zod";

/**
 * HCX migration types, in the order in which tables show them. The names are those of `MigrationType` in HCX's
 * PowerCLI module; HCX Assisted vMotion (4.10) has none there yet.
 */
export const MIGRATION_TYPES = [
  "vMotion",
  "Cold",
  "Bulk",
  "RAV",
  "OsAssistedMigration",
  "AssistedvMotion",
] as const;
export const migrationTypeSchema = z.enum(MIGRATION_TYPES);
export type MigrationType = z.infer<typeof migrationTypeSchema>;
