import { describe, expect, it } from "vitest";
import { boardReasonsOf, reasonKeyOf } from "./board-reasons";
import type { BoardMessage, BoardRow } from "./board-schema";
import { progressOf } from "./board-summary";

const ROW: BoardRow = {
  migrationId: "g:v",
  vmKey: "v",
  vmName: "v",
  groupId: "g",
  groupName: "g",
  type: "Bulk",
  state: "inTransfer",
  phase: "baseSync",
  progressRatio: 0.5,
  rateBytesPerSecond: 1,
  bytesTransferred: 50,
  bytesTotal: 100,
  etaSeconds: 10,
  waitingReason: null,
  message: null,
};
const slot: BoardMessage = { code: "waiting.limit", values: { id: "bulkPerMesh", owner: "mesh" } };
const waits: BoardRow = { ...ROW, state: "queued", progressRatio: 0, waitingReason: slot };
const failed: BoardRow = {
  ...ROW,
  state: "error",
  progressRatio: 0,
  message: { code: "sharedBus", values: {} },
};

describe("why VMs wait", () => {
  it("is counted by reason, most VMs first", () => {
    const reasons = boardReasonsOf([ROW, waits, waits, failed]);
    expect(reasons.map(({ kind, count }) => [kind, count])).toEqual([
      ["waiting", 2],
      ["attention", 1],
    ]);
    expect(reasons[0]?.key).toBe(reasonKeyOf(waits));
    expect(reasonKeyOf(ROW)).toBeNull();
  });

  it("tells the limits of two meshes apart", () => {
    const other = { ...slot, values: { ...slot.values, owner: "mesh-2" } };
    expect(boardReasonsOf([waits, { ...waits, waitingReason: other }])).toHaveLength(2);
  });
});

describe("the progress of a board", () => {
  const done: BoardRow = { ...ROW, state: "completed", progressRatio: 1 };

  it("never counts a VM that failed as migrated", () => {
    // (1 + 1 + 0 + 0.5) / 4
    expect(progressOf([done, done, failed, ROW]).progressRatio).toBe(0.625);
    expect(progressOf([done, failed]).progressRatio).toBe(0.5);
  });

  it("leaves out what was cancelled, and knows nothing where all was", () => {
    const cancelled: BoardRow = { ...ROW, state: "cancelled" };
    expect(progressOf([done, cancelled]).progressRatio).toBe(1);
    expect(progressOf([cancelled]).progressRatio).toBeNull();
  });
});
