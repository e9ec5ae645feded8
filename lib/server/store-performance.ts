import type { PrismaClient } from "@/generated/prisma/client";
import type { PerformancePeriod, VmPerformance } from "@/lib/performance/schema";
import { withBusyRetry } from "./database";

/** One statement for so many rows; each carries about 6 KB of profiles. */
const ROWS_PER_STATEMENT = 400;
/** Profiles need no more digits than a page shows. */
const DIGITS = 1_000;

/** Stores the summaries of a performance export under its import, in batches that let other writers in. */
export async function storePerformance(
  client: PrismaClient,
  importId: string,
  reading: { vms: readonly VmPerformance[]; period: PerformancePeriod },
  tell: (rowsDone: number) => void,
): Promise<void> {
  const { vms, period } = reading;
  for (let start = 0; start < vms.length; start += ROWS_PER_STATEMENT) {
    const batch = vms.slice(start, start + ROWS_PER_STATEMENT);
    const rows = JSON.stringify(
      batch.map(({ vmName, startAt, endAt, metrics }) => [
        vmName,
        startAt,
        endAt,
        JSON.stringify(metrics, rounded),
      ]),
    );
    await withBusyRetry(
      () => client.$executeRaw`
        INSERT INTO vm_performance ("importId", "vmName", "startAt", "endAt", "metricsJson")
        SELECT ${importId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${rows})`,
    );
    tell(Math.min(vms.length, start + batch.length));
  }
  await withBusyRetry(() => client.performancePeriod.create({ data: { importId, ...period } }));
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * DIGITS) / DIGITS : value;
}
