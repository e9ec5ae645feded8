import { describe, expect, it } from "vitest";
import { countFamilies, largest, osFamily, withUnnamed } from "./os-family";

describe("families of guest systems", () => {
  it.each([
    ["Microsoft Windows Server 2019 (64-bit)", "windowsServer"],
    ["Microsoft Windows Server 2003 Standard (32-bit)", "windowsServer"],
    ["Microsoft Windows 10 (64-bit)", "windowsClient"],
    ["Red Hat Enterprise Linux 8 (64-bit)", "redHat"],
    ["Oracle Linux 7 (64-bit)", "oracleLinux"],
    ["CentOS 4/5 or later (64-bit)", "centOs"],
    ["SUSE Linux Enterprise 12 (64-bit)", "suse"],
    ["Ubuntu Linux (64-bit)", "ubuntu"],
    ["Debian GNU/Linux 10 (64-bit)", "debian"],
    ["VMware Photon OS (64-bit)", "otherLinux"],
    ["Other 3.x or later Linux (64-bit)", "otherLinux"],
    ["FreeBSD 12 (64-bit)", "other"],
    ["", "unknown"],
    [null, "unknown"],
  ] as const)("counts %s as %s", (name, family) => {
    expect(osFamily(name)).toBe(family);
  });

  it("adds up families and loses no VM", () => {
    const counts = countFamilies([
      { name: "Ubuntu Linux (64-bit)", vms: 3 },
      { name: "Ubuntu 20.04", vms: 4 },
      { name: null, vms: 2 },
    ]);
    expect(counts).toEqual([
      { name: "ubuntu", vms: 7 },
      { name: "unknown", vms: 2 },
    ]);
  });

  it("keeps the largest and sums up the rest", () => {
    const counts = [
      { name: "a", vms: 1 },
      { name: "b", vms: 9 },
      { name: "c", vms: 5 },
    ];
    expect(largest(counts, 1)).toEqual({ shown: [{ name: "b", vms: 9 }], othersVms: 6 });
  });

  it("never leaves out VMs whose system the export does not say", () => {
    const groups = [{ name: "Ubuntu Linux (64-bit)", vms: 3 }];
    expect(withUnnamed(groups, 5)).toEqual([...groups, { name: null, vms: 2 }]);
    expect(withUnnamed(groups, 3)).toEqual(groups);
  });
});
