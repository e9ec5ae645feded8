import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { damagedFile } from "../lib/discovery/testing/damage";
import { subjectOf, tryImport } from "../lib/discovery/testing/try-import";
import { openUploadServer } from "../lib/server/testing/upload-server";
import { generateEstate } from "../prisma/seed/estate";
import { rvtoolsWorkbookBuffer } from "../prisma/seed/rvtools-workbook";

const USAGE = `Imports damaged and hostile files, and checks that each ends in a typed error or a right result.

  node --import tsx scripts/mutate-imports.ts [--files 1000] [--from 0] [--through-server 40] [--json]

  --through-server N   so many of the files are uploaded to a server of their own as well, whose database must
                       hold nothing of a refused file and which must go on answering
`;

/** What one file may cost. */
const MAX_SECONDS = 5;
const MAX_PEAK_MB = 512;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      files: { type: "string", default: "1000" },
      from: { type: "string", default: "0" },
      "through-server": { type: "string", default: "40" },
      json: { type: "boolean", default: false },
    },
  });
  const count = Number(values.files);
  const from = Number(values.from);
  const serverCount = Number(values["through-server"]);
  if (![count, from, serverCount].every(Number.isInteger)) {
    console.error(USAGE);
    return 2;
  }
  const estate = generateEstate({ vmCount: 120, exportedAtIso: "2025-06-16T08:00:00Z" });
  const subject = await subjectOf(await rvtoolsWorkbookBuffer(estate));
  const whole = await tryImport(
    { kind: "sound", name: "export.xlsx", bytes: subject.workbook, expect: "any" },
    0,
  );
  const wholeVms = Number(/^read (\d+)$/.exec(whole.outcome)?.[1]);
  const outcomes = new Map<string, number>();
  const failures: string[] = [];
  let slowest = { seconds: 0, cpuSeconds: 0, kind: "" };
  for (let number = from; number < from + count; number += 1) {
    const file = damagedFile(subject, number);
    const start = performance.now();
    const cpu = process.cpuUsage();
    const { outcome, isRight } = await tryImport(file, wholeVms);
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const cpuSeconds = (user + system) / 1e6;
    if (seconds > slowest.seconds) slowest = { seconds, cpuSeconds, kind: file.kind };
    const key = `${file.kind}: ${outcome}`;
    outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
    if (!isRight) failures.push(`file ${number} (${key}) is not what must come of it`);
    if (seconds > MAX_SECONDS)
      failures.push(`file ${number} (${key}) took ${seconds.toFixed(1)} s`);
  }
  // `maxRSS` is in kibibytes (getrusage).
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  if (peakMb > MAX_PEAK_MB) failures.push(`the process used ${peakMb.toFixed(0)} MB`);
  const served = await throughServer(subject, from, count, Math.min(serverCount, count));
  failures.push(...served.failures);
  if (values.json) {
    const table = Object.fromEntries([...outcomes].sort());
    console.log(
      JSON.stringify({ files: count, slowest, peakMb, served, failures, outcomes: table }, null, 2),
    );
  } else {
    for (const [key, times] of [...outcomes].sort())
      console.log(`${String(times).padStart(5)}  ${key}`);
    console.log(
      `${count} files, slowest ${slowest.seconds.toFixed(2)} s (${slowest.kind}, ${slowest.cpuSeconds.toFixed(2)} s of processor), peak ${peakMb.toFixed(0)} MB`,
    );
    console.log(
      `${served.files} of them through a server: ${served.rowsOfRefused} rows and ${served.filesLeft} files left, slowest import ${served.slowestSeconds.toFixed(2)} s, slowest answer meanwhile ${served.slowestAnswerMilliseconds.toFixed(0)} ms`,
    );
    for (const failure of failures) console.error(failure);
  }
  return failures.length === 0 ? 0 : 1;
}

/** Uploads some of the files to a server of their own, and looks at what is left of the refused ones. */
async function throughServer(
  subject: Awaited<ReturnType<typeof subjectOf>>,
  from: number,
  count: number,
  wanted: number,
) {
  const served = {
    files: wanted,
    rowsOfRefused: 0,
    filesLeft: 0,
    slowestSeconds: 0,
    slowestAnswerMilliseconds: 0,
    failures: [] as string[],
  };
  if (wanted === 0) return served;
  const bundled = spawnSync(process.execPath, ["scripts/bundle.mjs"], { stdio: "inherit" });
  if (bundled.status !== 0) throw new Error("the worker could not be bundled");
  const folder = mkdtempSync(join(tmpdir(), "landfall-mutate-"));
  try {
    const server = await openUploadServer(folder);
    for (let index = 0; index < wanted; index += 1) {
      const file = damagedFile(subject, from + Math.floor((index * count) / wanted));
      const { status, rows, seconds, slowestMilliseconds } = await server.upload(file);
      served.slowestSeconds = Math.max(served.slowestSeconds, seconds);
      if (seconds > MAX_SECONDS)
        served.failures.push(
          `through the server, a ${file.kind} file took ${seconds.toFixed(1)} s`,
        );
      served.slowestAnswerMilliseconds = Math.max(
        served.slowestAnswerMilliseconds,
        slowestMilliseconds,
      );
      if (status === "failed") served.rowsOfRefused += rows;
    }
    served.filesLeft = await server.filesLeft();
    if (served.rowsOfRefused > 0) served.failures.push(`${served.rowsOfRefused} rows were left`);
    if (served.filesLeft > 0) served.failures.push(`${served.filesLeft} files were left`);
    await server.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return served;
}

process.exitCode = await main();
process.exit();
