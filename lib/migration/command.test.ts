import { describe, expect, it } from "vitest";
import type { ScenarioInput } from "./schema";
import { payloadBytesBetween } from "./series";
import { downtimeAt, endOf, migrationStateAt } from "./state-at";
import {
  bare,
  codesOf,
  GB,
  NOTHING_BUT_BYTES,
  outcomeOf,
  run,
  scenarioOf,
  staysOf,
  vmOf,
} from "./testing/small-scenario";
import type { MigrationTimeline } from "./timeline";

type Commands = NonNullable<ScenarioInput["commands"]>;

const group = { groupId: "group" };

function answersOf(timeline: MigrationTimeline): string[] {
  return timeline.events.flatMap(({ kind, seconds, subject }) =>
    kind.startsWith("command") ? [`${seconds} ${kind} ${subject}`] : [],
  );
}

describe("Go", () => {
  it("starts a draft, in whole or in part, and once", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("a"), vmOf("b"), vmOf("c")],
        {},
        {
          ...bare,
          group: { goAt: null },
          commands: [
            { kind: "startGroup", atSeconds: 10, ...group, vmIds: ["a"] },
            { kind: "startGroup", atSeconds: 200, ...group, vmIds: ["a", "b"] },
          ],
        },
      ),
    );
    expect(endOf(timeline, 0)).toBe(110);
    expect(endOf(timeline, 1)).toBe(300);
    expect(outcomeOf(timeline, "c")).toEqual({ phase: "draft", seconds: 0 });
    expect(answersOf(timeline)).toEqual([
      "10 command startGroup",
      "200 commandRefused startGroup",
      "200 command startGroup",
    ]);
  });
});

describe("Cancel", () => {
  it("stops a transfer, rolls back and lets the next one start", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("a"), vmOf("b")],
        {},
        {
          ...bare,
          limits: { bulkPerMesh: 1 },
          commands: [{ kind: "cancel", atSeconds: 30, ...group, vmIds: ["a"] }],
        },
      ),
    );
    expect(outcomeOf(timeline, "a")).toEqual({ phase: "cancelled", seconds: 30 });
    expect(endOf(timeline, 1)).toBe(130);
    expect(migrationStateAt(timeline, 0, 500)).toMatchObject({
      counterState: "cancelled",
      rateBytesPerSecond: 0,
      bytesTransferred: 3 * GB,
      messageCode: "cancelledByUser",
    });
  });

  it("in the switchover brings the guest up again at the source", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("vm")],
        {},
        {
          commands: [{ kind: "cancel", atSeconds: 200, ...group }],
        },
      ),
    );
    // Down from 165; roll-back and power-on take a minute each.
    expect(downtimeAt(timeline, 0, 1000)).toEqual({ seconds: 35 + 120, isDown: false });
  });

  it("comes too late once the VM runs at the target, and for what has ended", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("vm")],
        {},
        {
          commands: [
            { kind: "cancel", atSeconds: 370, ...group },
            { kind: "cancel", atSeconds: 1000, ...group },
          ],
        },
      ),
    );
    expect(outcomeOf(timeline, "vm").phase).toBe("completed");
    expect(answersOf(timeline)).toEqual([
      "370 commandRefused cancel",
      "1000 commandRefused cancel",
    ]);
  });
});

