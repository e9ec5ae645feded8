import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { getImport } from "../../lib/server/imports";
import { createProject } from "../../lib/server/projects";
import { openFreshDatabase } from "../../lib/server/testing/fresh-database";
import { createImport, receiveFile, startImport } from "../../lib/server/uploads";

/**
 * Imports one workbook the way the server does, from the first byte of the upload to the import in use, and prints
 * how long reading and storing took in the worker and how long the event loop of this thread was blocked.
 */

/**
 * How late the timers of a process are that does nothing, on this machine at this time: what is left of the delay
 * when nobody blocks. It prints its figure when its input ends.
 */
function idleProcess() {
  const source = `
    import { monitorEventLoopDelay } from "node:perf_hooks";
    const delay = monitorEventLoopDelay({ resolution: ${RESOLUTION_MILLISECONDS} });
    delay.enable();
    process.stdin.on("end", () => console.log(delay.max / 1e6 - ${RESOLUTION_MILLISECONDS})).resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", source], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  return async () => {
    child.stdin.end();
    const [answer] = await once(child.stdout, "data");
    return Number(String(answer));
  };
}

/** What the page asks the server for while it waits. */
const POLL_MILLISECONDS = 100;
/** The finest that the loop's delay is sampled at; the delay is told beyond it. */
const RESOLUTION_MILLISECONDS = 10;

const { values } = parseArgs({ options: { file: { type: "string" } } });
if (values.file === undefined) {
  console.error("Usage: import-server --file FILE");
  process.exit(2);
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function importOnce(file: string) {
  const project = await createProject({
    name: "Bench",
    description: "",
    epochIso: "2025-06-23T00:00:00Z",
    timeZone: "UTC",
    onPremisesNetworks: [],
    seed: 1,
    isDemo: false,
  });
  const sizeBytes = statSync(file).size;
  // What starts a server (loading modules, opening the database) is over before the import begins.
  await pause(500);
  const idle = idleProcess();
  await pause(500);
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MILLISECONDS });
  delay.enable();
  const opened = await createImport(
    project.id,
    { files: [{ name: basename(file), sizeBytes }], anonymise: false },
    "Bench",
  );
  await receiveFile(project.id, opened.id, 0, createReadStream(file));
  const start = performance.now();
  await startImport(project.id, opened.id);
  let storingAt: number | null = null;
  for (;;) {
    const { import: record } = await getImport(project.id, opened.id);
    if (record.progress?.stage === "storing") storingAt ??= performance.now();
    if (record.status === "failed") throw new Error(`the import failed: ${record.error?.code}`);
    if (record.status === "succeeded") {
      delay.disable();
      const end = performance.now();
      const readSeconds = ((storingAt ?? end) - start) / 1000;
      return {
        readSeconds,
        storeSeconds: (end - start) / 1000 - readSeconds,
        // The histogram counts from one sample to the next: what is beyond its resolution is delay.
        blockedMilliseconds: delay.max / 1e6 - RESOLUTION_MILLISECONDS,
        blocked99Milliseconds: delay.percentile(99) / 1e6 - RESOLUTION_MILLISECONDS,
        idleBlockedMilliseconds: await idle(),
        vmCount: record.vmCount,
      };
    }
    await pause(POLL_MILLISECONDS);
  }
}

const folder = mkdtempSync(join(tmpdir(), "landfall-bench-"));
try {
  await openFreshDatabase(folder);
  console.log(JSON.stringify(await importOnce(values.file)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
