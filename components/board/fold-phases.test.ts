import { describe, expect, it } from "vitest";
import { foldPhases } from "./fold-phases";

const phase = (name: string, startSeconds: number, endSeconds: number | null, attempt = 1) => ({
  attempt,
  phase: name,
  startSeconds,
  endSeconds,
});

describe("the phases of a migration", () => {
  it("show a wait with its delta cycles as one entry with their number", () => {
    const folded = foldPhases([
      phase("baseSync", 0, 100),
      phase("deltaSync", 100, 110),
      phase("waitingForSwitchover", 110, 200),
      phase("deltaSync", 200, 205),
      phase("waitingForSwitchover", 205, 300),
      phase("guestShutdown", 300, 320),
    ]);
    expect(
      folded.map(({ phase: name, startSeconds, endSeconds, deltaSyncs }) => [
        name,
        startSeconds,
        endSeconds,
        deltaSyncs,
      ]),
    ).toEqual([
      ["baseSync", 0, 100, 0],
      ["waitingForSwitchover", 100, 300, 2],
      ["guestShutdown", 300, 320, 0],
    ]);
  });

  it("keep a wait open while it lasts, and attempts apart", () => {
    const folded = foldPhases([
      phase("waitingForSwitchover", 0, 10),
      phase("deltaSync", 10, 20),
      phase("waitingForSwitchover", 20, 30),
      phase("waitingForSwitchover", 40, 50, 2),
      phase("deltaSync", 50, 55, 2),
      phase("waitingForSwitchover", 55, null, 2),
    ]);
    expect(folded.map(({ attempt, endSeconds }) => [attempt, endSeconds])).toEqual([
      [1, 30],
      [2, null],
    ]);
  });

  it("leave everything else as it is", () => {
    const plain = [phase("deltaSync", 0, 5), phase("waitingForSwitchover", 5, 9)];
    expect(foldPhases(plain).map(({ deltaSyncs: _, ...rest }) => rest)).toEqual(plain);
  });
});
