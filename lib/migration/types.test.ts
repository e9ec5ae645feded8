import { describe, expect, it } from "vitest";
import { downtimeAt, migrationStateAt } from "./state-at";
import { GB, indexOf, LINK, run, scenarioOf, staysOf, vmOf } from "./testing/small-scenario";
import type { MigrationTimeline } from "./timeline";

// 10 GB of disk and 4 GB of memory at 100 MB/s: 100 s and 40 s. The guest changes 1 MB/s of disk and 10 MB/s
// of memory. Steps last as the parameters say: validation 5, placeholder 60, shutdown 60 (Linux 30),
// consolidation 30 and 1 s for each 500 MB, instantiation 45, power-on 60, clean-up 30; for relocations
// preparation 240, clean-up 150, stun 1.
const CHURNING = { changeRateBytesPerSecond: 1e6, memoryDirtyBytesPerSecond: 1e7 };

function expectStays(timeline: MigrationTimeline, expected: [string, number][], end: number): void {
  const stays = staysOf(timeline, "vm");
  expect(stays.map(([phase]) => phase)).toEqual([...expected.map(([phase]) => phase), "completed"]);
  expected.forEach(([phase, start], i) => {
    expect(stays[i]?.[1], phase).toBeCloseTo(start, 6);
  });
  expect(stays.at(-1)?.[1]).toBeCloseTo(end, 6);
}

function expectDowntime(timeline: MigrationTimeline, from: number, to: number): void {
  const { downtimes } = timeline;
  expect([...downtimes.startSeconds].map((s) => s.toFixed(6))).toEqual([from.toFixed(6)]);
  expect([...downtimes.endSeconds].map((s) => s.toFixed(6))).toEqual([to.toFixed(6)]);
  expect(downtimeAt(timeline, 0, timeline.endSeconds).seconds).toBeCloseTo(to - from, 6);
}

