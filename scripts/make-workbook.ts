import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { benchmarkEstate } from "../prisma/seed/benchmark-estate";
import { DEMO_SEED, DEMO_VM_COUNT, generateEstate } from "../prisma/seed/estate";
import { writeRvtoolsCsvZip } from "../prisma/seed/rvtools-csv";
import { writeRvtoolsWorkbook } from "../prisma/seed/rvtools-workbook";

const USAGE = `Writes a generated estate as an RVTools export.

  node --import tsx scripts/make-workbook.ts --out estate.xlsx [--vms ${DEMO_VM_COUNT}]

  --out FILE      the file to write; a name that ends in .zip gets RVTools' CSV files instead
  --vms NUMBER    how many VMs, 100 or more
  --seed NUMBER   another estate of the same kind (default ${DEMO_SEED})
  --date ISO      the moment of the export (default 2025-06-16T08:00:00Z)
  --sheets WHICH  all, or benchmark for the import benchmark's: 11 sheets, 75 vInfo columns, 2.2 disks a VM
`;

/** A whole number of 0 or more, or null for anything else. */
function wholeNumber(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      out: { type: "string" },
      vms: { type: "string", default: String(DEMO_VM_COUNT) },
      seed: { type: "string", default: String(DEMO_SEED) },
      date: { type: "string", default: "2025-06-16T08:00:00Z" },
      sheets: { type: "string", default: "all" },
    },
  });
  const vmCount = wholeNumber(values.vms);
  const seed = wholeNumber(values.seed);
  const selection = values.sheets;
  if (values.out === undefined || vmCount === null || seed === null) return usage();
  if (selection !== "all" && selection !== "benchmark") return usage();
  const generate = selection === "benchmark" ? benchmarkEstate : generateEstate;
  const estate = generate({ seed, vmCount, exportedAtIso: values.date });
  const file = createWriteStream(values.out);
  if (values.out.endsWith(".zip")) await writeRvtoolsCsvZip(estate, file, { selection });
  else await writeRvtoolsWorkbook(estate, file, selection);
  file.end();
  await finished(file);
  console.log(`${values.out}: ${vmCount} VMs, ${file.bytesWritten} bytes`);
  return 0;
}

function usage(): number {
  console.error(USAGE);
  return 2;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
