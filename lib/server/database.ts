import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaClient } from "@/generated/prisma/client";
import { databaseUrl } from "./environment";

const holder = globalThis as { landfallDatabase?: PrismaClient };

/** The one client of this process. */
export function database(): PrismaClient {
  holder.landfallDatabase ??= createClient();
  return holder.landfallDatabase;
}

/** Disconnects the client of this process and forgets it: the next `database()` opens what the environment names then. */
export async function closeDatabase(): Promise<void> {
  const client = holder.landfallDatabase;
  delete holder.landfallDatabase;
  await client?.$disconnect();
}

/** A client of its own, for a worker thread; the caller disconnects it. */
export function createClient(): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaLibSql({ url: databaseUrl() }),
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
  });
}

/** WAL lets readers go on while an import writes; it is a property of the file, so once is enough. */
export async function prepareDatabase(client: PrismaClient): Promise<void> {
  await client.$queryRawUnsafe("PRAGMA journal_mode = WAL");
}

/**
 * Runs a write again while another connection holds SQLite's write lock: libSQL's busy timeout is 0, so
 * the driver reports the lock at once instead of waiting. Up to 8 s in all, then the error is passed on.
 */
export async function withBusyRetry<T>(write: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + 8_000;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(200, 5 * 2 ** attempt)));
    }
  }
}

/** P1008 is a timed-out operation, P2034 a conflict of writes; libSQL reports a held lock as either. */
const BUSY_CODES: ReadonlySet<unknown> = new Set(["P1008", "P2034", "SQLITE_BUSY"]);

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && BUSY_CODES.has(error.code)) return true;
  return /SQLITE_BUSY|database is locked|SocketTimeout/.test(
    `${error.message} ${String(error.cause ?? "")}`,
  );
}
