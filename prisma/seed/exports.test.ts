import { describe, expect, it } from "vitest";
import { dependencyCsvLines } from "./dependencies";
import { generateEstate } from "./estate";
import { performanceCsvLines } from "./performance";

const estate = generateEstate({ exportedAtIso: "2025-06-16T08:00:00Z" });
const byName = new Map(estate.vms.map((vm) => [vm.name, vm]));

describe("dependencyCsvLines", () => {
  const [header, ...lines] = [...dependencyCsvLines(estate, 2)];
  const rows = lines.map((line) => line.trimEnd().split(","));

  it("starts with Azure Migrate's columns", () => {
    expect(header).toBe(
      "Timeslot,Source server name,Source application,Source process,Destination server name," +
        "Destination IP,Destination application,Destination process,Destination port\r\n",
    );
  });

  it("has eight slots of six hours over two days, all before the export", () => {
    const slots = [...new Set(rows.map((row) => row[0]))];
    expect(slots).toHaveLength(8);
    expect(slots[0]).toBe("2025-06-14 06:00");
    expect(slots.at(-1)).toBe("2025-06-16 00:00");
  });

  it("names sources of the inventory only, and destinations of it by their own address", () => {
    for (const [, source, , , destination, address] of rows) {
      expect(byName.has(source ?? "")).toBe(true);
      if (destination === "") continue;
      expect(byName.get(destination ?? "")?.nics[0]?.ipv4).toContain(address);
    }
  });

  it("has noise ports and destinations outside the inventory beside the applications' own", () => {
    const ports = new Set(rows.map((row) => row[8]));
    for (const port of ["53", "123", "135", "389", "445", "3389", "22", "1433", "1521", "30015"]) {
      expect(ports, port).toContain(port);
    }
    const outside = rows.filter((row) => row[4] === "");
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.length).toBeLessThan(rows.length / 10);
  });
});

describe("performanceCsvLines", () => {
  const [header, ...lines] = [...performanceCsvLines(estate, { days: 1, intervalMinutes: 60 })];

  it("has five values for every running VM at every step", () => {
    const running = estate.vms.filter((vm) => vm.powerState === "poweredOn").length;
    expect(header).toBe("Time,VM,Metric,Value\r\n");
    expect(lines).toHaveLength(running * 24 * 5);
  });

  it("never shows a percentage above 100 or anything below 0", () => {
    for (const line of lines) {
      const parts = line.trimEnd().split(",");
      const value = Number(parts.at(-1));
      expect(value).toBeGreaterThanOrEqual(0);
      if (parts.at(-2)?.endsWith("usage.average") && !/disk|net/.test(parts.at(-2) ?? "")) {
        expect(value).toBeLessThanOrEqual(100);
      }
    }
  });
});
