import { describe, expect, it } from "vitest";
import { blockedVms, type ChosenVm, draftOf, emptyForm, formOf, typeCounts } from "./group-draft";

function vm(vmKey: string, more: Partial<ChosenVm> = {}): ChosenVm {
  return {
    vmKey,
    name: `name of ${vmKey}`,
    bestType: null,
    types: null,
    ownType: null,
    forcePowerOffVm: false,
    ...more,
  };
}

describe("a mobility group in the wizard", () => {
  const form = {
    ...emptyForm("g1"),
    name: "Wave 1",
    vms: [
      vm("a"),
      vm("b", { ownType: "vMotion" }),
      vm("c", { bestType: "RAV", forcePowerOffVm: true }),
    ],
  };

  it("gives each VM its own type, else the group's", () => {
    expect(draftOf(form).migrations).toEqual([
      { vmKey: "a", type: "Bulk", forcePowerOffVm: false },
      { vmKey: "b", type: "vMotion", forcePowerOffVm: false },
      { vmKey: "c", type: "Bulk", forcePowerOffVm: true },
    ]);
  });

  it("takes the best type of readiness where the group says so, Bulk where none is known", () => {
    const best = draftOf({ ...form, groupType: "best" });
    expect(best.migrations.map(({ type }) => type)).toEqual(["Bulk", "vMotion", "RAV"]);
  });

  it("opens again as it was saved", () => {
    const draft = draftOf(form);
    const opened = formOf(draft, (key) => form.vms.find(({ vmKey }) => vmKey === key) ?? null);
    expect(draftOf(opened)).toEqual(draft);
    expect(opened.vms[1]?.name).toBe("name of b");
  });

  it("counts its types and names the VMs that readiness rules out", () => {
    expect(typeCounts(form)).toEqual([
      ["Bulk", 2],
      ["vMotion", 1],
    ]);
    const types = {
      vMotion: "ok",
      Cold: "ok",
      Bulk: "blocked",
      RAV: "ok",
      OsAssistedMigration: "ok",
      AssistedvMotion: "ok",
    } as const;
    const withVerdicts = { ...form, vms: [vm("a", { types }), vm("b", { types, ownType: "RAV" })] };
    expect(blockedVms(withVerdicts).map(({ vmKey }) => vmKey)).toEqual(["a"]);
  });
});
