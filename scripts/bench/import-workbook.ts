import { createHash } from "node:crypto";
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
} from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { benchmarkEstate } from "../../prisma/seed/benchmark-estate";
import { writeRvtoolsWorkbook } from "../../prisma/seed/rvtools-workbook";

const EXPORTED_AT_ISO = "2025-06-16T08:00:00Z";

/** Of the generator's files: another generator writes another workbook. */
function generatorDigest(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync("prisma/seed").sort()) {
    hash.update(name).update(readFileSync(join("prisma/seed", name)));
  }
  return hash.digest("hex").slice(0, 16);
}

/**
 * The path of the generated workbook with so many VMs. It is kept as long as the generator stays as it is:
 * 50,000 VMs take longer to write than to read.
 */
async function benchWorkbook(vmCount: number): Promise<string> {
  const folder = "node_modules/.cache/landfall/bench";
  const path = join(folder, `${vmCount}-${generatorDigest()}.xlsx`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const partial = `${path}.partial`;
  const file = createWriteStream(partial);
  const estate = benchmarkEstate({ vmCount, exportedAtIso: EXPORTED_AT_ISO });
  await writeRvtoolsWorkbook(estate, file, "benchmark");
  file.end();
  await finished(file);
  renameSync(partial, path);
  return path;
}

const vmCount = Number(process.argv[2]);
if (!(vmCount > 0)) throw new RangeError("Usage: import-workbook VMS");
console.log(await benchWorkbook(vmCount));
