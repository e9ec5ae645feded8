import type { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import { RefusedError } from "@/lib/errors/schema";
import {
  CHANGE_KINDS,
  type ChangeKind,
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

interface Comparison {
  importId: string;
  againstId: string;
  /** Group id and name by VM key, as JSON text for SQL. */
  groupsJson: string;
}

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

/** @throws RefusedError notFound */
async function comparisonOf(
  projectId: string,
  importId: string,
  against: string | undefined,
): Promise<{ comparison: Comparison | null; imports: InventoryImport[] }> {
  const imports = await inventoryImports(projectId);
  const of = findImport(imports, importId);
  const other = against === undefined ? formerOf(imports, of) : findImport(imports, against);
  if (other === null || other.id === importId) return { comparison: null, imports };
  const groups = groupsAt(await loadLog(projectId), Number.POSITIVE_INFINITY).flatMap(({ draft }) =>
    draft.migrations.map(({ vmKey }) => [vmKey, draft.groupId, draft.name]),
  );
  return {
    comparison: { importId, againstId: other.id, groupsJson: JSON.stringify(groups) },
    imports,
  };
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

/** Both inventories side by side with what differs, and the mobility group of each VM. */
function changes({ importId, againstId, groupsJson }: Comparison): Prisma.Sql {
  return Prisma.sql`
    WITH member AS (
      SELECT value ->> 0 AS "vmKey", min(value ->> 1) AS "groupId", min(value ->> 2) AS "groupName"
      FROM json_each(${groupsJson}) GROUP BY 1
    ), pair AS (
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
      WHERE a."importId" = ${againstId} AND b."key" IS NULL
    )
    SELECT pair.*, member."groupId", member."groupName"
    FROM pair LEFT JOIN member ON member."vmKey" = pair."key"`;
}

const isChanged = Prisma.sql`("new" OR "gone" OR "renamed" OR "resized" OR "moved")`;

function conditionOf(query: Query): Prisma.Sql {
  // The kind comes from a closed list of the schema.
  const parts = [query.kind ? Prisma.raw(`"${query.kind}"`) : isChanged];
  if (query.inGroup) parts.push(Prisma.sql`"groupId" IS NOT NULL`);
  if (query.search) {
    const pattern = `%${query.search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
    parts.push(Prisma.sql`"text" LIKE ${pattern} ESCAPE '\\'`);
  }
  return Prisma.join(parts, " AND ");
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

function toRow(raw: RawChange): ChangeRow {
  return {
    key: String(raw.key),
    kinds: CHANGE_KINDS.filter((kind) => Number(raw[kind]) === 1),
    before: toSide(raw, "a"),
    after: toSide(raw, "b"),
    groupId: (raw.groupId as string | null) ?? null,
    groupName: (raw.groupName as string | null) ?? null,
  };
}

async function pageOf(comparison: Comparison, query: Query) {
  const condition = conditionOf(query);
  const [rows, totals] = await Promise.all([
    database().$queryRaw<RawChange[]>`
      SELECT * FROM (${changes(comparison)}) WHERE ${condition}
      ORDER BY "name", "key" LIMIT ${query.limit} OFFSET ${query.offset}`,
    database().$queryRaw<{ total: number | bigint }[]>`
      SELECT count(*) AS total FROM (${changes(comparison)}) WHERE ${condition}`,
  ]);
  return { rows: rows.map(toRow), total: Number(totals[0]?.total ?? 0) };
}

/** One page of what changed; empty when there is nothing to compare with. @throws RefusedError notFound */
export async function listChanges(projectId: string, importId: string, query: Query) {
  const { comparison } = await comparisonOf(projectId, importId, query.against);
  return comparison === null ? { rows: [], total: 0 } : pageOf(comparison, query);
}

/** How much changed, and what can be compared with. @throws RefusedError notFound */
export async function changeSummary(
  projectId: string,
  importId: string,
  against?: string,
): Promise<ChangeSummary> {
  const { comparison, imports } = await comparisonOf(projectId, importId, against);
  const toFacts = ({ id, fileName, createdAt, vmCount }: InventoryImport) => ({
    id,
    fileName,
    createdAt: createdAt.toISOString(),
    vmCount,
  });
  const candidates = imports.filter(({ id }) => id !== importId).map(toFacts);
  const nothing = { new: 0, gone: 0, renamed: 0, resized: 0, moved: 0 };
  if (comparison === null) {
    return { against: null, candidates, counts: nothing, unchanged: 0, goneInGroups: 0 };
  }
  const sums = await database().$queryRaw<Record<string, number | bigint | null>[]>`
    SELECT ${Prisma.raw(CHANGE_KINDS.map((kind) => `sum("${kind}") AS "${kind}"`).join(", "))},
      sum(NOT ${isChanged}) AS "unchanged", sum("gone" AND "groupId" IS NOT NULL) AS "goneInGroups"
    FROM (${changes(comparison)})`;
  const number = (name: string) => Number(sums[0]?.[name] ?? 0);
  return {
    against: candidates.find(({ id }) => id === comparison.againstId) ?? null,
    candidates,
    counts: Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, number(kind)])) as Record<
      ChangeKind,
      number
    >,
    unchanged: number("unchanged"),
    goneInGroups: number("goneInGroups"),
  };
}