describe("Retry", () => {
  const failAt50AndRetry = (options: object, retry: object): MigrationTimeline => {
    const commands: Commands = [
      { kind: "injectFault", atSeconds: 50, fault: { fault: "snapshotTaken", vmIds: ["vm"] } },
      { kind: "retry", atSeconds: 100, ...group, ...retry },
    ];
    return run(scenarioOf([vmOf("vm")], { options }, { ...bare, commands }));
  };

  it("begins from nothing where no seed was kept, though it asks for one", () => {
    const timeline = failAt50AndRetry({}, {});
    expect(endOf(timeline, 0)).toBe(200);
    expect(payloadBytesBetween(timeline, 0, 0, 1000)).toBeCloseTo(15 * GB, 3);
    expect(migrationStateAt(timeline, 0, 150)).toMatchObject({
      attempt: 2,
      bytesTransferred: 5 * GB,
    });
  });

  it("compares a seed that was kept, which is slower than copying it was, and sends the rest", () => {
    const timeline = failAt50AndRetry({ enableSeedCheckpoint: true }, {});
    // 5 GB compared at 90 MB/s: 55.556 s. The other 5 GB take 50 s.
    expect(staysOf(timeline, "vm").slice(-3)).toEqual([
      ["checksum", 100, expect.closeTo(155.555_556, 5)],
      ["baseSync", expect.closeTo(155.555_556, 5), expect.closeTo(205.555_556, 5)],
      ["completed", expect.closeTo(205.555_556, 5), null],
    ]);
    expect(codesOf(timeline, "vm")).toContain("seedChecksum");
  });

  it("sends what has changed of a seed again", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("vm", { changeRateBytesPerSecond: 1e6 })],
        { options: { enableSeedCheckpoint: true } },
        {
          parameters: { ...NOTHING_BUT_BYTES, checksumBytesPerSecond: 1e12 },
          commands: [
            { kind: "cancel", atSeconds: 50, ...group },
            { kind: "retry", atSeconds: 1050, ...group },
          ],
        },
      ),
    );
    // 5 GB are missing, and 1,050 s x 1 MB/s have changed since the first sync began.
    const [, start = 0, end] = staysOf(timeline, "vm").findLast(([p]) => p === "baseSync") ?? [];
    expect((end ?? 0) - start).toBeCloseTo(60.5, 1);
  });

  it("does not use a seed that is not asked for", () => {
    const timeline = failAt50AndRetry(
      { enableSeedCheckpoint: true },
      { enableSeedCheckpoint: false },
    );
    expect(endOf(timeline, 0)).toBe(200);
  });

  it("takes other options, with which it may pass where it failed", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("vm", { toolsRunning: false })],
        {},
        { ...bare, commands: [{ kind: "retry", atSeconds: 10, ...group, forcePowerOffVm: true }] },
      ),
    );
    expect(codesOf(timeline, "vm")).toEqual(["toolsNotRunning"]);
    expect(endOf(timeline, 0)).toBe(120);
  });

  it("is refused for what runs or is complete", () => {
    const commands: Commands = [
      { kind: "retry", atSeconds: 50, ...group },
      { kind: "retry", atSeconds: 500, ...group },
    ];
    const timeline = run(scenarioOf([vmOf("vm")], {}, { ...bare, commands }));
    expect(answersOf(timeline)).toEqual(["50 commandRefused retry", "500 commandRefused retry"]);
  });
});

describe("Reschedule", () => {
  const reschedule = (atSeconds: number, window: object | null): Commands[number] => ({
    kind: "reschedule",
    atSeconds,
    ...group,
    switchoverWindow: window as { start: number },
  });
  const endWith = (...commands: Commands) => {
    const window = { switchoverWindow: { start: 1000 } };
    return endOf(run(scenarioOf([vmOf("vm")], {}, { ...bare, group: window, commands })), 0);
  };

  it("moves the window of what waits for it, of what still syncs, and of what has not begun", () => {
    expect(endWith(reschedule(500, { start: 2000 }))).toBe(2000);
    expect(endWith(reschedule(500, { start: 700 }))).toBe(700);
    expect(endWith(reschedule(50, { start: 3000 }))).toBe(3000);
    expect(endWith(reschedule(500, null))).toBe(500);
    expect(endWith(reschedule(0, { start: 400 }))).toBe(400);
  });

  it("to a window that has passed parks the migration", () => {
    expect(endWith(reschedule(500, { start: 100, end: 200 }))).toBe(500);
    const commands = [reschedule(500, { start: 100, end: 200 }), reschedule(600, { start: 800 })];
    expect(endWith(...commands)).toBe(800);
  });

  it("comes too late once the switchover has begun", () => {
    const timeline = run(
      scenarioOf([vmOf("vm")], {}, { commands: [reschedule(200, { start: 2000 })] }),
    );
    expect(answersOf(timeline)).toEqual(["200 commandRefused reschedule"]);
    expect(endOf(timeline, 0)).toBe(361 - 1 + 30);
  });
});
