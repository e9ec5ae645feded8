import { parseArgs } from "node:util";
import { damagedFile } from "../lib/discovery/testing/damage";
import { subjectOf, tryImport } from "../lib/discovery/testing/try-import";
import { generateEstate } from "../prisma/seed/estate";
import { rvtoolsWorkbookBuffer } from "../prisma/seed/rvtools-workbook";

const USAGE = `Imports damaged and hostile files, and checks that each ends in a typed error or a right result.

  node --import tsx scripts/mutate-imports.ts [--files 1000] [--from 0] [--json]
`;

/** What one file may cost. */
const MAX_SECONDS = 5;
const MAX_PEAK_MB = 512;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      files: { type: "string", default: "1000" },
      from: { type: "string", default: "0" },
      json: { type: "boolean", default: false },
    },
  });
  const count = Number(values.files);
  const from = Number(values.from);
  if (!Number.isInteger(count) || !Number.isInteger(from)) {
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
  let slowest = { seconds: 0, kind: "" };
  for (let number = from; number < from + count; number += 1) {
    const file = damagedFile(subject, number);
    const start = performance.now();
    const { outcome, isRight } = await tryImport(file, wholeVms);
    const seconds = (performance.now() - start) / 1000;
    if (seconds > slowest.seconds) slowest = { seconds, kind: file.kind };
    const key = `${file.kind}: ${outcome}`;
    outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
    if (!isRight) failures.push(`file ${number} (${key}) is not what must come of it`);
    if (seconds > MAX_SECONDS)
      failures.push(`file ${number} (${key}) took ${seconds.toFixed(1)} s`);
  }
  // `maxRSS` is in kibibytes (getrusage).
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  if (peakMb > MAX_PEAK_MB) failures.push(`the process used ${peakMb.toFixed(0)} MB`);
  if (values.json) {
    const table = Object.fromEntries([...outcomes].sort());
    console.log(
      JSON.stringify({ files: count, slowest, peakMb, failures, outcomes: table }, null, 2),
    );
  } else {
    for (const [key, times] of [...outcomes].sort())
      console.log(`${String(times).padStart(5)}  ${key}`);
    console.log(
      `${count} files, slowest ${slowest.seconds.toFixed(2)} s (${slowest.kind}), peak ${peakMb.toFixed(0)} MB`,
    );
    for (const failure of failures) console.error(failure);
  }
  return failures.length === 0 ? 0 : 1;
}

process.exitCode = await main();
