import { describe, expect, it } from "vitest";
import { groupProblems } from "./group-problems";

describe("the problems of a group", () => {
  const vms = [{ name: "app-01" }, { name: "app-02" }, { name: "db-01" }];

  it("are listed once each with every VM that has them, the group's own first", () => {
    const found = groupProblems(
      [
        { path: "migrations.0", code: "guestUnknown", values: { vm: "app-01" } },
        { path: "payload.migrations.2", code: "guestUnknown", values: { vm: "db-01" } },
        { path: "migrations.1", code: "vmInOtherGroup", values: { vm: "app-02", group: "W1" } },
        { path: "switchoverWindow.endSeconds", code: "windowInThePast" },
      ],
      vms,
    );
    expect(
      found.map(({ problem, vmNames, vmIndexes }) => [problem.code, vmNames, vmIndexes]),
    ).toEqual([
      ["windowInThePast", [], []],
      ["guestUnknown", ["app-01", "db-01"], [0, 2]],
      ["vmInOtherGroup", ["app-02"], [1]],
    ]);
  });

  it("stay apart where they state different things", () => {
    const values = (group: string) => ({ vm: "x", group });
    const found = groupProblems(
      [
        { path: "migrations.0", code: "vmInOtherGroup", values: values("W1") },
        { path: "migrations.1", code: "vmInOtherGroup", values: values("W2") },
      ],
      vms,
    );
    expect(found).toHaveLength(2);
  });

  it("do not lose a problem whose VM is unknown", () => {
    expect(groupProblems([{ path: "migrations.9", code: "x" }], vms)).toHaveLength(1);
  });
});
