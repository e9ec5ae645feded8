import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readOne } from "../testing/read-one";

/** Real exports lie beside the project where it is developed, and nowhere else. */
const SAMPLES = resolve(import.meta.dirname, "../../../../shared/samples");

describe.skipIf(!existsSync(SAMPLES))("real exports", () => {
  test("of 3.x give 805 VMs of 3,503 rows, 34 hosts, 10 templates and 42 powered off", async () => {
    const { inventory } = await readOne(
      readFileSync(resolve(SAMPLES, "SizingWorkshop-RVTools.xlsx")),
    );
    expect(inventory.vms).toHaveLength(805);
    expect(inventory.hosts).toHaveLength(34);
    expect(inventory.vms.filter((vm) => vm.setAside === "template")).toHaveLength(10);
    expect(inventory.vms.filter((vm) => vm.powerState === "poweredOff")).toHaveLength(42);
  });

  test("re-saved by LibreOffice give 9 VMs of 999 physical rows", async () => {
    const { inventory, note } = await readOne(readFileSync(resolve(SAMPLES, "example1.xlsx")));
    expect(inventory.vms).toHaveLength(9);
    expect(note("resavedWorkbook")?.detail.application).toMatch(/LibreOffice/);
  });
});
