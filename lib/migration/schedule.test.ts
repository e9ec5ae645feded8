import { describe, expect, it } from "vitest";
import { replicationLimit } from "@/lib/engine/replication";
import type { ScenarioInput } from "./schema";
import { utilisationSeries } from "./series";
import { endOf, migrationStateAt } from "./state-at";
import {
  bare,
  codesOf,
  GB,
  LINK,
  NOTHING_BUT_BYTES,
  outcomeOf,
  run,
  scenarioOf,
  staysOf,
  vmOf,
} from "./testing/small-scenario";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** 100 s of bytes with nothing else, so that a switchover ends when it begins. */
function switchoverAt(group: object, more: Partial<ScenarioInput> = {}): number | null {
  const timeline = run(scenarioOf([vmOf("vm")], {}, { ...bare, ...more, group }));
  return outcomeOf(timeline, "vm").phase === "completed" ? endOf(timeline, 0) : null;
}

describe("a switchover window", () => {
  it("is waited for", () => {
    expect(switchoverAt({ switchoverWindow: { start: 500, end: 600 } })).toBe(500);
    expect(switchoverAt({ switchoverWindow: { start: 50, end: 600 } })).toBe(100);
    expect(switchoverAt({ switchoverWindow: { start: 500 } })).toBe(500);
  });

  it("that ends before the base sync does leaves the migration parked, replicated and not failed", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("vm")],
        {},
        {
          ...bare,
          group: { switchoverWindow: { start: 10, end: 100 } },
        },
      ),
    );
    expect(outcomeOf(timeline, "vm")).toEqual({ phase: "windowMissed", seconds: 100 });
    expect(codesOf(timeline, "vm")).toEqual(["switchoverWindowMissed"]);
    expect(migrationStateAt(timeline, 0, 200)).toMatchObject({
      counterState: "warning",
      percent: 85,
      messageCode: "switchoverWindowMissed",
      waitingReason: { kind: "command", id: "reschedule", ownerId: null },
    });
  });

  it("that was missed can be rescheduled", () => {
    const switchoverWindow = { start: 900, end: 1000 };
    const timeline = run(
      scenarioOf(
        [vmOf("vm")],
        {},
        {
          ...bare,
          group: { switchoverWindow: { start: 10, end: 50 } },
          commands: [{ kind: "reschedule", atSeconds: 300, groupId: "group", switchoverWindow }],
        },
      ),
    );
    expect(outcomeOf(timeline, "vm")).toEqual({ phase: "completed", seconds: 900 });
  });

  it("bounds the start of a switchover, not its end", () => {
    const timeline = run(
      scenarioOf([vmOf("vm")], {}, { group: { switchoverWindow: { start: 500, end: 501 } } }),
    );
    expect(staysOf(timeline, "vm").find(([phase]) => phase === "guestShutdown")).toEqual([
      "guestShutdown",
      500,
      560,
    ]);
    expect(outcomeOf(timeline, "vm").phase).toBe("completed");
  });

  it("that ends while RAV waits for its turn parks those whose turn did not come", () => {
    const vms = ["a", "b", "c"].map((id) => vmOf(id));
    const timeline = run(
      scenarioOf(
        vms,
        { type: "RAV" },
        {
          parameters: { ...NOTHING_BUT_BYTES, stunSeconds: 0 },
          group: { switchoverWindow: { start: 1000, end: 1060 } },
        },
      ),
    );
    // 4 GB of memory take 40 s each: turns at 1000 and 1040; the third would be at 1080.
    expect(["a", "b", "c"].map((vm) => outcomeOf(timeline, vm))).toEqual([
      { phase: "completed", seconds: 1040 },
      { phase: "completed", seconds: 1080 },
      { phase: "windowMissed", seconds: 1060 },
    ]);
  });

  it("does not apply to vMotion and Cold, which start at once", () => {
    for (const type of ["vMotion", "Cold"] as const) {
      const group = { switchoverWindow: { start: DAY }, transferStart: DAY };
      const timeline = run(scenarioOf([vmOf("vm")], { type }, { ...bare, group }));
      expect(endOf(timeline, 0)).toBeLessThan(200);
    }
  });
});

