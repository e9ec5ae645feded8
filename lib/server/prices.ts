import type { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import type {
  changePricesSchema,
  PriceListVersionInfo,
  ProjectPrices,
} from "@/lib/cost/price-api-schema";
import { samePrices, sourcesOf, withoutPrices, withPrices } from "@/lib/cost/price-list";
import { PRICES_2026 } from "@/lib/cost/prices-2026";
import { readRetailAnswers } from "@/lib/cost/retail-prices";
import { type PriceEntry, type PriceList, priceEntrySchema } from "@/lib/cost/schema";
import { RefusedError } from "@/lib/errors/schema";
import { database, withBusyRetry } from "./database";
import { getProject } from "./projects";

type Version = NonNullable<Awaited<ReturnType<PrismaClient["priceListVersion"]["findFirst"]>>>;
type Change = z.output<typeof changePricesSchema>;

const entriesOf = (row: Version): PriceEntry[] =>
  priceEntrySchema.array().parse(JSON.parse(row.entriesJson));

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);

function newest(client: PrismaClient, projectId: string): Promise<Version | null> {
  return client.priceListVersion.findFirst({
    where: { projectId },
    orderBy: { version: "desc" },
  });
}

function toList(row: Version): PriceList {
  const entries = entriesOf(row);
  return {
    id: row.id,
    date: dayOf(row.createdAt),
    source: sourcesOf({ entries }).join("; "),
    entries,
  };
}

/** The list that an assessment of the project would use now. */
export async function currentPriceList(
  client: PrismaClient,
  projectId: string,
): Promise<PriceList> {
  const row = await newest(client, projectId);
  return row ? toList(row) : PRICES_2026;
}

/** The list that an assessment names; null when it is not the project's. */
export async function priceListById(projectId: string, id: string): Promise<PriceList | null> {
  if (id === PRICES_2026.id) return PRICES_2026;
  const row = await database().priceListVersion.findFirst({ where: { id, projectId } });
  return row ? toList(row) : null;
}

const BUILT_IN: PriceListVersionInfo = {
  id: PRICES_2026.id,
  version: 0,
  kind: "builtIn",
  date: PRICES_2026.date,
  createdAt: null,
  createdByName: null,
  note: PRICES_2026.source,
  priceCount: PRICES_2026.entries.length,
};

function toInfo(row: Version): PriceListVersionInfo {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind as PriceListVersionInfo["kind"],
    date: dayOf(row.createdAt),
    createdAt: row.createdAt.toISOString(),
    createdByName: row.createdByName,
    note: row.note,
    priceCount: entriesOf(row).length,
  };
}

/** The list in use and the versions before it. @throws RefusedError notFound */
export async function projectPrices(projectId: string): Promise<ProjectPrices> {
  await getProject(projectId);
  const rows = await database().priceListVersion.findMany({
    where: { projectId },
    orderBy: { version: "desc" },
    take: 100,
  });
  const [first] = rows;
  return {
    current: first
      ? { ...toInfo(first), entries: entriesOf(first) }
      : { ...BUILT_IN, entries: [...PRICES_2026.entries] },
    versions: [...rows.map(toInfo), BUILT_IN],
  };
}

/**
 * Appends a version of the project's list; what stood before stays as it was, and assessments made
 * with it keep their figures. @throws RefusedError notFound, conflict, refused
 */
export async function changePrices(
  projectId: string,
  change: Change,
  createdByName: string,
): Promise<ProjectPrices> {
  await getProject(projectId);
  await withBusyRetry(() =>
    database().$transaction(async (transaction) => {
      const row = await transaction.priceListVersion.findFirst({
        where: { projectId },
        orderBy: { version: "desc" },
      });
      if (change.baseId !== (row?.id ?? PRICES_2026.id)) {
        throw new RefusedError("conflict", "Somebody changed the prices in the meantime.");
      }
      const before = row ? entriesOf(row) : PRICES_2026.entries;
      const other =
        change.kind === "restored" && change.versionId !== PRICES_2026.id
          ? await transaction.priceListVersion.findFirst({
              where: { id: change.versionId, projectId },
            })
          : null;
      const entries = nextEntries(change, before, other ? entriesOf(other) : null);
      // The same prices again are no new list: nothing that was computed with them is out of date.
      if (samePrices(before, entries)) return;
      await transaction.priceListVersion.create({
        data: {
          id: crypto.randomUUID(),
          projectId,
          version: (row?.version ?? 0) + 1,
          createdByName,
          kind: change.kind,
          note: change.note,
          entriesJson: JSON.stringify(entries),
        },
      });
    }),
  );
  return projectPrices(projectId);
}

function nextEntries(
  change: Change,
  before: readonly PriceEntry[],
  other: readonly PriceEntry[] | null,
): PriceEntry[] {
  switch (change.kind) {
    case "entered":
      return withPrices(
        withoutPrices(before, change.remove),
        change.set.map((price) => ({ ...price, confidence: "entered" as const })),
      );
    case "retail": {
      const reading = readRetailAnswers(change.answers);
      if (!reading.ok) {
        throw new RefusedError("refused", "These answers hold no prices of AVS hosts.", [
          { path: "answers", code: reading.problem },
        ]);
      }
      return withPrices(change.replace ? [] : before, reading.entries);
    }
    case "builtIn":
      return [...PRICES_2026.entries];
    case "restored":
      if (change.versionId === PRICES_2026.id) return [...PRICES_2026.entries];
      if (other === null) throw new RefusedError("notFound", "There is no such price list.");
      return [...other];
  }
}
