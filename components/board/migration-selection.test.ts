import { describe, expect, it } from "vitest";
import { selectionCommands } from "./migration-selection";

describe("an action on selected migrations", () => {
  it("is one command a group, with every VM in exactly one of them", () => {
    const migrations = [
      { groupId: "a", vmKey: "1" },
      { groupId: "b", vmKey: "2" },
      { groupId: "a", vmKey: "3" },
    ];
    expect(selectionCommands("migration.cancel", migrations)).toEqual([
      { kind: "migration.cancel", payload: { groupId: "a", vmKeys: ["1", "3"] } },
      { kind: "migration.cancel", payload: { groupId: "b", vmKeys: ["2"] } },
    ]);
  });

  it("says of a retry whether the remedy has been carried out", () => {
    const on = [{ groupId: "a", vmKey: "1" }];
    const payloads = [false, true].map((remedied) =>
      selectionCommands("migration.retry", on, remedied).map(({ payload }) => payload),
    );
    expect(payloads).toEqual([
      [{ groupId: "a", vmKeys: ["1"], remedied: false }],
      [{ groupId: "a", vmKeys: ["1"], remedied: true }],
    ]);
  });

  it("keeps seed checkpoints when it cleans up", () => {
    expect(selectionCommands("migration.forceCleanup", [{ groupId: "a", vmKey: "1" }])).toEqual([
      {
        kind: "migration.forceCleanup",
        payload: { groupId: "a", vmKeys: ["1"], removeSeedCheckpoint: false },
      },
    ]);
  });
});
