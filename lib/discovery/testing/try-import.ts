import { sourceOfBytes } from "../byte-source";
import { openContainer } from "../container/zip-container";
import { DEFAULT_IMPORT_LIMITS } from "../limits";
import { readExport } from "../read-export";
import { ImportError } from "../schema";
import type { DamagedFile } from "./damage";

/** The workbook to damage, with its parts unpacked. */
export async function subjectOf(workbook: Buffer) {
  const container = await openContainer(
    sourceOfBytes("export.xlsx", workbook),
    DEFAULT_IMPORT_LIMITS,
  );
  const parts: Record<string, Buffer> = {};
  for (const [name, part] of container.parts) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.stream()) chunks.push(chunk);
    parts[name] = Buffer.concat(chunks);
  }
  return { workbook, parts };
}

/** What came of a file: an error's code or `read` with the VMs, and whether that is what must come of it. */
export async function tryImport(
  file: DamagedFile,
  wholeVms: number,
): Promise<{ outcome: string; isRight: boolean }> {
  try {
    const { inventory } = await readExport([sourceOfBytes(file.name, file.bytes)], {
      nowIso: "2025-06-17T08:00:00Z",
    });
    const vms = inventory?.vms.length ?? 0;
    const isWhole = vms === wholeVms;
    return {
      outcome: `read ${vms}`,
      isRight: file.expect === "any" || (file.expect !== "error" && isWhole),
    };
  } catch (error) {
    // Anything but an ImportError is a bug of ours, whatever the file holds.
    if (!(error instanceof ImportError)) throw error;
    return { outcome: error.code, isRight: file.expect !== "whole" };
  }
}