describe("Bulk", () => {
  it("is down from the guest's shutdown to the power-on at the target", () => {
    const timeline = run(scenarioOf([vmOf("vm", CHURNING)]));
    // Changed since the base sync began at 65 until the guest is off at 225: 160 MB, 1.6 s.
    expectStays(
      timeline,
      [
        ["validating", 0],
        ["placeholder", 5],
        ["baseSync", 65],
        ["guestShutdown", 165],
        ["finalSync", 225],
        ["consolidation", 226.6],
        ["instantiation", 226.6 + 30.32],
        ["powerOn", 301.92],
        ["cleanup", 361.92],
      ],
      391.92,
    );
    expectDowntime(timeline, 165, 361.92);
  });

  it("sends what changed every two hours until its window opens, then the rest with the guest off", () => {
    const timeline = run(
      scenarioOf([vmOf("vm", CHURNING)], {}, { group: { switchoverWindow: { start: 20_000 } } }),
    );
    // Syncs begin at 65, 7,265 and 14,465; each delta is 7,200 MB and takes 72 s. The final one is what
    // changed from 14,465 to 20,060: 5,595 MB, 55.95 s; consolidating it 30 + 11.19 s.
    expectStays(
      timeline,
      [
        ["validating", 0],
        ["placeholder", 5],
        ["baseSync", 65],
        ["waitingForSwitchover", 165],
        ["deltaSync", 7265],
        ["waitingForSwitchover", 7337],
        ["deltaSync", 14_465],
        ["waitingForSwitchover", 14_537],
        ["guestShutdown", 20_000],
        ["finalSync", 20_060],
        ["consolidation", 20_115.95],
        ["instantiation", 20_157.14],
        ["powerOn", 20_202.14],
        ["cleanup", 20_262.14],
      ],
      20_292.14,
    );
    expectDowntime(timeline, 20_000, 20_262.14);
  });

  it("upgrades hardware while the guest is down and Tools when it is up again", () => {
    const options = { upgradeHardware: true, upgradeVMTools: true };
    const timeline = run(scenarioOf([vmOf("vm", { guestFamily: "linux" })], { options }));
    expectStays(
      timeline,
      [
        ["validating", 0],
        ["placeholder", 5],
        ["baseSync", 65],
        ["guestShutdown", 165],
        ["consolidation", 195],
        ["hardwareUpgrade", 225],
        ["instantiation", 240],
        ["powerOn", 285],
        ["toolsUpgrade", 345],
        ["cleanup", 525],
      ],
      555,
    );
    expectDowntime(timeline, 165, 345);
  });

  it("causes no downtime and changes nothing where the VM is off", () => {
    const timeline = run(scenarioOf([vmOf("vm", { ...CHURNING, powerState: "poweredOff" })]));
    expectStays(
      timeline,
      [
        ["validating", 0],
        ["placeholder", 5],
        ["baseSync", 65],
        ["consolidation", 165],
        ["instantiation", 195],
        ["cleanup", 240],
      ],
      270,
    );
    expect(timeline.downtimes.startSeconds).toHaveLength(0);
  });

  it("removes snapshots first, once", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("vm", { snapshots: 3 })],
        {},
        {
          commands: [
            { kind: "cancel", atSeconds: 100, groupId: "group" },
            { kind: "retry", atSeconds: 200, groupId: "group" },
          ],
        },
      ),
    );
    const removals = staysOf(timeline, "vm").filter(([phase]) => phase === "snapshotRemoval");
    expect(removals).toEqual([["snapshotRemoval", 5, 65]]);
  });

  it("counts only what the guest has written, on all disks", () => {
    const disks = [
      { sizeBytes: 50 * GB, usedBytes: 3 * GB },
      { sizeBytes: 5 * GB, usedBytes: 1 * GB },
      { sizeBytes: 1 * GB },
    ];
    const timeline = run(scenarioOf([vmOf("vm", { disks })]));
    const baseSync = staysOf(timeline, "vm").find(([phase]) => phase === "baseSync");
    expect(baseSync).toEqual(["baseSync", 65, 115]);
    expect(migrationStateAt(timeline, 0, 90)).toMatchObject({
      bytesTransferred: 2.5 * GB,
      totalBytes: 5 * GB,
      rateBytesPerSecond: 1e8,
      // Base sync runs from 1 to 85 %: half of it is 43.
      percent: 43,
    });
  });
});

describe("Replication Assisted vMotion", () => {
  it("switches over by vMotion: memory and the last changes, with a stun for downtime", () => {
    const timeline = run(scenarioOf([vmOf("vm", CHURNING)], { type: "RAV" }));
    // First round: 4 GB and the 100 MB changed since 65, 41 s. Then 41 s x 11 MB/s = 451 MB, 4.51 s. What
    // changes meanwhile, 49.61 MB, fits into a stun of 1 s at 100 MB/s.
    expectStays(
      timeline,
      [
        ["validating", 0],
        ["placeholder", 5],
        ["baseSync", 65],
        ["relocate", 165],
        ["cleanup", 211.51],
      ],
      241.51,
    );
    expectDowntime(timeline, 210.51, 211.51);
  });
});

describe("vMotion", () => {
  const scenario = scenarioOf([vmOf("vm", CHURNING)], { type: "vMotion" });

  it("moves disks and memory while the guest runs, round by round, and stuns it once", () => {
    const timeline = run(scenario);
    // Rounds: 14 GB in 140 s; 1,540 MB in 15.4 s; 169.4 MB in 1.694 s; then 18.634 MB fit into the stun.
    expectStays(
      timeline,
      [
        ["validating", 0],
        ["placeholder", 5],
        ["relocate", 245],
        ["cleanup", 403.094],
      ],
      553.094,
    );
    expectDowntime(timeline, 402.094, 403.094);
  });

  it("never shows percent or bytes run backwards from round to round", () => {
    const timeline = run(scenario);
    let before = { percent: 0, bytes: 0 };
    for (let seconds = 0; seconds <= 560; seconds += 0.5) {
      const state = migrationStateAt(timeline, 0, seconds);
      const now = { percent: state?.percent ?? 0, bytes: state?.bytesTransferred ?? 0 };
      expect(now.percent).toBeGreaterThanOrEqual(before.percent);
      expect(now.bytes).toBeGreaterThanOrEqual(before.bytes - 1);
      before = now;
    }
    expect(before.percent).toBe(100);
  });

  it("stuns a guest that changes faster than it can be sent for as long as the rest takes", () => {
    const wild = { changeRateBytesPerSecond: 0, memoryDirtyBytesPerSecond: 2e8 };
    const timeline = run(scenarioOf([vmOf("vm", wild)], { type: "vMotion" }));
    // After 140 s all 4 GB of memory are dirty again, after 40 s once more: no progress, 40 s of stun.
    expectDowntime(timeline, 245 + 140 + 40, 245 + 140 + 40 + 40);
    expect(timeline.events.some(({ code }) => code === "neverConverges")).toBe(true);
  });
});

