import type { PrismaClient } from "@/generated/prisma/client";
import type { Dependency, DependencyPeriod } from "@/lib/dependency/schema";
import { withBusyRetry } from "./database";

/** One statement for so many rows; see store-vms.ts. */
const ROWS_PER_STATEMENT = 2_000;

/** Stores the connections of a dependency export under its import, in batches that let other writers in. */
export async function storeDependencies(
  client: PrismaClient,
  importId: string,
  reading: { dependencies: readonly Dependency[]; period: DependencyPeriod },
  tell: (rowsDone: number) => void,
): Promise<void> {
  const { dependencies, period } = reading;
  for (let start = 0; start < dependencies.length; start += ROWS_PER_STATEMENT) {
    const batch = dependencies
      .slice(start, start + ROWS_PER_STATEMENT)
      .map((dependency, index) => toRow(dependency, start + index));
    const rows = JSON.stringify(batch);
    await withBusyRetry(
      () => client.$executeRaw`
        INSERT INTO dependency (
          "importId", "place", "sourceName", "sourceApplication", "sourceProcess", "destinationName",
          "destinationIp", "destinationApplication", "destinationProcess", "port", "slotCount",
          "firstSeenAt", "lastSeenAt"
        )
        SELECT ${importId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
          value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11
        FROM json_each(${rows})`,
    );
    tell(Math.min(dependencies.length, start + batch.length));
  }
  await withBusyRetry(() => client.dependencyPeriod.create({ data: { importId, ...period } }));
}

/** In the order of the statement's columns. */
function toRow(dependency: Dependency, place: number): (string | number | null)[] {
  return [
    place,
    dependency.sourceName,
    dependency.sourceApplication,
    dependency.sourceProcess,
    dependency.destinationName,
    dependency.destinationIp,
    dependency.destinationApplication,
    dependency.destinationProcess,
    dependency.port,
    dependency.slotCount,
    dependency.firstSeenAt,
    dependency.lastSeenAt,
  ];
}