describe("a transfer start", () => {
  it("is waited for before a slot is taken", () => {
    const timeline = run(scenarioOf([vmOf("vm")], {}, { ...bare, group: { transferStart: 700 } }));
    expect(staysOf(timeline, "vm")).toEqual([
      ["queued", 0, 700],
      ["baseSync", 700, 800],
      ["completed", 800, null],
    ]);
    expect(migrationStateAt(timeline, 0, 300)?.waitingReason?.kind).toBe("transferStart");
  });
});

describe("local times", () => {
  const berlin = { startTime: "2026-03-28T12:00:00Z", timeZone: "Europe/Berlin" };

  it("are read in the scenario's zone, daylight saving included", () => {
    // Noon UTC is 13:00 in Berlin. On 29 March 2026 clocks go from 02:00 to 03:00.
    const start = (local: string) => switchoverAt({ switchoverWindow: { start: local } }, berlin);
    expect(start("2026-03-28T20:00")).toBe(7 * HOUR);
    expect(start("2026-03-29T01:30")).toBe(12.5 * HOUR);
    expect(start("2026-03-29T03:30")).toBe(13.5 * HOUR);
    // 02:30 does not exist that night: it means 03:30 by the new clock.
    expect(start("2026-03-29T02:30")).toBe(13.5 * HOUR);
    expect(start("2026-03-29T13:00")).toBe(23 * HOUR);
  });

  it("that come twice mean the first", () => {
    // On 25 October 2026 clocks go from 03:00 back to 02:00; 02:30 is 00:30 UTC, then 01:30 UTC.
    const autumn = { startTime: "2026-10-24T12:00:00Z", timeZone: "Europe/Berlin" };
    expect(switchoverAt({ switchoverWindow: { start: "2026-10-25T02:30" } }, autumn)).toBe(
      12.5 * HOUR,
    );
  });

  it("may carry an offset instead", () => {
    const start = "2026-03-28T23:00:00+09:00";
    expect(switchoverAt({ switchoverWindow: { start } }, berlin)).toBe(2 * HOUR);
  });
});

describe("a link's capacity", () => {
  it("leaves business hours to others, by the local clock and through daylight saving", () => {
    // 27 March 2026 is a Friday. From 16:00 in Berlin two hours of half the link until 18:00, then all of it.
    const links = [{ ...LINK, reservations: [{ reservedRatio: 0.5 }] }];
    const timeline = run(
      scenarioOf(
        [vmOf("vm", { disks: [{ sizeBytes: 720 * GB }] })],
        {},
        {
          ...bare,
          links,
          startTime: "2026-03-27T15:00:00Z",
          timeZone: "Europe/Berlin",
        },
      ),
    );
    // 2 h at 50 MB/s are 360 GB, the other 360 GB take 1 h at 100 MB/s.
    expect(endOf(timeline, 0)).toBeCloseTo(3 * HOUR, 6);
    const series = utilisationSeries(timeline, "link", "link", 0, 3 * HOUR, 3);
    expect(series.map(({ rateBytesPerSecond }) => Math.round(rateBytesPerSecond))).toEqual([
      5e7, 5e7, 1e8,
    ]);
    for (const { utilisationRatio } of series) expect(utilisationRatio).toBeCloseTo(1, 9);
  });

  it("is reserved all week long where reservations follow each other without a gap", () => {
    const always = { days: [0, 1, 2, 3, 4, 5, 6], startLocalTime: "00:00", endLocalTime: "24:00" };
    const timeline = run(
      scenarioOf(
        [vmOf("vm", { disks: [{ sizeBytes: 3 * 4320 * GB }] })],
        {},
        {
          ...bare,
          links: [{ ...LINK, reservations: [{ ...always, reservedRatio: 0.5 }] }],
        },
      ),
    );
    // 4,320 GB a day at 50 MB/s.
    expect(endOf(timeline, 0)).toBeCloseTo(3 * DAY, 3);
  });

  it("drops and comes back as planned", () => {
    const links = [
      {
        ...LINK,
        degradations: [{ startSeconds: 20, durationSeconds: 40, capacityRatio: 0.25 }],
        outages: [{ startSeconds: 80, durationSeconds: 100 }],
      },
    ];
    const timeline = run(scenarioOf([vmOf("vm")], {}, { ...bare, links }));
    // 2 GB by 20 s, 1 GB by 60 s, 2 GB by 80 s, nothing until 180 s, 5 GB in 50 s.
    expect(endOf(timeline, 0)).toBeCloseTo(230, 6);
  });

  it("can be edited while transfers run", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("vm")],
        {},
        {
          ...bare,
          commands: [
            { kind: "editLink", atSeconds: 50, linkId: "link", capacityBytesPerSecond: 5e7 },
          ],
        },
      ),
    );
    expect(endOf(timeline, 0)).toBeCloseTo(150, 6);
  });
});

