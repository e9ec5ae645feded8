import { describe, expect, it } from "vitest";
import { selectionCommands } from "./migration-selection";

describe("an action on selected migrations", () => {
  it("is one command a group, with every VM in exactly one of them", () => {
    const migrations = [
      { groupId: "a", vmKey: "1" },
      { groupId: "b", vmKey: "2" },
      { groupId: "a", vmKey: "3" },
    ];
    expect(selectionCommands("migration.retry", migrations)).toEqual([
      { kind: "migration.retry", payload: { groupId: "a", vmKeys: ["1", "3"] } },
      { kind: "migration.retry", payload: { groupId: "b", vmKeys: ["2"] } },
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
