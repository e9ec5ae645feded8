import { readFileSync } from "node:fs";
import { parseScenario } from "@/lib/migration/check-scenario";
import { type MigrationReport, reportOf, type SimulationReport } from "@/lib/migration/report";
import { simulateMigrations } from "@/lib/migration/simulate";

export const VALIDATION_FOLDER = new URL("../../docs/validation/", import.meta.url);

/** A scenario file of docs/validation/, as it is written. */
export function readScenarioFile(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(file, VALIDATION_FOLDER), "utf8"));
}

/** What `landfall simulate docs/validation/<file> --json` prints. */
export function runFile(file: string): SimulationReport {
  const result = parseScenario(readScenarioFile(file));
  if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.problems)}`);
  return reportOf(simulateMigrations(result.scenario, { invariants: "all" }));
}

export function migrationOf({ migrations }: SimulationReport, vm?: string): MigrationReport {
  const found = vm === undefined ? migrations[0] : migrations.find((one) => one.vm === vm);
  if (found === undefined) throw new RangeError(`no migration of ${vm}`);
  return found;
}

/** Seconds in a phase, over all its stays from an attempt on. */
export function secondsIn(migration: MigrationReport, phase: string, fromAttempt = 1): number {
  let seconds = 0;
  for (const stay of migration.phases) {
    if (stay.phase !== phase || stay.attempt < fromAttempt) continue;
    seconds += (stay.endSeconds ?? Number.NaN) - stay.startSeconds;
  }
  return seconds;
}

/** Bytes that a link has carried. */
export function linkBytes({ links }: SimulationReport, id: string): number {
  const link = links.find((one) => one.id === id);
  if (link === undefined) throw new RangeError(`no link ${id}`);
  return link.bytes;
}
