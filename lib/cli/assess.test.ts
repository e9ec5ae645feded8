import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rowsOf, workbookOf } from "@/lib/discovery/testing/workbook-of";
import { run } from "./assess";

const folder = mkdtempSync(join(tmpdir(), "landfall-assess-"));
afterAll(() => rmSync(folder, { recursive: true }));

let output = "";
let errors = "";
beforeEach(() => {
  output = "";
  errors = "";
  const into = (add: (text: string) => void) => (text: unknown) => {
    add(String(text));
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(into((text) => (output += text)) as never);
  vi.spyOn(process.stderr, "write").mockImplementation(into((text) => (errors += text)) as never);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function fileOf(name: string, content: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const HEADER = [
  ...["VM", "Powerstate", "Template", "CPUs", "Memory", "Provisioned MiB", "In Use MiB"],
  ...["OS according to the configuration file", "VM ID", "VI SDK UUID", "Host"],
];
const vm = (name: string, power: string, cpus: number, moRef: string, template = false) => [
  ...[name, power, template, cpus, 4096, 20_480, 10_240],
  ...["Microsoft Windows Server 2019 (64-bit)", moRef, "vc-1", "esx1"],
];
/** Three VMs, one of them twice, and a template. */
const FIRST = workbookOf({
  sheets: {
    vInfo: rowsOf([
      HEADER,
      vm("web-01", "poweredOn", 2, "vm-1"),
      vm("web-01", "poweredOn", 2, "vm-1"),
      vm("db-01", "poweredOn", 8, "vm-2"),
      vm("old-01", "poweredOff", 1, "vm-3"),
      vm("gold", "poweredOff", 4, "vm-4", true),
    ]),
    vHost: rowsOf([
      ["Host", "Cluster", "# CPU", "Cores per CPU", "# Cores", "# Memory"],
      ["esx1", "c1", 2, 16, 32, 393_216],
    ]),
  },
});
const SECOND = workbookOf({
  sheets: { vInfo: rowsOf([HEADER, vm("app-01", "poweredOn", 4, "vm-77")]) },
});

describe("landfall assess", () => {
  it("prints the keys that programs rely on, and no others", async () => {
    const file = fileOf("first.xlsx", FIRST);
    const settings = ["--set", "azureLocation=koreacentral", "--set", "vcpuOversubscription=4"];
    expect(await run([file, ...settings, "--json"])).toBe(0);
    const report = JSON.parse(output);
    expect(Object.keys(report)).toEqual([
      "inventory",
      "confidence",
      "readiness",
      "findings",
      "sizing",
      "cost",
    ]);
    // 2 + 8 + 1 + 4 vCPUs, 4 x 4,096, 4 x 20,480 and 4 x 10,240 MiB: the template is part of what was found.
    expect(report.inventory).toEqual({
      vms: 4,
      poweredOn: 2,
      templates: 1,
      vcpus: 15,
      memoryMiB: 16_384,
      provisionedMiB: 81_920,
      inUseMiB: 40_960,
      hosts: 1,
      duplicatesCollapsed: 1,
    });
    const states = ["Suitable", "ConditionallySuitable", "NotSuitable", "ReadinessUnknown"];
    expect(Object.keys(report.readiness).sort()).toEqual([...states].sort());
    for (const finding of report.findings) {
      expect(Object.keys(finding)).toEqual(["rule", "severity", "vms"]);
    }
    expect(report.sizing.length).toBeGreaterThan(0);
    for (const option of report.sizing) {
      expect(Object.keys(option)).toEqual([
        "nodeType",
        "nodeNumber",
        "limitingFactor",
        "cpuUtilization",
        "ramUtilization",
        "storageUtilization",
      ]);
      // The smallest private cloud has three hosts.
      expect(option.nodeNumber).toBeGreaterThanOrEqual(3);
    }
  });

  it("reads several files as one estate, and takes nested settings by either name", async () => {
    const files = [fileOf("first.xlsx", FIRST), fileOf("second.xlsx", SECOND)];
    const eastUs = ["--set", "azureLocation=eastus"];
    const nested = ["--set", "performanceData.percentile=Percentile90"];
    expect(
      await run([
        ...files,
        ...nested,
        "--set",
        "nodeTypes=AV36P",
        ...eastUs,
        "--json",
        "--details",
      ]),
    ).toBe(0);
    const report = JSON.parse(output);
    expect(report.inventory).toMatchObject({ vms: 5, vcpus: 19 });
    expect(report.sizing.map(({ nodeType }: { nodeType: string }) => nodeType)).toEqual(["AV36P"]);
    expect(report.settings.performanceData.percentile).toBe("Percentile90");
  });

  it("names every wrong setting in a sentence and exits with 2", async () => {
    const file = fileOf("first.xlsx", FIRST);
    const wrong = ["azureLocation=atlantis", "cpuCount=3", "vcpuOversubscription=abc", "novalue"];
    expect(await run([file, ...wrong.flatMap((pair) => ["--set", pair]), "--json"])).toBe(2);
    expect(output).toBe("");
    expect(errors.trim().split("\n")).toHaveLength(4);
    expect(errors).toMatch(/^azureLocation: Azure VMware Solution is not offered/m);
    expect(errors).toMatch(/^cpuCount: no setting of this name/m);
    errors = "";
    expect(await run([file, "--set", "isStretchClusterEnabled=true"])).toBe(2);
    expect(errors).toMatch(/^isStretchClusterEnabled: This region has no stretched clusters/m);
  });

  it("says in a sentence which file it cannot read, and exits with 2", async () => {
    const ole = Buffer.alloc(4096);
    Buffer.from("d0cf11e0a1b11ae1", "hex").copy(ole);
    Buffer.from("EncryptedPackage", "utf16le").copy(ole, 1024);
    for (const [name, content] of [
      ["protected.xlsx", ole],
      ["cut.xlsx", FIRST.subarray(0, 900)],
      ["page.xlsx", "<!DOCTYPE html><html></html>"],
      ["empty.xlsx", ""],
    ] as const) {
      errors = "";
      expect(await run([fileOf(name, content), "--json"]), name).toBe(2);
      expect(errors, name).toMatch(/^[^\n]{20,400}[.]\n$/);
      expect(errors).toContain(name);
    }
    expect(await run([join(folder, "nothing.xlsx")])).toBe(2);
    for (const args of [[], ["--json"], ["a.xlsx", "--what"]]) {
      errors = "";
      expect(await run(args)).toBe(2);
      expect(errors).toContain("Usage: landfall assess");
    }
    expect(output).toBe("");
  });

  const samples = resolve(import.meta.dirname, "../../../shared/samples");
  it.skipIf(!existsSync(samples))("reads real exports", async () => {
    expect(await run([join(samples, "example1.xlsx"), "--json"])).toBe(0);
    // Counted in the workbook's own cells: nine VMs of which three run, on seven hosts.
    expect(JSON.parse(output).inventory).toMatchObject({ vms: 9, poweredOn: 3, hosts: 7 });
    output = "";
    expect(await run([join(samples, "SizingWorkshop-RVTools.xlsx"), "--json"])).toBe(0);
    // Counted with hucre: 805 rows with a name, 10 of them templates, 763 running, 2,741 vCPUs.
    expect(JSON.parse(output).inventory).toMatchObject({
      vms: 805,
      poweredOn: 763,
      templates: 10,
      vcpus: 2741,
      hosts: 34,
    });
  });
});
