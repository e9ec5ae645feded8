import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";
import { database, prepareDatabase } from "./database";
import { sweepUnfinishedImports } from "./unfinished-imports";

/** 1 GiB over a line of 2 Mbit/s takes 72 minutes. */
const REQUEST_TIMEOUT_MILLISECONDS = 2 * 3_600_000;

export async function prepareServer(): Promise<void> {
  allowSlowUploads();
  await prepareDatabase(database());
  await sweepUnfinishedImports();
}

/**
 * Node ends a request that has not arrived within 5 minutes, which is less than a large export needs from a
 * home office. Next keeps its server to itself; the channel hands it out with each request. Headers still
 * have to arrive within a minute.
 */
function allowSlowUploads(): void {
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    server.requestTimeout = REQUEST_TIMEOUT_MILLISECONDS;
  });
}
