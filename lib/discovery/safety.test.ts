import { beforeAll, describe, expect, test } from "vitest";
import { generateEstate } from "@/prisma/seed/estate";
import { rvtoolsWorkbookBuffer } from "@/prisma/seed/rvtools-workbook";
import { type ByteSource, sourceOfBytes } from "./byte-source";
import { readExport } from "./read-export";
import { ImportError } from "./schema";
import { damagedFile } from "./testing/damage";
import { subjectOf, tryImport } from "./testing/try-import";
import { rowsOf, workbookOf } from "./testing/workbook-of";

const NOW = "2025-06-17T08:00:00Z";
const VM_COUNT = 120;

let subject: Awaited<ReturnType<typeof subjectOf>>;

beforeAll(async () => {
  const estate = generateEstate({ vmCount: VM_COUNT, exportedAtIso: "2025-06-16T08:00:00Z" });
  subject = await subjectOf(await rvtoolsWorkbookBuffer(estate));
});

async function codeOf(source: ByteSource, options = {}): Promise<string> {
  try {
    await readExport([source], { nowIso: NOW, ...options });
    return "read";
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return error.code;
  }
}

describe("a file that cannot be used ends in a typed error", () => {
  // The whole thousand runs by scripts/mutate-imports.ts; these are the first 120.
  test("whatever is damaged in it, and never in a wrong inventory", async () => {
    const wrong: string[] = [];
    for (let number = 0; number < 120; number += 1) {
      const file = damagedFile(subject, number);
      const { outcome, isRight } = await tryImport(file, VM_COUNT);
      if (!isRight) wrong.push(`${number} ${file.kind}: ${outcome}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test("with the code that says what the file is", async () => {
    const ole = Buffer.alloc(4096);
    Buffer.from("d0cf11e0a1b11ae1", "hex").copy(ole);
    const encrypted = Buffer.from(ole);
    Buffer.from("EncryptedPackage", "utf16le").copy(encrypted, 1024);
    const old = Buffer.from(ole);
    Buffer.from("Workbook", "utf16le").copy(old, 1024);
    expect(await codeOf(sourceOfBytes("a.xlsx", encrypted))).toBe("encryptedWorkbook");
    expect(await codeOf(sourceOfBytes("a.xlsx", old))).toBe("oldExcelFormat");
    expect(await codeOf(sourceOfBytes("a.xlsx", Buffer.from("\n <HTML><body>")))).toBe(
      "htmlNotWorkbook",
    );
    expect(await codeOf(sourceOfBytes("a.xlsx", subject.workbook.subarray(0, 5_000)))).toBe(
      "truncated",
    );
    expect(await codeOf(sourceOfBytes("a.xlsx", Buffer.alloc(0)))).toBe("noRows");
    const noVms = workbookOf({ sheets: { Sheet1: rowsOf([["Name"], ["x"]]) } });
    expect(await codeOf(sourceOfBytes("a.xlsx", noVms))).toBe("noVInfo");
    const noRows = workbookOf({ sheets: { vInfo: rowsOf([["VM", "Powerstate", "CPUs"]]) } });
    expect(await codeOf(sourceOfBytes("a.xlsx", noRows))).toBe("noRows");
  });

  test("when it passes a limit", async () => {
    const source = sourceOfBytes("a.xlsx", subject.workbook);
    expect(await codeOf(source, { limits: { fileBytes: 1_000 } })).toBe("tooLarge");
    expect(await codeOf(source, { limits: { entries: 3 } })).toBe("tooManyEntries");
    expect(await codeOf(source, { limits: { inflatedBytes: 100_000 } })).toBe("inflatesTooMuch");
    expect(await codeOf(source, { limits: { cells: 1_000 } })).toBe("tooManyCells");
    expect(await codeOf(source, { limits: { vms: 50 } })).toBe("tooManyVms");
  });

  test("when it is cancelled while it is read", async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    const source = sourceOfBytes("a.xlsx", subject.workbook);
    expect(await codeOf(source, { signal: controller.signal, onProgress })).toBe("cancelled");
  });
});
