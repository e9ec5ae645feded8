import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addVmsChange,
  afterChange,
  checkChange,
  createChange,
  deleteChange,
  inverseChange,
  mergeChange,
  removeVmsChange,
  splitChange,
} from "./move-group-change";
import type { MoveGroup, MoveGroupChange } from "./move-group-schema";

function group(id: string, vmKeys: string[], changes: Partial<MoveGroup> = {}): MoveGroup {
  return { id, name: id, tags: [], note: "", locked: false, vmKeys, revision: 1, ...changes };
}

/** What the server does: revisions grow, the rest is as the change says. */
function apply(groups: readonly MoveGroup[], change: MoveGroupChange): MoveGroup[] {
  const removed = new Set(change.remove.map(({ id }) => id));
  const put = new Map(change.put.map((one) => [one.id, one]));
  const kept = groups
    .filter(({ id }) => !removed.has(id))
    .map((old) => {
      const next = put.get(old.id);
      return next === undefined ? old : { ...next, revision: old.revision + 1 };
    });
  const known = new Set(groups.map(({ id }) => id));
  const made = change.put.filter(({ id }) => !known.has(id));
  return [...kept, ...made.map((one) => ({ ...one, revision: 1 }))];
}

const members = (groups: readonly { id: string; vmKeys: string[] }[]) =>
  Object.fromEntries(groups.map(({ id, vmKeys }) => [id, vmKeys]));

const groups = [
  group("shop", ["a", "b", "c"]),
  group("hr", ["d"]),
  group("core", ["x"], { locked: true }),
];

describe("changes of move groups", () => {
  it("take VMs out of the groups that they come from", () => {
    const change = createChange(groups, { id: "new", name: "New", vmKeys: ["b", "d", "n"] });
    expect(checkChange(groups, change)).toEqual([]);
    expect(members(afterChange(groups, change))).toEqual({
      shop: ["a", "c"],
      hr: [],
      core: ["x"],
      new: ["b", "d", "n"],
    });
  });

  it("leave the VMs of locked groups where they are", () => {
    const change = addVmsChange(groups, "hr", ["x", "a"]);
    expect(checkChange(groups, change)).toEqual([]);
    expect(members(afterChange(groups, change))).toMatchObject({ hr: ["d", "a"], core: ["x"] });
  });

  it("merge into the largest, whatever the order, with every tag and note", () => {
    const [shop, hr] = groups as [MoveGroup, MoveGroup];
    const change = mergeChange(
      [
        { ...hr, tags: ["finance", "March"], note: "Payroll runs on the 25th." },
        { ...shop, tags: ["March"], note: "Sale in May." },
      ],
      "Shop and HR",
    );
    expect(members(afterChange(groups, change))).toEqual({
      shop: ["a", "b", "c", "d"],
      core: ["x"],
    });
    expect(change.put[0]).toMatchObject({
      name: "Shop and HR",
      tags: ["March", "finance"],
      note: "Sale in May.\nPayroll runs on the 25th.",
    });
  });

  it("split beside", () => {
    const [shop] = groups as [MoveGroup];
    const split = splitChange(shop, ["c", "zz"], { id: "s2", name: "Shop 2" });
    expect(members(afterChange(groups, split))).toMatchObject({ shop: ["a", "b"], s2: ["c"] });
  });

  const codes = (change: MoveGroupChange) => checkChange(groups, change).map(({ code }) => code);
  const [shop, , core] = groups as [MoveGroup, MoveGroup, MoveGroup];

  it("are refused for a locked group, but not its unlocking", () => {
    expect(codes(deleteChange([core]))).toEqual(["moveGroup.locked"]);
    expect(codes(removeVmsChange(core, ["x"]))).toEqual(["moveGroup.locked"]);
    expect(codes({ put: [{ ...core, locked: false }], remove: [] })).toEqual([]);
    expect(codes({ put: [{ ...core, name: "Core services" }], remove: [] })).toEqual([]);
  });

  it("are refused when the group has moved on, is gone, or a name or VM is taken", () => {
    expect(codes({ put: [{ ...shop, revision: 7 }], remove: [] })).toEqual(["moveGroup.stale"]);
    expect(codes({ put: [group("gone", [], { revision: 2 })], remove: [] })).toEqual([
      "moveGroup.gone",
    ]);
    expect(codes({ put: [{ ...shop, name: "HR" }], remove: [] })).toEqual(["moveGroup.nameTaken"]);
    expect(codes({ put: [{ ...shop, vmKeys: ["a", "d"] }], remove: [] })).toEqual([
      "moveGroup.vmTwice",
    ]);
  });

  it("can all be taken back", () => {
    const anyChange = fc.oneof(
      fc
        .subarray(["a", "b", "d", "n"])
        .map((vmKeys) => createChange(groups, { id: "n", name: "n", vmKeys })),
      fc.subarray(["a", "c", "x"]).map((vmKeys) => addVmsChange(groups, "hr", vmKeys)),
      fc.constant(mergeChange(groups.slice(0, 2), "Both")),
      fc.constant(deleteChange(groups.slice(0, 1))),
      fc.subarray(["a", "c"]).map((keys) => splitChange(shop, keys, { id: "s", name: "s" })),
    );
    fc.assert(
      fc.property(anyChange, (change) => {
        const after = apply(groups, change);
        const undo = inverseChange(groups, after, change);
        expect(checkChange(after, undo)).toEqual([]);
        expect(members(apply(after, undo))).toEqual(members(groups));
      }),
    );
  });
});
