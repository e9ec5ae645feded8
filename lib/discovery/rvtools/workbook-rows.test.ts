import { describe, expect, test } from "vitest";
import { db, NEW, readOne, VCENTER, web } from "../testing/read-one";
import { headersOf, type Row, rvtoolsWorkbook, tableOf } from "../testing/rvtools-export";
import { rowsOf, workbookOf } from "../testing/workbook-of";

describe("rows", () => {
  test("that are blank, formatted or repeat the header are passed over and counted", async () => {
    const blanks = Array.from(
      { length: 990 },
      (_, index) => `<row r="${index + 4}"><c r="A${index + 4}" s="0"/></row>`,
    );
    const header = [...headersOf(NEW, "vInfo"), " "];
    const rows = tableOf(header, [web, db]);
    const { inventory, confidence } = await readOne(
      workbookOf({
        sheets: {
          vInfo:
            rowsOf(rows) +
            blanks.join("") +
            rowsOf([header])
              .replaceAll('r="1"', 'r="994"')
              .replace(/r="([A-Z]+)1"/g, 'r="$1994"'),
        },
      }),
    );
    expect(inventory.vms.map((vm) => vm.name)).toEqual(["web-01", "db-01"]);
    expect(confidence.sheets[0]).toMatchObject({
      rowsRead: 993,
      rowsKept: 2,
      dropped: { blank: 990, repeatedHeader: 1 },
      unknownColumns: [],
    });
  });

  test("that repeat one VM are merged and counted once", async () => {
    const { inventory, confidence, note } = await readOne(
      rvtoolsWorkbook(NEW, { vInfo: [...Array.from({ length: 132 }, () => web), db] }),
    );
    expect(inventory.vms).toHaveLength(2);
    expect(note("duplicatesCollapsed")).toMatchObject({ count: 131 });
    expect(confidence.sheets[0]).toMatchObject({
      rowsRead: 133,
      rowsKept: 2,
      dropped: { duplicate: 131 },
    });
  });

  test("that are half empty give what they have, and the report says how many", async () => {
    const { inventory, note } = await readOne(
      rvtoolsWorkbook(NEW, { vInfo: [web, { VM: "husk-01" }] }),
    );
    expect(inventory.vms[1]).toMatchObject({
      name: "husk-01",
      cpus: null,
      memoryMib: null,
      powerState: "unknown",
    });
    expect(note("halfEmptyRows")).toMatchObject({ count: 1 });
  });

  test("that vInfo lacks and vCPU has are missed aloud", async () => {
    const cpu = (vm: Row) => ({
      VM: vm.VM ?? null,
      CPUs: 2,
      "VM ID": vm["VM ID"] ?? null,
      "VI SDK UUID": VCENTER,
    });
    const more = Array.from({ length: 5 }, (_, index) => ({
      ...web,
      VM: `x-${index}`,
      "VM ID": `vm-9${index}`,
    }));
    const { inventory, note, confidence } = await readOne(
      rvtoolsWorkbook(NEW, { vInfo: [web, db], vCPU: [web, db, ...more].map(cpu) }),
    );
    expect(inventory.vms).toHaveLength(2);
    expect(note("truncatedVInfo")).toMatchObject({ severity: "error", count: 5 });
    expect(confidence.sheets[1]).toMatchObject({
      sheet: "vCPU",
      rowsKept: 2,
      dropped: { noMatchingVm: 5 },
    });
  });
});
