import type { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { RefusedError } from "@/lib/errors/schema";
import type { VmDetail, VmRow, vmFilterSchema, vmQuerySchema } from "@/lib/inventory/list-schema";
import {
  type Inventory,
  type InventoryVm,
  inventorySchema,
  inventoryVmSchema,
  type PowerState,
  type SetAsideReason,
} from "@/lib/inventory/schema";
import type { VmPerformance } from "@/lib/performance/schema";
import { attachPerformance } from "@/lib/performance/vm-load";
import { database } from "./database";
import { getProject } from "./projects";

export const estateSchema = inventorySchema.omit({ vms: true });

/** @throws RefusedError notFound, noInventory */
export async function currentImportId(projectId: string): Promise<string> {
  const project = await getProject(projectId);
  if (!project.currentImportId) {
    throw new RefusedError("noInventory", "Import a discovery export first.");
  }
  return project.currentImportId;
}

/** A user's own decision wins over the rules that set VMs aside. */
export const IN_SCOPE = Prisma.sql`(CASE WHEN e."excluded" IS NULL THEN v."setAside" IS NULL ELSE NOT e."excluded" END)`;

export const FROM = (projectId: string) => Prisma.sql`
  FROM inventory_vm v LEFT JOIN vm_exclusion e ON e."projectId" = ${projectId} AND e."vmKey" = v."key"`;

/** In SQLite `\` has no meaning in LIKE unless told; user text must match itself. */
export const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** The condition of a filter on the rows of `FROM`. */
export function whereOf(importId: string, query: z.output<typeof vmFilterSchema>): Prisma.Sql {
  const parts = [Prisma.sql`v."importId" = ${importId}`];
  if (query.search) {
    const pattern = `%${escapeLike(query.search.toLowerCase())}%`;
    parts.push(Prisma.sql`v."searchText" LIKE ${pattern} ESCAPE '\\'`);
  }
  if (query.powerState) parts.push(Prisma.sql`v."powerState" = ${query.powerState}`);
  if (query.cluster) parts.push(Prisma.sql`v."cluster" = ${query.cluster}`);
  if (query.scope === "inScope") parts.push(IN_SCOPE);
  if (query.scope === "setAside") parts.push(Prisma.sql`v."setAside" IS NOT NULL`);
  if (query.scope === "excluded") parts.push(Prisma.sql`e."excluded" = TRUE`);
  if (query.scope === "included") parts.push(Prisma.sql`e."excluded" = FALSE`);
  if (query.setAside) parts.push(Prisma.sql`v."setAside" = ${query.setAside}`);
  return Prisma.join(parts, " AND ");
}

interface RawRow {
  key: string;
  name: string;
  powerState: PowerState;
  setAside: SetAsideReason | null;
  excluded: boolean | number | null;
  inScope: boolean | number | bigint;
  cpus: number | bigint | null;
  memoryMib: number | null;
  provisionedMib: number | null;
  inUseMib: number | null;
  diskCount: number | bigint;
  nicCount: number | bigint;
  os: string | null;
  datacenter: string | null;
  cluster: string | null;
  host: string | null;
  primaryIp: string | null;
}

function toVmRow(raw: RawRow): VmRow {
  return {
    ...raw,
    excluded: raw.excluded === null ? null : Boolean(Number(raw.excluded)),
    inScope: Boolean(Number(raw.inScope)),
    cpus: raw.cpus === null ? null : Number(raw.cpus),
    diskCount: Number(raw.diskCount),
    nicCount: Number(raw.nicCount),
  };
}

const ROW_COLUMNS = Prisma.sql`
  v."key", v."name", v."powerState", v."setAside", e."excluded", ${IN_SCOPE} AS "inScope", v."cpus",
  v."memoryMib", v."provisionedMib", v."inUseMib", v."diskCount", v."nicCount", v."os", v."datacenter",
  v."cluster", v."host", v."primaryIp"`;

/** What the index of the list holds. */
const LIST_COLUMNS = Prisma.sql`
  v."key", v."name", v."powerState", v."setAside", v."cpus", v."memoryMib", v."provisionedMib",
  v."inUseMib", v."diskCount", v."nicCount", v."os", v."datacenter", v."cluster", v."host", v."primaryIp"`;

/** Columns that every row states: sorting by them needs no place for unknown values. */
const STATED_COLUMNS: ReadonlySet<string> = new Set(["name", "powerState", "diskCount"]);

/** Names come from a closed list of the schema, never from the request's text. Unknown values come last. */
function orderOf(query: Pick<z.output<typeof vmQuerySchema>, "sort" | "direction">): Prisma.Sql {
  const direction = Prisma.raw(query.direction === "desc" ? "DESC" : "ASC");
  const column = Prisma.raw(`v."${query.sort}"`);
  // In one direction, names and keys are read off the index instead of sorted.
  if (query.sort === "name") return Prisma.sql`${column} ${direction}, v."key" ${direction}`;
  return STATED_COLUMNS.has(query.sort)
    ? Prisma.sql`${column} ${direction}, v."key"`
    : Prisma.sql`${column} IS NULL, ${column} ${direction}, v."key"`;
}

/** One page of the current inventory. @throws RefusedError notFound, noInventory */
export async function listVms(
  projectId: string,
  query: z.output<typeof vmQuerySchema>,
): Promise<{ rows: VmRow[]; total: number }> {
  const importId = await currentImportId(projectId);
  const condition = whereOf(importId, query);
  // Decisions are looked up for the rows of the page, unless the filter itself asks for them.
  const source =
    query.scope === "inScope" || query.scope === "excluded"
      ? FROM(projectId)
      : Prisma.sql`FROM inventory_vm v`;
  const order = orderOf(query);
  const [rows, totals] = await Promise.all([
    database().$queryRaw<RawRow[]>`
      SELECT ${ROW_COLUMNS}
      FROM (SELECT ${LIST_COLUMNS} ${source} WHERE ${condition} ORDER BY ${order}
        LIMIT ${query.limit} OFFSET ${query.offset}) v
      LEFT JOIN vm_exclusion e ON e."projectId" = ${projectId} AND e."vmKey" = v."key"
      ORDER BY ${order}`,
    database().$queryRaw<{ total: number | bigint }[]>`
      SELECT count(*) AS total ${source} WHERE ${condition}`,
  ]);
  return { rows: rows.map(toVmRow), total: Number(totals[0]?.total ?? 0) };
}

/** @throws RefusedError notFound, noInventory */
export async function getVm(projectId: string, vmKey: string): Promise<VmDetail> {
  const importId = await currentImportId(projectId);
  const rows = await database().$queryRaw<(RawRow & { detailJson: string })[]>`
    SELECT ${ROW_COLUMNS}, v."detailJson" ${FROM(projectId)}
    WHERE v."importId" = ${importId} AND v."key" = ${vmKey}`;
  const raw = rows[0];
  if (!raw) throw new RefusedError("notFound", "The inventory has no such virtual machine.");
  const { detailJson, ...row } = raw;
  const decision = await database().vmExclusion.findUnique({
    where: { projectId_vmKey: { projectId, vmKey } },
  });
  return {
    row: toVmRow(row),
    vm: inventoryVmSchema.parse(JSON.parse(detailJson)),
    decision: decision && {
      excluded: decision.excluded,
      note: decision.note,
      byName: decision.byName,
      at: decision.createdAt.toISOString(),
    },
  };
}

export interface ScopedInventory {
  /** Every VM; one that a user took in is no longer set aside. */
  inventory: Inventory;
  /** VMs that a user left out. */
  excludedVmKeys: Set<string>;
}

/**
 * The whole inventory with the users' decisions, for computing. Rows were written by our own reader, so
 * they are taken as they are: validating 50,000 of them again would cost a second.
 */
export async function loadInventory(
  client: ReturnType<typeof database>,
  projectId: string,
  importId: string,
): Promise<ScopedInventory> {
  const record = await client.import.findUniqueOrThrow({ where: { id: importId } });
  const rows = await client.$queryRaw<{ detailJson: string; excluded: boolean | number | null }[]>`
    SELECT v."detailJson", e."excluded" ${FROM(projectId)}
    WHERE v."importId" = ${importId} ORDER BY v."key"`;
  const excludedVmKeys = new Set<string>();
  const vms = rows.map((row) => {
    const vm: InventoryVm = JSON.parse(row.detailJson);
    if (row.excluded === null) return vm;
    if (Number(row.excluded)) excludedVmKeys.add(vm.key);
    return Number(row.excluded) ? vm : { ...vm, setAside: null };
  });
  const estate = estateSchema.parse(JSON.parse(record.estateJson ?? "{}"));
  const inventory = { ...estate, vms };
  await attachMeasured(client, projectId, inventory);
  return { inventory, excludedVmKeys };
}

/** The load that the project's performance export in use measured. Rows were written by our own reader. */
async function attachMeasured(
  client: ReturnType<typeof database>,
  projectId: string,
  inventory: Inventory,
): Promise<void> {
  const project = await client.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { currentPerformanceImportId: true },
  });
  const importId = project.currentPerformanceImportId;
  if (importId === null) return;
  const [period, rows] = await Promise.all([
    client.performancePeriod.findUnique({ where: { importId } }),
    client.vmPerformance.findMany({ where: { importId } }),
  ]);
  if (period === null) return;
  const measured = rows.map(
    ({ metricsJson, ...row }): VmPerformance => ({ ...row, metrics: JSON.parse(metricsJson) }),
  );
  attachPerformance(inventory, measured, period);
}
