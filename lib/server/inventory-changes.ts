import type { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { RefusedError } from "@/lib/errors/schema";
import {
  CHANGE_KINDS,
  type ChangeRow,
  type ChangeSide,
  type ChangeSummary,
  type changeQuerySchema,
} from "@/lib/inventory/change-schema";
import { groupsAt } from "@/lib/world/groups";
import { database } from "./database";
import { getProject } from "./projects";
import { loadLog } from "./worlds";

type Query = z.output<typeof changeQuerySchema>;

type GroupOfVm = ReadonlyMap<string, Pick<ChangeRow, "groupId" | "groupName">>;

/** What differs between two inventories, by name. Imports never change, so neither does this. */
interface Difference {
  changed: readonly ChangedVm[];
  unchanged: number;
}

interface ChangedVm {
  row: Omit<ChangeRow, "groupId" | "groupName">;
  /** In lower case: what a search looks through. */
  text: string;
}

/** Pages of one difference follow each other; 50,000 VMs of two estates that share none take some 60 MB. */
const KEPT_DIFFERENCES = 2;
const holder = globalThis as { landfallDifferences?: Map<string, Promise<Difference>> };

const IMPORT_FACTS = { id: true, fileName: true, createdAt: true, vmCount: true } as const;

async function inventoryImports(projectId: string) {
  await getProject(projectId);
  return database().import.findMany({
    where: { projectId, status: "succeeded", vmCount: { gt: 0 } },
    orderBy: { createdAt: "desc" },
    select: { ...IMPORT_FACTS, previousImportId: true },
  });
}

type InventoryImport = Awaited<ReturnType<typeof inventoryImports>>[number];

/** The import that was in use before this one; the newest before it where that has been deleted. */
function formerOf(imports: readonly InventoryImport[], of: InventoryImport) {
  const named = imports.find(({ id }) => id === of.previousImportId);
  return named ?? imports.find(({ createdAt }) => createdAt < of.createdAt) ?? null;
}

/** @throws RefusedError notFound */
function findImport(imports: readonly InventoryImport[], id: string): InventoryImport {
  const found = imports.find((one) => one.id === id);
  if (!found) throw new RefusedError("notFound", "There is no such import with an inventory.");
  return found;
}

/** The imports to compare; null where there is nothing to compare with. @throws RefusedError notFound */
async function pairOf(projectId: string, importId: string, against: string | undefined) {
  const imports = await inventoryImports(projectId);
  const of = findImport(imports, importId);
  const other = against === undefined ? formerOf(imports, of) : findImport(imports, against);
  return { of, other: other?.id === importId ? null : other, imports };
}

/** The mobility group that holds each VM, the first where there are several. */
async function groupsOfVms(projectId: string): Promise<GroupOfVm> {
  const groups = new Map<string, { groupId: string; groupName: string }>();
  for (const { draft } of groupsAt(await loadLog(projectId), Number.POSITIVE_INFINITY)) {
    for (const { vmKey } of draft.migrations) {
      if (groups.has(vmKey)) continue;
      groups.set(vmKey, { groupId: draft.groupId, groupName: draft.name });
    }
  }
  return groups;
}

/** Null beside a value is an export that says less, not a change. */
const RESIZED = Prisma.sql`(
  coalesce(a."cpus" <> b."cpus", FALSE) OR coalesce(a."memoryMib" <> b."memoryMib", FALSE)
  OR coalesce(abs(a."diskCapacityMib" - b."diskCapacityMib") >= 1, FALSE)
  OR (a."diskCount" > 0 AND b."diskCount" > 0 AND a."diskCount" <> b."diskCount"))`;
const MOVED = Prisma.sql`(
  coalesce(a."cluster" <> b."cluster", FALSE) OR coalesce(a."host" <> b."host", FALSE)
  OR coalesce(a."datacenter" <> b."datacenter", FALSE))`;
const SIDES = Prisma.raw(
  ["a", "b"]
    .flatMap((side) =>
      [
        "name",
        "powerState",
        "cpus",
        "memoryMib",
        "diskCapacityMib",
        "diskCount",
        "cluster",
        "host",
      ].map((column) => `${side}."${column}" AS "${side}_${column}"`),
    )
    .join(", "),
);

/** Both inventories side by side with what differs. */
function changes(importId: string, againstId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT b."key" AS "key", b."name" AS "name", a."key" IS NULL AS "new", FALSE AS "gone",
      coalesce(a."name" <> b."name", FALSE) AS "renamed", ${RESIZED} AS "resized",
      ${MOVED} AS "moved", b."searchText" || ' ' || coalesce(lower(a."name"), '') AS "text", ${SIDES}
    FROM inventory_vm b
    LEFT JOIN inventory_vm a ON a."importId" = ${againstId} AND a."key" = b."key"
    WHERE b."importId" = ${importId}
    UNION ALL
    SELECT a."key", a."name", FALSE, TRUE, FALSE, FALSE, FALSE, a."searchText", ${SIDES}
    FROM inventory_vm a
    LEFT JOIN inventory_vm b ON b."importId" = ${importId} AND b."key" = a."key"
    WHERE a."importId" = ${againstId} AND b."key" IS NULL`;
}

type RawChange = Record<string, string | number | bigint | boolean | null>;

function toSide(raw: RawChange, side: "a" | "b"): ChangeSide | null {
  const name = raw[`${side}_name`];
  if (typeof name !== "string") return null;
  const number = (column: string) => {
    const value = raw[`${side}_${column}`];
    return value === null || value === undefined ? null : Number(value);
  };
  const text = (column: string) => (raw[`${side}_${column}`] as string | null) ?? null;
  return {
    name,
    powerState: text("powerState") ?? "unknown",
    cpus: number("cpus"),
    memoryMib: number("memoryMib"),
    diskCapacityMib: number("diskCapacityMib"),
    diskCount: number("diskCount") ?? 0,
    cluster: text("cluster"),
    host: text("host"),
  };
}

function toChanged(raw: RawChange): ChangedVm {
  return {
    row: {
      key: String(raw.key),
      kinds: CHANGE_KINDS.filter((kind) => Number(raw[kind]) === 1),
      before: toSide(raw, "a"),
      after: toSide(raw, "b"),
    },
    text: String(raw.text ?? ""),
  };
}

async function findDifference(of: InventoryImport, other: InventoryImport): Promise<Difference> {
  const rows = await database().$queryRaw<RawChange[]>`
    SELECT * FROM (${changes(of.id, other.id)})
    WHERE "new" OR "gone" OR "renamed" OR "resized" OR "moved" ORDER BY "name", "key"`;
  const changed = rows.map(toChanged);
  const stillThere = changed.filter(({ row }) => row.after !== null).length;
  return { changed, unchanged: of.vmCount - stillThere };
}

function differenceOf(of: InventoryImport, other: InventoryImport): Promise<Difference> {
  holder.landfallDifferences ??= new Map();
  const kept = holder.landfallDifferences;
  const key = `${of.id} ${other.id}`;
  const difference = kept.get(key) ?? findDifference(of, other);
  kept.delete(key);
  kept.set(key, difference);
  for (const [oldest] of kept) {
    if (kept.size <= KEPT_DIFFERENCES) break;
    kept.delete(oldest);
  }
  // What failed is tried again by the next who asks.
  difference.catch(() => kept.delete(key));
  return difference;
}

const NO_GROUP = { groupId: null, groupName: null };

/** One page of what changed; empty when there is nothing to compare with. @throws RefusedError notFound */
export async function listChanges(
  projectId: string,
  importId: string,
  query: Query,
): Promise<{ rows: ChangeRow[]; total: number }> {
  const { of, other } = await pairOf(projectId, importId, query.against);
  if (other === null) return { rows: [], total: 0 };
  const [{ changed }, groups] = await Promise.all([
    differenceOf(of, other),
    groupsOfVms(projectId),
  ]);
  const wanted = query.search?.toLowerCase() ?? "";
  const found = changed.filter(
    ({ row, text }) =>
      (query.kind === undefined || row.kinds.includes(query.kind)) &&
      (!query.inGroup || groups.has(row.key)) &&
      (wanted === "" || text.includes(wanted)),
  );
  const page = found.slice(query.offset, query.offset + query.limit);
  return {
    rows: page.map(({ row }) => ({ ...row, ...(groups.get(row.key) ?? NO_GROUP) })),
    total: found.length,
  };
}

/** How much changed, and what can be compared with. @throws RefusedError notFound */
export async function changeSummary(
  projectId: string,
  importId: string,
  against?: string,
): Promise<ChangeSummary> {
  const { of, other, imports } = await pairOf(projectId, importId, against);
  const toFacts = ({ id, fileName, createdAt, vmCount }: InventoryImport) => ({
    id,
    fileName,
    createdAt: createdAt.toISOString(),
    vmCount,
  });
  const candidates = imports.filter(({ id }) => id !== importId).map(toFacts);
  const counts = { new: 0, gone: 0, renamed: 0, resized: 0, moved: 0 };
  if (other === null) return { against: null, candidates, counts, unchanged: 0, goneInGroups: 0 };
  const [{ changed, unchanged }, groups] = await Promise.all([
    differenceOf(of, other),
    groupsOfVms(projectId),
  ]);
  for (const { row } of changed) for (const kind of row.kinds) counts[kind] += 1;
  const gone = changed.filter(({ row }) => row.after === null);
  return {
    against: toFacts(other),
    candidates,
    counts,
    unchanged,
    goneInGroups: gone.filter(({ row }) => groups.has(row.key)).length,
  };
}
