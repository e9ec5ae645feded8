import { Prisma } from "@/generated/prisma/client";
import type { InventorySummary } from "@/lib/inventory/list-schema";
import { database } from "./database";
import { currentImportId, estateSchema, FROM, IN_SCOPE } from "./inventory";
import { scopeDecisionsMark } from "./scope-decisions";
import { caches, remember } from "./world-cache";

/**
 * Counts and sums of the current inventory, null where no row says; from memory while neither the import nor the
 * users' decisions have changed. @throws RefusedError notFound, noInventory
 */
export async function inventorySummary(projectId: string): Promise<InventorySummary> {
  const importId = await currentImportId(projectId);
  const decisions = await scopeDecisionsMark(database(), projectId);
  const key = `${projectId} ${importId} ${decisions}`;
  return (
    caches().summaries.get(key) ??
    remember(caches().summaries, key, await summarise(projectId, importId))
  );
}

async function summarise(projectId: string, importId: string): Promise<InventorySummary> {
  const record = await database().import.findUniqueOrThrow({ where: { id: importId } });
  const estate = estateSchema.parse(JSON.parse(record.estateJson ?? "{}"));
  const from = FROM(projectId);
  const [sums, setAside, systems, clusters] = await Promise.all([
    database().$queryRaw<Record<string, number | bigint | null>[]>`
      SELECT count(*) AS "vms",
        sum(${IN_SCOPE}) AS "inScope",
        sum(e."excluded" = TRUE) AS "excluded",
        sum(${IN_SCOPE} AND v."powerState" = 'poweredOn') AS "poweredOn",
        sum(${IN_SCOPE} AND v."powerState" = 'poweredOff') AS "poweredOff",
        sum(${IN_SCOPE} AND v."powerState" = 'suspended') AS "suspended",
        sum(CASE WHEN ${IN_SCOPE} THEN v."cpus" END) AS "vcpus",
        sum(CASE WHEN ${IN_SCOPE} THEN v."memoryMib" END) AS "memoryMib",
        sum(CASE WHEN ${IN_SCOPE} THEN v."provisionedMib" END) AS "provisionedMib",
        sum(CASE WHEN ${IN_SCOPE} THEN v."inUseMib" END) AS "inUseMib"
      ${from} WHERE v."importId" = ${importId}`,
    database().$queryRaw<{ name: string; vms: number | bigint }[]>`
      SELECT v."setAside" AS "name", count(*) AS "vms" ${from}
      WHERE v."importId" = ${importId} AND v."setAside" IS NOT NULL AND NOT ${IN_SCOPE} GROUP BY 1`,
    grouped(projectId, importId, "os"),
    grouped(projectId, importId, "cluster"),
  ]);
  const number = (name: string) => Number(sums[0]?.[name] ?? 0);
  const orNull = (name: string) => {
    const value = sums[0]?.[name];
    return value === null || value === undefined ? null : Number(value);
  };
  return {
    importId,
    vms: number("vms"),
    inScope: number("inScope"),
    setAside: Object.fromEntries(setAside.map((row) => [row.name, Number(row.vms)])),
    excluded: number("excluded"),
    poweredOn: number("poweredOn"),
    poweredOff: number("poweredOff"),
    suspended: number("suspended"),
    vcpus: orNull("vcpus"),
    memoryMib: orNull("memoryMib"),
    provisionedMib: orNull("provisionedMib"),
    inUseMib: orNull("inUseMib"),
    operatingSystems: systems,
    clusterVms: clusters,
    hosts: estate.hosts,
    clusters: estate.clusters,
    datastores: estate.datastores,
    vcenters: estate.vcenters,
    networks: unique(estate.portGroups.map(({ name }) => name)),
    switches: unique(
      estate.portGroups.flatMap(({ switchName, switchKind }) =>
        switchKind === "distributed" && switchName !== null ? [switchName] : [],
      ),
    ),
  };
}

const unique = (names: readonly string[]) => [...new Set(names)].sort();

/** VMs in scope by a column, most first; rows without a value are left to the page as "no data". */
async function grouped(projectId: string, importId: string, column: "os" | "cluster") {
  const name = Prisma.raw(`v."${column}"`);
  const rows = await database().$queryRaw<{ name: string; vms: number | bigint }[]>`
    SELECT ${name} AS "name", count(*) AS "vms" ${FROM(projectId)}
    WHERE v."importId" = ${importId} AND ${IN_SCOPE} AND ${name} IS NOT NULL
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200`;
  return rows.map((row) => ({ name: row.name, vms: Number(row.vms) }));
}
