import { Writable } from "node:stream";
import { BENCHMARK_SHEETS, benchmarkColumns } from "./benchmark-estate";
import type { Estate } from "./estate-types";
import { writeWorkbook } from "./ooxml-writer";
import type { Sheet } from "./sheet-model";
import { vInfo } from "./sheet-vinfo";
import { vHealth, vMetaData, vSource } from "./sheets-about";
import { vCluster, vRp } from "./sheets-clusters";
import { vDatastore, vHost } from "./sheets-hosts";
import { dvPort, dvSwitch, vPort, vScVmk, vSwitch } from "./sheets-network";
import {
  vCd,
  vCpu,
  vDisk,
  vMemory,
  vNetwork,
  vPartition,
  vSnapshot,
  vTools,
  vUsb,
} from "./sheets-vm";

/** Which sheets an export has: all 22 that carry something, or those of the import benchmark. */
export type SheetSelection = "all" | "benchmark";

/** The sheets of an RVTools 4.7 export, in its order. */
export function rvtoolsSheets(estate: Estate, selection: SheetSelection = "all"): Sheet[] {
  const builders = [
    ...[vInfo, vCpu, vMemory, vDisk, vPartition, vNetwork, vCd, vUsb, vSnapshot, vTools],
    ...[vSource, vRp, vCluster, vHost, vSwitch, vPort, dvSwitch, dvPort, vScVmk],
    ...[vDatastore, vHealth, vMetaData],
  ];
  const sheets = builders.map((build) => build(estate));
  if (selection === "all") return sheets;
  return sheets.filter((sheet) => BENCHMARK_SHEETS.has(sheet.name)).map(benchmarkColumns);
}

/** Writes the estate as an RVTools workbook; the stream is left open for its owner to end. */
export async function writeRvtoolsWorkbook(
  estate: Estate,
  sink: Writable,
  selection: SheetSelection = "all",
): Promise<void> {
  await writeWorkbook(rvtoolsSheets(estate, selection), sink, estate.exportedAtMs);
}

/** The whole workbook in memory: about 1.4 MB for the demo's 800 VMs. */
export async function rvtoolsWorkbookBuffer(
  estate: Estate,
  selection: SheetSelection = "all",
): Promise<Buffer> {
  return collect((sink) => writeRvtoolsWorkbook(estate, sink, selection));
}

/** Runs a writer against a stream that keeps everything. */
export async function collect(write: (sink: Writable) => Promise<void>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await write(sink);
  return Buffer.concat(chunks);
}
