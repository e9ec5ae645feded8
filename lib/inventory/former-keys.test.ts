import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KeyedIdentity, keepFormerKeys } from "./former-keys";
import { type VmIdentity, vmKeyOf } from "./identity";

const NOTHING = {
  vcenterUuid: null,
  moRef: null,
  instanceUuid: null,
  smbiosUuid: null,
  datacenter: null,
};
function vm(name: string, identity: Partial<VmIdentity> = {}): KeyedIdentity {
  const whole = { ...NOTHING, ...identity, name };
  return { ...whole, key: vmKeyOf(whole) };
}
const VCENTER = "b2c0ff6e-0000-4000-8000-000000000001";

describe("a VM keeps its key over imports", () => {
  it("when the newer export says more of its identity", () => {
    const byName = [vm("web-01"), vm("db-01", { datacenter: "DC1" })];
    const full = [
      vm("WEB-01", { vcenterUuid: VCENTER, moRef: "vm-11", instanceUuid: "50-aa" }),
      vm("db-01", { vcenterUuid: VCENTER, moRef: "vm-12", datacenter: "DC1" }),
    ];
    expect(keepFormerKeys(full, byName)).toBe(2);
    expect(full.map(({ key }) => key)).toEqual(byName.map(({ key }) => key));
  });

  it("when it says less", () => {
    const full = [vm("web-01", { vcenterUuid: VCENTER, moRef: "vm-11", datacenter: "DC1" })];
    const byName = [vm("web-01", { datacenter: "DC1" })];
    expect(keepFormerKeys(byName, full)).toBe(1);
    expect(byName[0]?.key).toBe(full[0]?.key);
  });

  it("when it was renamed, or went to another vCenter Server with its instance UUID", () => {
    const before = [
      vm("old-name", { vcenterUuid: VCENTER, moRef: "vm-11" }),
      vm("moved", { vcenterUuid: VCENTER, moRef: "vm-12", instanceUuid: "5003-01" }),
    ];
    const after = [
      vm("new-name", { vcenterUuid: VCENTER, moRef: "vm-11" }),
      vm("moved", { vcenterUuid: "another", moRef: "vm-900", instanceUuid: "5003-01" }),
    ];
    keepFormerKeys(after, before);
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  });

  it("and no other VM gets it: one of the same name made anew is a new VM", () => {
    const before = [vm("web-01", { vcenterUuid: VCENTER, moRef: "vm-11" })];
    const after = [vm("web-01", { vcenterUuid: VCENTER, moRef: "vm-99" })];
    const own = after[0]?.key;
    expect(keepFormerKeys(after, before)).toBe(0);
    expect(after[0]?.key).toBe(own);
  });

  it("and nothing is guessed where two could be meant", () => {
    const before = [vm("twin", { datacenter: "A" }), vm("twin", { datacenter: "B" })];
    const after = [vm("twin", { vcenterUuid: VCENTER, moRef: "vm-1" })];
    expect(keepFormerKeys(after, before)).toBe(0);
  });

  it("never gives one key to two VMs, and changes nothing for the same export", () => {
    const id = fc.option(fc.constantFrom("a", "b", "c", "d"), { nil: null });
    const identity = fc.record({
      name: fc.constantFrom("n1", "n2", "n3", "n4"),
      vcenterUuid: id,
      moRef: id,
      instanceUuid: id,
      smbiosUuid: id,
      datacenter: id,
    });
    const estate = fc
      .array(identity, { maxLength: 8 })
      .map((all) => all.map((one) => ({ ...one, key: vmKeyOf(one) })))
      .map((all) => [...new Map(all.map((one) => [one.key, one])).values()]);
    fc.assert(
      fc.property(estate, estate, (before, after) => {
        keepFormerKeys(after, before);
        expect(new Set(after.map(({ key }) => key)).size).toBe(after.length);
        const same = before.map((one) => ({ ...one }));
        expect(keepFormerKeys(same, before)).toBe(0);
      }),
    );
  });
});
