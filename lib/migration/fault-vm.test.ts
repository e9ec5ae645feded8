import { describe, expect, it } from "vitest";
import type { MigrationType } from "@/lib/hcx/migration-types";
import type { Fault } from "./fault-schema";
import type { ScenarioInput } from "./schema";
import { downtimeAt } from "./state-at";
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
import { strike } from "./testing/strike";

describe("a snapshot", () => {
  const fault: Fault = { fault: "snapshotTaken", vmIds: ["vm"] };

  it("taken while bytes are sent fails the migration (F1)", () => {
    for (const type of ["Bulk", "RAV", "vMotion", "Cold"] as const) {
      const timeline = strike(fault, 50, type);
      expect(outcomeOf(timeline, "vm")).toEqual({ phase: "failed", seconds: 50 });
      expect(codesOf(timeline, "vm")).toContain("snapshotDuringMigration");
    }
  });

  it("taken before the start or once the source is no longer read does nothing", () => {
    expect(outcomeOf(strike(fault, 50, "Bulk", { ...bare, group: { goAt: 60 } }), "vm").phase).toBe(
      "completed",
    );
    // Steps as by default: consolidation from 225 on.
    expect(outcomeOf(strike(fault, 230, "Bulk", {}), "vm").phase).toBe("completed");
  });

  it("of a backup job fails what runs, and what starts while the job lasts", () => {
    const backup: Fault = { fault: "backupJob", vmIds: ["vm"], durationSeconds: 600 };
    expect(outcomeOf(strike(backup, 50), "vm")).toEqual({ phase: "failed", seconds: 50 });
    const later = { ...bare, group: { goAt: 400 } };
    expect(outcomeOf(strike(backup, 50, "Bulk", later), "vm")).toEqual({
      phase: "failed",
      seconds: 400,
    });
    const after = { ...bare, group: { goAt: 651 } };
    expect(outcomeOf(strike(backup, 50, "Bulk", after), "vm").phase).toBe("completed");
  });

  it("of the VM's own backup job comes every night at its local time", () => {
    // 22:00 in Seoul is 13:00 UTC. The base sync takes 36,000 s from 04:00 UTC to 14:00.
    const timeline = run(
      scenarioOf(
        [
          vmOf("vm", {
            disks: [{ sizeBytes: 3600 * GB }],
            backup: { startLocalTime: "22:00", durationSeconds: 3600 },
          }),
        ],
        {},
        { ...bare, startTime: "2026-01-05T04:00:00Z", timeZone: "Asia/Seoul" },
      ),
    );
    expect(outcomeOf(timeline, "vm")).toEqual({ phase: "failed", seconds: 9 * 3600 });
  });
});

describe("a guest that refuses its shutdown", () => {
  const hanging = vmOf("vm", { refusesShutdown: true });

  it("fails the switchover after the time-out, still up at the source (F3)", () => {
    const timeline = run(scenarioOf([hanging]));
    expect(outcomeOf(timeline, "vm")).toEqual({ phase: "failed", seconds: 165 + 600 });
    expect(codesOf(timeline, "vm")).toEqual(["guestRefusedShutdown"]);
    expect(timeline.downtimes.startSeconds).toHaveLength(0);
  });

  it("is powered off after the time-out with Force Power-off", () => {
    const timeline = run(scenarioOf([hanging], { options: { forcePowerOffVm: true } }));
    // 600 s of waiting are no downtime: 10 s of power-off, 30 + 45 + 60 until it is on again.
    expect(outcomeOf(timeline, "vm")).toEqual({ phase: "completed", seconds: 940 });
    expect(downtimeAt(timeline, 0, 2000).seconds).toBe(145);
  });

  it("can be powered off while HCX waits for it", () => {
    const timeline = run(
      scenarioOf(
        [hanging],
        {},
        {
          commands: [{ kind: "forcePowerOff", atSeconds: 300, groupId: "group" }],
        },
      ),
    );
    expect(outcomeOf(timeline, "vm")).toEqual({ phase: "completed", seconds: 300 + 10 + 165 });
  });

  it("that hangs in the middle of it is up until the time-out decides", () => {
    const timeline = strike({ fault: "guestRefusesShutdown", vmIds: ["vm"] }, 190, "Bulk", {});
    expect(outcomeOf(timeline, "vm")).toEqual({ phase: "failed", seconds: 765 });
    expect(downtimeAt(timeline, 0, 2000).seconds).toBe(25);
  });
});

describe("a VM", () => {
  it("a disk added during the switchover or a relocation is not noticed and fails it (F11)", () => {
    const fault: Fault = { fault: "diskAdded", vmIds: ["vm"] };
    const early = strike(fault, 100, "Bulk", {});
    expect(outcomeOf(early, "vm").phase).toBe("completed");
    expect(codesOf(early, "vm")).toEqual(["diskChanged"]);
    expect(outcomeOf(strike(fault, 180, "Bulk", {}), "vm").phase).toBe("failed");
    expect(outcomeOf(strike(fault, 50, "vMotion"), "vm").phase).toBe("failed");
  });

  it("a surge of changes multiplies what is sent, for as long as it lasts, and is over with it", () => {
    const surging = (group: object, commands: ScenarioInput["commands"]) =>
      run(
        scenarioOf(
          [vmOf("vm", { changeRateBytesPerSecond: 1e6 })],
          {},
          {
            parameters: { ...NOTHING_BUT_BYTES, rpoSeconds: 1000 },
            group,
            commands,
          },
        ),
      );
    const timeline = surging({ switchoverWindow: { start: 2500 } }, [
      {
        kind: "injectFault",
        atSeconds: 1200,
        fault: { fault: "churnSurge", vmIds: ["vm"], durationSeconds: 100, factor: 5 },
      },
    ]);
    // Delta at 1,000 s: 1,000 MB. At 2,000 s: 900 MB and 500 MB of the surge. Then 500 MB.
    const syncs = staysOf(timeline, "vm").filter(([phase]) => /deltaSync|finalSync/.test(phase));
    expect(syncs.map(([, start, end]) => Math.round(((end ?? 0) - start) * 1000) / 1000)).toEqual([
      10, 14, 5,
    ]);
  });

  it("a newer CPU without EVC fails vMotion and RAV's switchover, not Bulk (F9)", () => {
    const outcome = (type: MigrationType) =>
      outcomeOf(run(scenarioOf([vmOf("vm", { cpuCompatible: false })], { type }, bare)), "vm")
        .phase;
    expect(outcome("vMotion")).toBe("failed");
    expect(outcome("RAV")).toBe("failed");
    expect(outcome("Bulk")).toBe("completed");
    expect(outcome("Cold")).toBe("completed");
  });
});
