// `npm run bench -- board [--vms 1000] [--speed 600] [--seconds 60] [--json]`: what watching a board costs. Starts
// that many migrations on the production build that `npm run build` made, sets the clock to the speed, asks as an
// open board does, and checks with every answer that each VM is counted once.
import { parseArgs } from "node:util";
import { type Call, runningVmKeys, setUpWorld, siteOf, startGroup } from "../../e2e/running-world";
import type { BoardRowPage, BoardSummary } from "../../lib/world/board-schema";
import { generateEstate } from "../../prisma/seed/estate";
import { rvtoolsWorkbookBuffer } from "../../prisma/seed/rvtools-workbook";
import { type BenchServer, importedProject, signIn, startBenchServer } from "./bench-server";

const PORT = 3321;
/** As lib/client/board-queries.ts asks. */
const POLL_MILLISECONDS = 1_500;
const GROUP_VMS = 250;

const { values } = parseArgs({
  options: {
    vms: { type: "string", default: "1000" },
    speed: { type: "string", default: "600" },
    seconds: { type: "string", default: "60" },
    json: { type: "boolean", default: false },
  },
});
const vmCount = Number(values.vms);

async function importEstate(server: BenchServer): Promise<string> {
  // A fifth of an estate is powered off, set aside or cannot move.
  const estate = generateEstate({
    vmCount: Math.ceil(vmCount * 1.5),
    exportedAtIso: "2025-06-16T08:00:00Z",
  });
  const bytes = await rvtoolsWorkbookBuffer(estate);
  return importedProject(server, "Board", [{ name: "estate.xlsx", bytes }]);
}

/** Groups of 250 one after the other until `vmCount` migrations are started. */
async function startMigrations(call: Call, projectId: string): Promise<number> {
  await setUpWorld(call, projectId, await siteOf(call, projectId));
  const keys = await runningVmKeys(call, projectId);
  let started = 0;
  for (let first = 0; started < vmCount && first < keys.length; first += GROUP_VMS) {
    const vmKeys = keys.slice(first, first + Math.min(GROUP_VMS, vmCount - started));
    const name = `Wave ${first / GROUP_VMS + 1}`;
    started += (await startGroup(call, projectId, { name, vmKeys, type: "Bulk" })).vmCount;
  }
  return started;
}

const quantile = (sorted: readonly number[], share: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);

async function main(): Promise<void> {
  const server = await startBenchServer(PORT);
  const { call } = server;
  try {
    await signIn(server);
    const projectId = await importEstate(server);
    const total = await startMigrations(call, projectId);
    const base = `/api/projects/${projectId}`;
    await call("POST", `${base}/world/clock`, { action: "setSpeed", speed: Number(values.speed) });
    await call("POST", `${base}/world/clock`, { action: "resume" });
    const milliseconds: number[] = [];
    let bytes = 0;
    let lastRatio = 0;
    const endMs = performance.now() + Number(values.seconds) * 1_000;
    while (performance.now() < endMs) {
      const startMs = performance.now();
      const [board, page]: [BoardSummary, BoardRowPage] = await Promise.all([
        call("GET", `${base}/board`),
        call("GET", `${base}/board/vms?limit=100`),
      ]);
      milliseconds.push(performance.now() - startMs);
      bytes = JSON.stringify(board).length + JSON.stringify(page).length;
      const counted = Object.values(board.counters).reduce((sum, count) => sum + count, 0);
      const inGroups = board.groups.reduce((sum, group) => sum + group.totalVms, 0);
      if (counted !== total || inGroups !== total || page.total !== total) {
        throw new Error(`${counted} counted, ${inGroups} in groups, ${page.total} of ${total}`);
      }
      const ratio = board.progressRatio ?? 0;
      const failed = board.counters.error;
      if (ratio < lastRatio && failed === 0) throw new Error("progress ran backwards");
      lastRatio = ratio;
      await new Promise((done) => setTimeout(done, POLL_MILLISECONDS));
    }
    const sorted = milliseconds.sort((a, b) => a - b);
    const result = {
      vms: total,
      speed: Number(values.speed),
      polls: sorted.length,
      medianMilliseconds: quantile(sorted, 0.5),
      p95Milliseconds: quantile(sorted, 0.95),
      slowestMilliseconds: quantile(sorted, 1),
      kilobytes: Math.round(bytes / 1024),
      migratedRatio: Math.round(lastRatio * 1_000) / 1_000,
    };
    if (values.json) console.log(JSON.stringify(result));
    else console.table(result);
  } finally {
    server.stop();
  }
}

await main();
