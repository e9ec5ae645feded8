import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceOfBytes } from "./byte-source";
import { readExport } from "./read-export";
import { ImportError } from "./schema";
import { headersOf } from "./testing/rvtools-export";

const SLOW = { timeout: 120_000 };

/** What people and programs put into cells that should hold something else. */
const oddCell = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "-",
    "-1",
    "N/A",
    "#REF!",
    "∞",
    "NaN",
    "1e999",
    "0x10",
    "1.2.3",
    "12,34,5",
  ),
  fc.constantFrom(
    "=cmd|' /C calc'!A0",
    "\u0000",
    "\ufeff",
    "31.02.2024",
    "2024-13-45",
    "TRUE",
    "poweredSideways",
  ),
  fc.constantFrom(
    "[10.0.0.1,",
    "];[",
    "'quoted'",
    'in "quotes"',
    "tab\there",
    "line\nbreak",
    "가상 머신 🖥",
  ),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.double().map(String),
  fc.constant("x".repeat(40_000)),
);

const headers = fc.constantFrom(
  headersOf("4.3.2.0", "vInfo"),
  headersOf("4.1.4.0", "vDisk"),
  ["*Server name", "IP addresses", "*Cores", "*Memory (In MB)", "*OS name", "Disk 1 size (In GB)"],
  ["Machine Name", "Operating System", "Cores", "IP Addresses", "MAC Addresses", "Machine ID"],
);

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

async function outcomeOf(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const { inventory } = await readExport([sourceOfBytes(name, bytes)], {
      nowIso: "2025-06-20T00:00:00Z",
    });
    return `read ${inventory?.vms.length}`;
  } catch (error) {
    // Anything else is a bug of ours, whatever the file holds.
    if (!(error instanceof ImportError)) throw error;
    return error.code;
  }
}

describe("a table of text", () => {
  test("with odd cells is read, or ends in a code", SLOW, async () => {
    await fc.assert(
      fc.asyncProperty(
        headers,
        fc.constantFrom(",", ";", "\t"),
        fc.array(fc.array(oddCell, { maxLength: 12 }), { minLength: 1, maxLength: 8 }),
        async (columns, mark, rows) => {
          const lines = [columns, ...rows].map((row) => row.map(quoted).join(mark));
          await outcomeOf("odd.csv", Buffer.from(lines.join("\r\n")));
        },
      ),
      { numRuns: 150 },
    );
  });

  test("whose numbers cannot be true says nothing of them", async () => {
    const rows = [
      "Server name,Cores,Memory (In MB),OS name,Disk 1 size (In GB)",
      "a,-4,NaN,Windows Server 2019,-1",
      "b,1e999,0,Windows Server 2019,1.2.3",
      "c,4000,4096,Windows Server 2019,50",
    ];
    const { inventory, confidence } = await readExport(
      [sourceOfBytes("odd.csv", Buffer.from(rows.join("\n")))],
      { nowIso: "2025-06-20T00:00:00Z" },
    );
    expect(inventory?.vms.map((vm) => [vm.cpus, vm.memoryMib, vm.diskCapacityMib])).toEqual([
      [null, null, null],
      [null, null, null],
      [null, 4096, 51_200],
    ]);
    expect(confidence.notes.filter((note) => note.code === "suspiciousValue")).not.toEqual([]);
  });

  test("that is damaged anywhere ends in a code, or in what is left", SLOW, async () => {
    const text = Buffer.from(
      [
        headersOf("4.3.2.0", "vInfo"),
        ...Array.from({ length: 30 }, (_, n) => [`vm-${n}`, "poweredOn"]),
      ]
        .map((row) => row.map(quoted).join(","))
        .join("\r\n"),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: text.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        fc.boolean(),
        async (at, bytes, isCut) => {
          const damaged = Buffer.from(text);
          damaged.set(bytes.subarray(0, damaged.length - at), at);
          await outcomeOf("odd.csv", isCut ? damaged.subarray(0, at) : damaged);
        },
      ),
      { numRuns: 150 },
    );
  });
});
