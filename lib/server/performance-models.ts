import { Prisma } from "@/generated/prisma/client";
import { RefusedError } from "@/lib/errors/schema";
import { vmFilterSchema } from "@/lib/inventory/list-schema";
import { inventorySchema, type PowerState } from "@/lib/inventory/schema";
import { type ModelVm, PerformanceModel } from "@/lib/performance/performance-model";
import type { VmPerformance } from "@/lib/performance/schema";
import { database } from "./database";
import { FROM, whereOf } from "./inventory";
import { scopeDecisionsMark } from "./scope-decisions";

/** Models of this many projects stay in memory: one of 50,000 VMs takes about 60 MB. */
const KEPT_MODELS = 4;
/** So many rows are read and parsed at once, so that other requests are answered in between. */
const ROWS_PER_READ = 500;

interface Sources {
  inventoryImportId: string;
  performanceImportId: string | null;
  timeZone: string;
}

const holder = globalThis as {
  landfallPerformanceModels?: Map<string, { mark: string; model: Promise<PerformanceModel> }>;
};

/** By project, the least lately used first. */
function keptModels() {
  holder.landfallPerformanceModels ??= new Map();
  return holder.landfallPerformanceModels;
}

/**
 * The VMs in scope of a project with the load that was measured or reported, kept until the import, the samples or
 * somebody's decision on a VM moves on. @throws RefusedError notFound, noInventory, noPerformance
 */
export async function performanceModel(
  projectId: string,
): Promise<{ model: PerformanceModel; sources: Sources }> {
  const { sources, mark } = await sourcesOf(projectId);
  const kept = keptModels().get(projectId);
  keptModels().delete(projectId);
  const entry = kept?.mark === mark ? kept : { mark, model: loadModel(projectId, sources) };
  keptModels().set(projectId, entry);
  for (const [oldest] of keptModels()) {
    if (keptModels().size <= KEPT_MODELS) break;
    keptModels().delete(oldest);
  }
  const model = await entry.model.catch((error: unknown) => {
    if (keptModels().get(projectId) === entry) keptModels().delete(projectId);
    throw error;
  });
  if (model.period === null && model.vms.every((vm) => vm.performance === null)) {
    throw new RefusedError("noPerformance", "Import a performance export first.");
  }
  return { model, sources };
}

async function sourcesOf(projectId: string): Promise<{ sources: Sources; mark: string }> {
  const client = database();
  const project = await client.project.findUnique({
    where: { id: projectId },
    select: { currentImportId: true, currentPerformanceImportId: true, timeZone: true },
  });
  if (!project) throw new RefusedError("notFound", "There is no such project.");
  const { currentImportId, currentPerformanceImportId, timeZone } = project;
  if (currentImportId === null) {
    throw new RefusedError("noInventory", "Import a discovery export first.");
  }
  const decisions = await scopeDecisionsMark(client, projectId);
  return {
    sources: {
      inventoryImportId: currentImportId,
      performanceImportId: currentPerformanceImportId,
      timeZone,
    },
    mark: [currentImportId, currentPerformanceImportId, decisions].join(" "),
  };
}

async function loadModel(projectId: string, sources: Sources): Promise<PerformanceModel> {
  const importId = sources.performanceImportId;
  const [vms, names, period] = await Promise.all([
    loadVms(projectId, sources.inventoryImportId),
    importId === null
      ? []
      : database().vmPerformance.findMany({ where: { importId }, select: { vmName: true } }),
    importId === null ? null : database().performancePeriod.findUnique({ where: { importId } }),
  ]);
  const model = new PerformanceModel(
    vms,
    names.map(({ vmName }) => vmName),
    period,
  );
  if (importId === null) return model;
  for (let start = 0; start < names.length; start += ROWS_PER_READ) {
    const batch = names.slice(start, start + ROWS_PER_READ).map(({ vmName }) => vmName);
    const rows = await database().vmPerformance.findMany({
      where: { importId, vmName: { in: batch } },
    });
    for (const row of rows) model.addSamples(toSamples(row));
  }
  return model;
}

/** The samples of one name of an export; null when it has none. */
export async function samplesOf(importId: string, vmName: string): Promise<VmPerformance | null> {
  const row = await database().vmPerformance.findUnique({
    where: { importId_vmName: { importId, vmName } },
  });
  return row === null ? null : toSamples(row);
}

/** Rows were written by our own reader. */
function toSamples({
  metricsJson,
  vmName,
  startAt,
  endAt,
}: {
  metricsJson: string;
  vmName: string;
  startAt: string;
  endAt: string;
}): VmPerformance {
  return { vmName, startAt, endAt, metrics: JSON.parse(metricsJson) };
}

const IN_SCOPE = vmFilterSchema.parse({ scope: "inScope" });
const hostsSchema = inventorySchema.pick({ hosts: true });

interface RawVm {
  key: string;
  name: string;
  powerState: PowerState;
  os: string | null;
  cluster: string | null;
  host: string | null;
  cpus: number | bigint | null;
  memoryMib: number | null;
  provisionedMib: number | null;
  inUseMib: number | null;
  diskCapacityMib: number | null;
  dnsName: string | null;
  performanceJson: string | null;
}

async function loadVms(projectId: string, importId: string): Promise<ModelVm[]> {
  const record = await database().import.findUniqueOrThrow({
    where: { id: importId },
    select: { estateJson: true },
  });
  const parsed = hostsSchema.safeParse(JSON.parse(record.estateJson ?? "{}"));
  const mhzOfHost = new Map(
    (parsed.success ? parsed.data.hosts : []).map((host) => [host.name, host.speedMhz]),
  );
  const vms: ModelVm[] = [];
  for (let after = ""; ; ) {
    const rows = await database().$queryRaw<RawVm[]>`
      SELECT v."key", v."name", v."powerState", v."os", v."cluster", v."host", v."cpus",
        v."memoryMib", v."provisionedMib", v."inUseMib", v."diskCapacityMib",
        v."detailJson" ->> 'dnsName' AS "dnsName", v."detailJson" -> 'performance' AS "performanceJson"
      ${FROM(projectId)}
      WHERE ${whereOf(importId, IN_SCOPE)} AND ${after === "" ? Prisma.sql`TRUE` : Prisma.sql`v."key" > ${after}`}
      ORDER BY v."key" LIMIT ${ROWS_PER_READ}`;
    for (const { performanceJson, cpus, host, ...row } of rows) {
      vms.push({
        ...row,
        cpus: cpus === null ? null : Number(cpus),
        performance: performanceJson === null ? null : JSON.parse(performanceJson),
        coreMhz: host === null ? null : (mhzOfHost.get(host) ?? null),
      });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_PER_READ) return vms;
    after = last.key;
  }
}
