import type { PrismaClient } from "@/generated/prisma/client";
import { assess } from "@/lib/assessment/assess";
import { effortHoursOf } from "@/lib/assessment/effort";
import type { VmReadiness } from "@/lib/assessment/readiness-schema";
import { assessmentResultSchema } from "@/lib/assessment/record-schema";
import { assessmentSettingsSchema } from "@/lib/assessment/schema";
import { dataConfidenceSchema } from "@/lib/discovery/schema";
import type { InventoryVm } from "@/lib/inventory/schema";
import { inputsMark } from "./assessment-inputs";
import { withBusyRetry } from "./database";
import { loadInventory } from "./inventory";
import type { AssessmentJob } from "./job-messages";
import { currentPriceList } from "./prices";

/** One statement for so many rows; see store-vms.ts. */
const ROWS_PER_STATEMENT = 2_000;

/** Computes an assessment of the project's current inventory and stores it in one transaction. */
export async function runAssessmentJob(client: PrismaClient, job: AssessmentJob): Promise<void> {
  const project = await client.project.findUniqueOrThrow({ where: { id: job.projectId } });
  const importId = project.currentImportId;
  if (!importId) throw new Error(`project ${job.projectId} has no inventory`);
  const mark = await inputsMark(client, job.projectId);
  const record = await client.import.findUniqueOrThrow({ where: { id: importId } });
  const { inventory, excludedVmKeys } = await loadInventory(client, job.projectId, importId);
  const settings = assessmentSettingsSchema.parse(JSON.parse(job.settingsJson));
  const prices = await currentPriceList(client, job.projectId);
  const { readiness, ...result } = assess(inventory, settings, prices, {
    asOf: job.nowIso,
    confidence: record.confidenceJson
      ? dataConfidenceSchema.parse(JSON.parse(record.confidenceJson))
      : null,
    excludedVmKeys,
  });
  const rules = readiness.rules.map(({ vmKeys, ...rule }) => ({ ...rule, vmCount: vmKeys.length }));
  const vmByKey = new Map(inventory.vms.map((vm) => [vm.key, vm]));
  const rows = readiness.vms
    .filter((vm) => vmByKey.get(vm.vmKey)?.setAside === null && !excludedVmKeys.has(vm.vmKey))
    .map((vm) => toRow(vm, vmByKey.get(vm.vmKey), effortHoursOf(vm, settings)));
  const resultJson = JSON.stringify(assessmentResultSchema.parse({ ...result, rules }));
  await withBusyRetry(() =>
    client.$transaction(async (transaction) => {
      await transaction.assessment.create({
        data: {
          id: job.assessmentId,
          projectId: job.projectId,
          name: job.name,
          importId,
          createdByName: job.createdByName,
          inputsMark: mark,
          settingsJson: JSON.stringify(settings),
          resultJson,
        },
      });
      for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
        const batch = JSON.stringify(rows.slice(start, start + ROWS_PER_STATEMENT));
        await transaction.$executeRaw`
          INSERT INTO assessed_vm (
            "assessmentId", "vmKey", "name", "suitability", "bestType", "findingCount", "cpus",
            "memoryMib", "storageMib", "os", "cluster", "ruleIdsText", "searchText", "detailJson",
            "effortHours"
          )
          SELECT ${job.assessmentId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4,
            value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10,
            value ->> 11, value ->> 12, value ->> 13
          FROM json_each(${batch})`;
      }
    }),
  );
}

/** In the order of the statement's columns. */
function toRow(
  readiness: VmReadiness,
  vm: InventoryVm | undefined,
  effortHours: number,
): (string | number | null)[] {
  const os = vm?.osRunning ?? vm?.osConfigured ?? null;
  const ruleIds = readiness.findings.map((finding) => finding.ruleId);
  return [
    readiness.vmKey,
    vm?.name ?? readiness.vmKey,
    readiness.suitability,
    readiness.bestType,
    ruleIds.length,
    vm?.cpus ?? null,
    vm?.memoryMib ?? null,
    vm?.inUseMib ?? vm?.provisionedMib ?? null,
    os,
    vm?.cluster ?? null,
    `|${ruleIds.join("|")}|`,
    [vm?.name, os, vm?.cluster, vm?.host].filter(Boolean).join("\n").toLowerCase(),
    JSON.stringify(readiness),
    effortHours,
  ];
}
