// Speed, memory and manners of importing: npm run bench -- import [--json] [--vms 10000,50000]
// Every figure comes from a process of its own; medians of three, of one for what takes minutes.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { type BenchCase, type BenchResult, report, resultOf } from "./bench-case";

/** What the figures have to reach, by VMs of the workbook. */
const TARGETS: Record<number, { readSeconds: number; growthMb: number }> = {
  10000: { readSeconds: 1.2, growthMb: 250 },
  50000: { readSeconds: 6, growthMb: 600 },
};
/** From the file uploaded to the import in use, over reading alone. */
const STORED_OVER_READ = 2;
const BLOCKED_MILLISECONDS = 50;
const OF_BEST_READER = 1 / 3;
const PEERS = ["hucre", "read-excel-file"] as const;
/** The largest workbook of which the peers are asked more than once. */
const REPEATED_PEER_VMS = 10_000;
/** Peers hold the whole workbook; more than this a machine of 16 GB does not give. */
const PEER_HEAP_MB = 12_288;

interface Reading {
  seconds: number;
  cpuSeconds: number;
  peakMb: number;
  growthMb: number;
}

interface Serving {
  readSeconds: number;
  storeSeconds: number;
  blockedMilliseconds: number;
  idleBlockedMilliseconds: number;
}

/** What a script of this folder prints as JSON; null when it fails, as readers do that run out of memory. */
function measured<T>(script: string, args: readonly string[]): T | null {
  const { status, stdout } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${PEER_HEAP_MB}`, "scripts/bench.mjs", script, ...args],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 64 * 2 ** 20 },
  );
  const line = stdout.trim().split("\n").at(-1) ?? "";
  return status === 0 && line !== "" ? JSON.parse(line) : null;
}

function times<T>(count: number, run: () => T | null): T[] {
  return Array.from({ length: count }, run).filter((value) => value !== null);
}

function readings(reader: string, file: string, count: number): Reading[] {
  return times(count, () =>
    measured<Reading>("import-reader", ["--reader", reader, "--file", file]),
  );
}

function workbook(vmCount: number): string {
  const { stdout, status } = spawnSync(
    process.execPath,
    ["--max-old-space-size=8192", "scripts/bench.mjs", "import-workbook", `${vmCount}`],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) throw new Error(`no workbook of ${vmCount} VMs could be made`);
  return stdout.trim();
}

function resultsOf(vmCount: number): BenchResult[] {
  const file = workbook(vmCount);
  const target = TARGETS[vmCount];
  const results: BenchResult[] = [];
  const add = (name: string, unit: string, runs: number[], bound?: BenchCase["target"]) => {
    const spec = { name: `${vmCount} VMs: ${name}`, unit, ...(bound ? { target: bound } : {}) };
    results.push(resultOf(spec, runs));
  };
  const own = readings("landfall", file, 3);
  const atMost = (bound: number | undefined) =>
    bound === undefined ? undefined : { atMost: bound };
  add(
    "read",
    "s",
    own.map((run) => run.seconds),
    atMost(target?.readSeconds),
  );
  add(
    "read, processor time",
    "s",
    own.map((run) => run.cpuSeconds),
  );
  add(
    "memory growth",
    "MB",
    own.map((run) => run.growthMb),
    atMost(target?.growthMb),
  );
  add(
    "memory peak of the process",
    "MB",
    own.map((run) => run.peakMb),
  );
  add(
    "bare inflate",
    "s",
    readings("inflate", file, 3).map((run) => run.seconds),
  );

  const served = times(3, () => measured<Serving>("import-server", ["--file", file]));
  add(
    "read in the server's worker",
    "s",
    served.map((run) => run.readSeconds),
  );
  add(
    "stored after reading",
    "s",
    served.map((run) => run.storeSeconds),
  );
  add(
    "read and stored, over reading",
    "x",
    served.map((run) => (run.readSeconds + run.storeSeconds) / run.readSeconds),
    { atMost: STORED_OVER_READ },
  );
  add(
    "event loop blocked",
    "ms",
    served.map((run) => run.blockedMilliseconds),
    { atMost: BLOCKED_MILLISECONDS },
  );
  add(
    "the same of an idle process",
    "ms",
    served.map((run) => run.idleBlockedMilliseconds),
  );

  const peerRuns = vmCount > REPEATED_PEER_VMS ? 1 : 3;
  let best = Number.POSITIVE_INFINITY;
  for (const peer of PEERS) {
    const runs = readings(peer, file, peerRuns);
    add(
      peer,
      "s",
      runs.map((run) => run.seconds),
    );
    add(
      `${peer}, memory growth`,
      "MB",
      runs.map((run) => run.growthMb),
    );
    best = Math.min(best, results.at(-2)?.median ?? best);
  }
  const ownMedian = results[0]?.median ?? Number.NaN;
  add("read, over the best reader", "x", [ownMedian / best], { atMost: OF_BEST_READER });
  return results;
}

const { values } = parseArgs({
  options: { json: { type: "boolean" }, vms: { type: "string", default: "10000,50000" } },
});
const bundled = spawnSync(process.execPath, ["scripts/bundle.mjs"], { stdio: "inherit" });
if (bundled.status !== 0) throw new Error("the worker could not be bundled");
report(values.vms.split(",").map(Number).flatMap(resultsOf), values.json === true);