describe("deltas", () => {
  // Case I: 500 GiB over 1 Gbit/s, 0.2 Gbit/s rewritten; every round sends what the last one dirtied.
  const volume = {
    volumeBytes: 500 * 2 ** 30,
    rateBytesPerSecond: 1.25e8,
    dirtyBytesPerSecond: 2.5e7,
  };
  const scenario = (dirtyBytesPerSecond: number, windowSeconds: number) =>
    scenarioOf(
      [
        vmOf("vm", {
          disks: [{ sizeBytes: volume.volumeBytes }],
          changeRateBytesPerSecond: dirtyBytesPerSecond,
        }),
      ],
      {},
      {
        parameters: { ...NOTHING_BUT_BYTES, rpoSeconds: 1 },
        links: [{ id: "link", capacityBytesPerSecond: volume.rateBytesPerSecond }],
        group: { switchoverWindow: { start: windowSeconds } },
      },
    );

  it("of back-to-back rounds end when the closed form says (case I)", () => {
    const timeline = run(scenario(volume.dirtyBytesPerSecond, 6000));
    const ends = staysOf(timeline, "vm").flatMap(([phase, , end]) =>
      phase === "baseSync" || phase === "deltaSync" ? [end ?? Number.NaN] : [],
    );
    [4294.967, 5153.961, 5325.759, 5360.119, 5366.991].forEach((expected, round) => {
      expect(Math.abs((ends[round] ?? 0) / expected - 1)).toBeLessThan(1e-6);
    });
    expect(replicationLimit(volume)).toMatchObject({ limitSeconds: expect.closeTo(5368.70912, 5) });
  });

  it("that never shrink are reported, not looped over silently", () => {
    const timeline = run(scenario(volume.rateBytesPerSecond, DAY));
    expect(codesOf(timeline, "vm")).toContain("neverConverges");
  });

  it("longer than the recovery point objective are reported", () => {
    // 9 GB a round of 120 s at 100 MB/s, within an RPO of 60 s: violated, yet shrinking.
    const timeline = run(
      scenarioOf(
        [vmOf("vm", { changeRateBytesPerSecond: 9e7 })],
        {},
        {
          parameters: { ...NOTHING_BUT_BYTES, rpoSeconds: 60 },
          group: { switchoverWindow: { start: 5000 } },
        },
      ),
    );
    expect(codesOf(timeline, "vm")).toContain("rpoViolation");
  });

  it("count a block once however often it is rewritten", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("vm", { changeRateBytesPerSecond: 1e7, changeWorkingSetRatio: 0.1 })],
        {},
        {
          ...bare,
          group: { switchoverWindow: { start: 7300 } },
        },
      ),
    );
    // 7,200 s at 10 MB/s would be 72 GB; the working set is 1 GB, 10 s.
    const delta = staysOf(timeline, "vm").find(([phase]) => phase === "deltaSync");
    expect(delta).toEqual(["deltaSync", 7200, 7210]);
  });
});
