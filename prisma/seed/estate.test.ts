import { describe, expect, it } from "vitest";
import { generateEstate } from "./estate";
import { PROBLEM_KINDS } from "./estate-types";

const exportedAtIso = "2025-06-16T08:00:00Z";
const demo = generateEstate({ exportedAtIso });

describe("generateEstate", () => {
  it("has exactly the number of VMs asked for, each under its own name and identifiers", () => {
    for (const vmCount of [100, 250, 800, 3000]) {
      const { vms } = generateEstate({ vmCount, exportedAtIso });
      expect(vms).toHaveLength(vmCount);
      expect(new Set(vms.map((vm) => vm.name)).size).toBe(vmCount);
      expect(new Set(vms.map((vm) => vm.moRef)).size).toBe(vmCount);
      expect(new Set(vms.map((vm) => vm.instanceUuid)).size).toBe(vmCount);
    }
  });

  it("is the same for the same options and another one for another seed", () => {
    expect(generateEstate({ exportedAtIso })).toEqual(demo);
    expect(generateEstate({ exportedAtIso, seed: 7 }).vms).not.toEqual(demo.vms);
  });

  it("moves every date with the moment of the export", () => {
    const dayMs = 86_400_000;
    const later = generateEstate({ exportedAtIso: "2025-06-17T08:00:00Z" });
    expect(later.vms.map((vm) => vm.createdAtMs - dayMs)).toEqual(
      demo.vms.map((vm) => vm.createdAtMs),
    );
    for (const vm of later.vms) {
      expect(vm.createdAtMs).toBeLessThan(later.exportedAtMs);
      for (const snapshot of vm.snapshots) {
        expect(snapshot.createdAtMs).toBeLessThan(later.exportedAtMs);
      }
    }
  });

  it("plants every kind of problem from 100 VMs on, at most one a VM", () => {
    for (const vmCount of [100, 800, 3000]) {
      const { problems } = generateEstate({ vmCount, exportedAtIso });
      for (const kind of PROBLEM_KINDS) expect(problems[kind], kind).not.toHaveLength(0);
      const names = Object.values(problems).flat();
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("puts every VM onto a host of its cluster and every disk onto a datastore that exists", () => {
    const hosts = new Map(demo.hosts.map((host) => [host.name, host.cluster]));
    const datastores = new Set(demo.datastores.map((datastore) => datastore.name));
    for (const vm of demo.vms) {
      expect(hosts.get(vm.host), vm.name).toBe(vm.cluster);
      for (const disk of vm.disks) expect(datastores.has(disk.datastore), disk.path).toBe(true);
    }
  });

  it("shares an address or a MAC address only where that is the planted problem", () => {
    const nics = demo.vms.flatMap((vm) => vm.nics);
    const repeats = (values: string[]) => values.length - new Set(values).size;
    expect(repeats(nics.map((nic) => nic.macAddress))).toBe(1);
    expect(repeats(nics.flatMap((nic) => nic.ipv4))).toBe(1);
  });

  it("leaves room for the address block of a private cloud: nothing outside 10.0.0.0/8", () => {
    for (const nic of demo.vms.flatMap((vm) => vm.nics)) {
      for (const address of nic.ipv4) expect(address).toMatch(/^10\.2\d\./);
    }
  });

  it("refuses an estate too small to be one, and a date that is none", () => {
    expect(() => generateEstate({ vmCount: 99, exportedAtIso })).toThrow(RangeError);
    expect(() => generateEstate({ exportedAtIso: "yesterday" })).toThrow(RangeError);
  });
});
