import { describe, expect, it } from "vitest";
import { emptyForm, type GroupForm } from "./group-draft";
import { parseStoredForm, storedText, withPlacementOf } from "./stored-form";

describe("a group that is kept while it is put together", () => {
  const form: GroupForm = {
    ...emptyForm("g1"),
    name: "Wave 1",
    vms: [
      {
        vmKey: "a",
        name: "app-01",
        bestType: "Bulk",
        types: {
          vMotion: "ok",
          Cold: "ok",
          Bulk: "warning",
          RAV: "blocked",
          OsAssistedMigration: "notEvaluated",
          AssistedvMotion: "ok",
        },
        ownType: "RAV",
        forcePowerOffVm: true,
      },
    ],
    switchoverWindow: { startSeconds: 10, endSeconds: 20 },
  };

  it("opens after a reload as it was left", () => {
    expect(parseStoredForm(storedText(form, ""), "")).toEqual(form);
  });

  it("is kept half-filled", () => {
    const bare = {
      ...emptyForm("g2"),
      networkMappings: [{ sourceNetwork: "", destinationNetwork: "" }],
    };
    expect(parseStoredForm(storedText(bare, ""), "")).toEqual(bare);
  });

  it("does not cover a draft that somebody saved since", () => {
    expect(parseStoredForm(storedText(form, "draft as it was"), "draft as it is")).toBeNull();
  });

  it("is not read from anything else", () => {
    expect(parseStoredForm(null, "")).toBeNull();
    expect(parseStoredForm("{", "")).toBeNull();
    expect(parseStoredForm('{"base":"","form":{"groupId":"g1"}}', "")).toBeNull();
  });

  it("takes the mesh that has come up meanwhile, and keeps what was chosen", () => {
    const initial = {
      ...emptyForm("g1"),
      serviceMeshName: "mesh-1",
      destinationCluster: "Cluster-1",
    };
    const found = withPlacementOf({ ...form, destinationCluster: "Cluster-2" }, initial);
    expect(found).toMatchObject({ serviceMeshName: "mesh-1", destinationCluster: "Cluster-2" });
  });
});