describe("Cold", () => {
  it("is down from its shutdown until all has been copied and it is on again", () => {
    const timeline = run(scenarioOf([vmOf("vm", CHURNING)], { type: "Cold" }));
    expectStays(
      timeline,
      [
        ["validating", 0],
        ["placeholder", 5],
        ["guestShutdown", 245],
        ["relocate", 305],
        ["powerOn", 405],
        ["cleanup", 465],
      ],
      615,
    );
    expectDowntime(timeline, 245, 465);
  });

  it("causes no downtime where the VM is off", () => {
    const timeline = run(scenarioOf([vmOf("vm", { powerState: "poweredOff" })], { type: "Cold" }));
    expectStays(
      timeline,
      [
        ["validating", 0],
        ["placeholder", 5],
        ["relocate", 245],
        ["cleanup", 345],
      ],
      495,
    );
    expect(timeline.downtimes.startSeconds).toHaveLength(0);
  });
});

describe("OS Assisted", () => {
  it("is down from halting the guest's services through the fix-up at the target", () => {
    const timeline = run(scenarioOf([vmOf("vm", CHURNING)], { type: "OsAssistedMigration" }));
    expectStays(
      timeline,
      [
        ["validating", 0],
        ["placeholder", 5],
        ["baseSync", 65],
        ["guestShutdown", 165],
        ["finalSync", 225],
        ["fixUp", 226.6],
        ["powerOn", 1126.6],
        ["cleanup", 1186.6],
      ],
      1216.6,
    );
    expectDowntime(timeline, 165, 1186.6);
  });

  it("takes three times as long to fix up with antivirus, and fails on a filesystem it cannot adapt", () => {
    const slow = run(
      scenarioOf([vmOf("vm", { antivirus: true })], { type: "OsAssistedMigration" }),
    );
    const stay = staysOf(slow, "vm").find(([phase]) => phase === "fixUp");
    expect((stay?.[2] ?? 0) - (stay?.[1] ?? 0)).toBe(2700);
    const failing = run(
      scenarioOf([vmOf("vm", { unsupportedFilesystem: true })], { type: "OsAssistedMigration" }),
    );
    expect(failing.events.some(({ code }) => code === "osamFixUpFailed")).toBe(true);
  });
});

describe("HCX Assisted vMotion", () => {
  it("goes from host to host, past the appliance and its tunnel", () => {
    const more = { meshes: [{ id: "mesh", ixBytesPerSecond: 1 }], links: [LINK] };
    const timeline = run(scenarioOf([vmOf("vm")], { type: "AssistedvMotion" }, more));
    expectStays(
      timeline,
      [
        ["validating", 0],
        ["placeholder", 5],
        ["relocate", 245],
        ["cleanup", 386],
      ],
      536,
    );
    expect(indexOf(timeline, "vm")).toBe(0);
  });

  it("is refused before HCX 4.10", () => {
    const timeline = run(
      scenarioOf([vmOf("vm")], { type: "AssistedvMotion" }, { hcxVersion: "4.9" }),
    );
    expect(timeline.events.some(({ code }) => code === "typeUnsupportedByVersion")).toBe(true);
  });
});
