import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { openInputs } from "../../lib/cli/read-inputs";
import { openContainer } from "../../lib/discovery/container/zip-container";
import { DEFAULT_IMPORT_LIMITS } from "../../lib/discovery/limits";
import { readExport } from "../../lib/discovery/read-export";

/** Reads one workbook once with one reader, in a process of its own, and prints what it took. */

type Reader = (path: string) => Promise<number>;

/** The moment of the import: it only decides how old the export is called. */
const NOW_ISO = "2025-06-17T08:00:00Z";

const READERS: Record<string, Reader> = {
  landfall: async (path) => {
    const { sources, close } = await openInputs([path]);
    const { inventory } = await readExport(sources, { nowIso: NOW_ISO });
    await close();
    return inventory?.vms.length ?? 0;
  },
  inflate: async (path) => {
    const { sources, close } = await openInputs([path]);
    let bytes = 0;
    for (const source of sources) {
      const container = await openContainer(source, DEFAULT_IMPORT_LIMITS);
      for (const [name, part] of container.parts) {
        if (!/sharedStrings|worksheets\//.test(name)) continue;
        for await (const chunk of part.stream()) bytes += chunk.byteLength;
      }
    }
    await close();
    return bytes;
  },
  hucre: async (path) => {
    const { readXlsx } = await import("hucre/xlsx");
    const workbook = await readXlsx(await readFile(path));
    return workbook.sheets.find((sheet) => sheet.name === "vInfo")?.rows.length ?? 0;
  },
  "read-excel-file": async (path) => {
    const { default: readWorkbook } = await import("read-excel-file/node");
    const sheets = await readWorkbook(path);
    return sheets.find((sheet) => sheet.sheet === "vInfo")?.data.length ?? 0;
  },
};

const { values } = parseArgs({ options: { reader: { type: "string" }, file: { type: "string" } } });
const reader = READERS[values.reader ?? ""];
if (reader === undefined || values.file === undefined) {
  console.error(`Usage: import-reader --reader <${Object.keys(READERS).join("|")}> --file FILE`);
  process.exit(2);
}
// `maxRSS` is in kibibytes (getrusage); the loader may have needed more than what is left when reading starts, so
// the growth is never told smaller than it is.
const before = process.memoryUsage.rss() / 1e6;
const cpuBefore = process.cpuUsage();
const start = performance.now();
const count = await reader(values.file);
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage(cpuBefore);
const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
console.log(
  JSON.stringify({
    seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    peakMb,
    growthMb: peakMb - before,
    count,
  }),
);
