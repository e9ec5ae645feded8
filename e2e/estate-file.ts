import { generateEstate } from "../prisma/seed/estate";
import { rvtoolsWorkbookBuffer } from "../prisma/seed/rvtools-workbook";

export const ESTATE_VM_COUNT = 800;

/** The demo estate as a file that a person would drop on the page. */
export async function estateFile(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const estate = generateEstate({
    vmCount: ESTATE_VM_COUNT,
    exportedAtIso: "2025-06-16T08:00:00Z",
  });
  return {
    name: "estate.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await rvtoolsWorkbookBuffer(estate),
  };
}
