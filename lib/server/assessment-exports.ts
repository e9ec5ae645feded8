import type { z } from "zod";
import { MIGRATION_TYPES } from "@/lib/assessment/readiness-schema";
import type { AssessedVmRow, assessedVmQuerySchema } from "@/lib/assessment/record-schema";
import { CSV_BYTE_ORDER_MARK, csvLine } from "@/lib/inventory/csv";
import { acknowledgementSummary } from "./acknowledgements";
import { listAssessedVms } from "./assessed-vms";
import { getAssessment } from "./assessments";
import { csvResponse } from "./inventory-export";

type ExportQuery = Omit<z.output<typeof assessedVmQuerySchema>, "offset" | "limit">;

const VM_COLUMNS = [
  "name",
  "suitability",
  "bestType",
  "findingCount",
  "effortHours",
  "cpus",
  "memoryMib",
  "storageMib",
  "os",
  "cluster",
] as const satisfies readonly (keyof AssessedVmRow)[];
const FINDING_COLUMNS = ["state", "owner", "dueOn", "note"] as const;

/** Rows a page of the database; the answer is streamed page by page. */
const PAGE_ROWS = 500;

/** The VMs that a list shows, with its filters and sort. @throws RefusedError notFound */
export async function exportAssessedVmsCsv(
  projectId: string,
  assessmentId: string,
  query: ExportQuery,
): Promise<Response> {
  const page = (offset: number) =>
    listAssessedVms(projectId, assessmentId, { ...query, offset, limit: PAGE_ROWS });
  // The first page is read before answering, so that a refusal is an error and not a cut file.
  const first = await page(0);
  const types = MIGRATION_TYPES.map((type) => `verdict.${type}`);
  const finding = query.rule ? FINDING_COLUMNS.map((column) => `finding.${column}`) : [];
  const textOf = (rows: readonly AssessedVmRow[]) =>
    rows
      .map((row) =>
        csvLine([
          ...VM_COLUMNS.map((column) => row[column]),
          ...MIGRATION_TYPES.map((type) => row.types[type] ?? null),
          ...(query.rule ? FINDING_COLUMNS.map((column) => row.finding?.[column] ?? null) : []),
        ]),
      )
      .join("");
  const lines = async function* () {
    yield CSV_BYTE_ORDER_MARK + csvLine([...VM_COLUMNS, ...types, ...finding]);
    yield textOf(first.rows);
    for (let offset = PAGE_ROWS; offset < first.total; offset += PAGE_ROWS) {
      yield textOf((await page(offset)).rows);
    }
  };
  return csvResponse("landfall-readiness-vms.csv", lines());
}

/** Every check with what it found and what was said of it. @throws RefusedError notFound */
export async function exportChecksCsv(projectId: string, assessmentId: string): Promise<Response> {
  const [{ rules }, { rules: counted }] = await Promise.all([
    getAssessment(projectId, assessmentId),
    acknowledgementSummary(projectId, assessmentId),
  ]);
  const countsByRule = new Map(counted.map((counts) => [counts.ruleId, counts]));
  const lines = async function* () {
    yield CSV_BYTE_ORDER_MARK +
      csvLine([
        "number",
        "check",
        "severity",
        "effort",
        "evaluated",
        "vms",
        "objects",
        "notSaidVms",
        "open",
        "acknowledged",
        "overdue",
        "owner",
        "dueOn",
        "note",
      ]);
    for (const rule of rules) {
      const counts = countsByRule.get(rule.ruleId);
      yield csvLine([
        rule.number,
        rule.ruleId,
        rule.severity,
        rule.effort,
        rule.evaluated,
        // A check that was not evaluated found nothing because it did not look.
        rule.evaluated ? rule.vmCount : null,
        rule.evaluated ? rule.subjects.length : null,
        rule.notEvaluatedVmCount,
        counts?.open ?? null,
        counts?.acknowledged ?? null,
        counts?.overdue ?? null,
        counts?.whole?.owner ?? null,
        counts?.whole?.dueOn ?? null,
        counts?.whole?.note ?? null,
      ]);
    }
  };
  return csvResponse("landfall-readiness-checks.csv", lines());
}
