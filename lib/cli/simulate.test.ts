import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NOTHING_BUT_BYTES } from "@/lib/migration/testing/small-scenario";
import { run } from "./simulate";

const folder = mkdtempSync(join(tmpdir(), "landfall-simulate-"));
afterAll(() => rmSync(folder, { recursive: true }));

let output = "";
let errors = "";
beforeEach(() => {
  output = "";
  errors = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    output += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    errors += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function scenarioFile(scenario: unknown): string {
  const path = join(folder, "scenario.json");
  writeFileSync(path, typeof scenario === "string" ? scenario : JSON.stringify(scenario));
  return path;
}

const THREE_ON_A_LINK = {
  parameters: NOTHING_BUT_BYTES,
  links: [{ id: "wan", capacityBytesPerSecond: 100 }],
  vms: [1000, 2000, 500].map((sizeBytes, i) => ({ id: `F${i + 1}`, disks: [{ sizeBytes }] })),
  groups: [
    { id: "now", migrations: [{ vmId: "F1" }, { vmId: "F2" }] },
    { id: "later", goAt: 5, migrations: [{ vmId: "F3" }] },
  ],
};

describe("landfall simulate", () => {
  it("prints makespan, phases, downtime and links as JSON", async () => {
    // Case A of fluid sharing by SimGrid 3.32: F3 ends at 20 s, F1 at 25 s, F2 at 35 s; 3,500 bytes of 3,500.
    expect(await run([scenarioFile(THREE_ON_A_LINK), "--json"])).toBe(0);
    const report = JSON.parse(output);
    expect(report.makespanSeconds).toBeCloseTo(35, 6);
    expect(report.links).toHaveLength(1);
    expect(report.links[0]).toMatchObject({ id: "wan" });
    expect(report.links[0].bytes).toBeCloseTo(3500, 6);
    expect(report.links[0].utilisation).toBeCloseTo(1, 6);
    const ends = report.migrations.map(({ vm, endSeconds }: { vm: string; endSeconds: number }) => [
      vm,
      Math.round(endSeconds),
    ]);
    expect(ends).toEqual([
      ["F1", 25],
      ["F2", 35],
      ["F3", 20],
    ]);
    const [first] = report.migrations;
    expect(first).toMatchObject({
      type: "Bulk",
      outcome: "completed",
      downtimeSeconds: 0,
      bytesTransferred: 1000,
    });
    expect(first.phases).toEqual([
      expect.objectContaining({ phase: "baseSync", startSeconds: 0, bytesTransferred: 1000 }),
    ]);
  });

  it("prints a summary for people", async () => {
    expect(await run([scenarioFile(THREE_ON_A_LINK)])).toBe(0);
    expect(output).toContain("3 migrations: completed 3");
    expect(output).toContain("Last end after 0 min 35 s");
  });

  it("adds a forecast to the report where replications are asked for", async () => {
    // The links' factor f is lognormal(1, 0.15) and all ends go with 1/f: 35 s at f = 1, P90 42.42 s; the
    // median of 400 draws has a standard error of 0.94 %.
    const file = scenarioFile(THREE_ON_A_LINK);
    expect(await run([file, "--json"])).toBe(0);
    const plain = JSON.parse(output);
    output = "";
    expect(await run([file, "--json", "--replications", "400"])).toBe(0);
    const { forecast, ...report } = JSON.parse(output);
    expect(report).toEqual(plain);
    expect(forecast.replications).toBe(400);
    expect(Math.abs(forecast.p50 / 35 - 1)).toBeLessThan(0.04);
    expect(Math.abs(forecast.p90 / 42.42 - 1)).toBeLessThan(0.06);
    expect(forecast.groups.map(({ id }: { id: string }) => id)).toEqual(["now", "later"]);
    expect(forecast.migrations).toHaveLength(3);
    expect(forecast.influences[0].input).toBe("bandwidth");
  });

  it("prints the forecast for people, and what of it is given", async () => {
    const file = scenarioFile(THREE_ON_A_LINK);
    expect(await run([file, "--replications", "20", "--from", "25"])).toBe(0);
    expect(output).toContain("Forecast of 20 replications, given the first 0 min 25 s: P50 ");
    // F3 ended after 20 s, as it happened.
    expect(output).toContain("Group later: P50 2026-01-05 00:00, P80 2026-01-05 00:00");
    expect(output).toContain("All complete in 100.0 % of them");
  });

  it("takes the seed of the command line over the scenario's", async () => {
    const file = scenarioFile({ ...THREE_ON_A_LINK, seed: 5 });
    await run([file, "--json", "--seed", "9"]);
    expect(JSON.parse(output).seed).toBe(9);
  });

  it("lists every problem of a wrong scenario with its path, and exits with 2", async () => {
    const file = scenarioFile({
      ...THREE_ON_A_LINK,
      seed: -1,
      groups: [{ id: "g", migrations: [{ type: "Bulk" }] }],
    });
    expect(await run([file, "--json"])).toBe(2);
    expect(errors).toMatch(/^seed: /m);
    expect(errors).toMatch(/^groups\.0\.migrations\.0\.vmId: /m);
    const paths = JSON.parse(output).problems.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(["seed", "groups.0.migrations.0.vmId"]);
  });

  it("says what is wrong with a file or a command line, and exits with 2", async () => {
    expect(await run([join(folder, "nothing.json")])).toBe(2);
    expect(errors).toContain("ENOENT");
    expect(await run([scenarioFile("{ not json")])).toBe(2);
    expect(errors).toContain("JSON");
    for (const args of [
      [],
      ["a", "b"],
      ["a", "--seed", "x"],
      ["a", "--what"],
      ["a", "--from", "5"],
      ["a", "--replications", "1e9"],
    ]) {
      errors = "";
      expect(await run(args)).toBe(2);
      expect(errors).toContain("Usage: landfall simulate");
    }
  });
});
