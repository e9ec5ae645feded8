import { describe, expect, it } from "vitest";
import type { Fault } from "./fault-schema";
import type { MigrationType, ScenarioInput } from "./schema";
import { downtimeAt, endOf, migrationStateAt } from "./state-at";
import {
  codesOf,
  GB,
  NOTHING_BUT_BYTES,
  outcomeOf,
  run,
  scenarioOf,
  staysOf,
  vmOf,
} from "./testing/small-scenario";

const bare = { parameters: NOTHING_BUT_BYTES };

/** 100 s of base sync and then at once the switchover, unless more is said; one fault at one time. */
function strike(
  fault: Fault,
  atSeconds: number,
  type: MigrationType = "Bulk",
  more: Parameters<typeof scenarioOf>[2] = bare,
) {
  const commands: ScenarioInput["commands"] = [{ kind: "injectFault", atSeconds, fault }];
  return run(scenarioOf([vmOf("vm")], { type }, { ...more, commands }));
}

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

describe("a tunnel that is down", () => {
  const fault: Fault = { fault: "tunnelDown", meshId: "mesh", durationSeconds: 300 };

  it("holds replication up for as long, and nothing more", () => {
    const timeline = strike(fault, 50);
    expect(endOf(timeline, 0)).toBeCloseTo(400, 6);
    expect(migrationStateAt(timeline, 0, 200)?.rateBytesPerSecond).toBe(0);
    expect(migrationStateAt(timeline, 0, 200)?.bytesTransferred).toBeCloseTo(5 * GB, 3);
  });

  it("fails a relocation once it has stood still for two minutes (F14)", () => {
    const timeline = strike(fault, 50, "vMotion");
    expect(outcomeOf(timeline, "vm")).toEqual({ phase: "failed", seconds: 170 });
    expect(codesOf(timeline, "vm")).toEqual(["tunnelDown"]);
    expect(outcomeOf(strike({ ...fault, durationSeconds: 100 }, 50, "vMotion"), "vm").phase).toBe(
      "completed",
    );
  });

  it("gives a relocation that begins meanwhile its two minutes too", () => {
    const group = { goAt: 100 };
    const timeline = strike(fault, 50, "vMotion", { ...bare, group });
    expect(outcomeOf(timeline, "vm")).toEqual({ phase: "failed", seconds: 220 });
  });

  it("does not concern Assisted vMotion, which an outage of the link does", () => {
    expect(outcomeOf(strike(fault, 50, "AssistedvMotion"), "vm").phase).toBe("completed");
    const links = [
      {
        id: "link",
        capacityBytesPerSecond: 1e8,
        outages: [{ startSeconds: 50, durationSeconds: 300 }],
      },
    ];
    const timeline = run(scenarioOf([vmOf("vm")], { type: "AssistedvMotion" }, { ...bare, links }));
    expect(outcomeOf(timeline, "vm")).toEqual({ phase: "failed", seconds: 170 });
  });

  it("may be down twice at once, and is up when both are over", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("vm")],
        {},
        {
          ...bare,
          commands: [
            { kind: "injectFault", atSeconds: 50, fault },
            { kind: "injectFault", atSeconds: 150, fault },
          ],
        },
      ),
    );
    // Down from 50 to 450.
    expect(endOf(timeline, 0)).toBeCloseTo(500, 6);
  });
});

describe("a link that is degraded", () => {
  it("carries its share for as long as it lasts", () => {
    const timeline = strike(
      { fault: "linkDegraded", linkId: "link", durationSeconds: 100, capacityRatio: 0.2 },
      50,
    );
    // 5 GB by 50 s, 2 GB by 150 s, 3 GB in 30 s.
    expect(endOf(timeline, 0)).toBeCloseTo(180, 6);
  });
});

describe("a restart of the source vCenter", () => {
  const fault: Fault = { fault: "sourceVcenterReboot", durationSeconds: 300 };

  it("leaves transfers alone and holds the switchover until it is back (F13)", () => {
    const timeline = strike(fault, 50);
    // Back at 350, connected again a minute later.
    expect(endOf(timeline, 0)).toBe(410);
    expect(migrationStateAt(timeline, 0, 200)?.waitingReason).toMatchObject({
      kind: "resource",
      id: "sourceVcenter",
    });
  });

  it("fails a switchover and a relocation that are under way", () => {
    expect(outcomeOf(strike(fault, 180, "Bulk", {}), "vm")).toEqual({
      phase: "failed",
      seconds: 180,
    });
    expect(codesOf(strike(fault, 50, "vMotion"), "vm")).toContain("sourceVcenterRebooted");
  });

  it("brings a guest up again at the source that was down for the switchover", () => {
    const timeline = strike(fault, 180, "Bulk", {});
    // Down from 165; roll-back 60 and power-on 60 after 180.
    expect(downtimeAt(timeline, 0, 2000).seconds).toBe(135);
  });

  it("holds vMotion and RAV's turns up, and Bulk transfers not", () => {
    const vms = ["hot", "turn 1", "turn 2", "bulk"].map((id) => vmOf(id));
    const timeline = run(
      scenarioOf(
        vms,
        {},
        {
          parameters: { ...NOTHING_BUT_BYTES, stunSeconds: 0 },
          commands: [{ kind: "injectFault", atSeconds: 0, fault }],
          groups: [
            { id: "hot", goAt: 10, migrations: [{ vmId: "hot", type: "vMotion" }] },
            { id: "bulk", goAt: 20, migrations: [{ vmId: "bulk" }] },
            {
              id: "rav",
              migrations: ["turn 1", "turn 2"].map((vmId) => ({ vmId, type: "RAV" as const })),
            },
          ],
        },
      ),
    );
    const first = (vm: string, phase: string) =>
      staysOf(timeline, vm).find(([name]) => name === phase)?.[1];
    expect(first("hot", "relocate")).toBe(360);
    expect(first("bulk", "baseSync")).toBe(20);
    expect(first("turn 1", "relocate")).toBe(360);
  });
});

describe("a full datastore", () => {
  const onStore = [vmOf("a"), vmOf("b"), vmOf("c")].map((vm) => ({
    ...vm,
    targetDatastoreId: "store",
  }));

  it("fails what no longer fits when its placeholder is made (F10)", () => {
    // 10 GB and a tenth for the replica instance each: 22 GB hold two.
    const timeline = run(
      scenarioOf(
        onStore,
        {},
        {
          ...bare,
          targetDatastores: [{ id: "store", freeBytes: 22 * GB, writeBytesPerSecond: 1e12 }],
        },
      ),
    );
    expect(["a", "b", "c"].map((vm) => outcomeOf(timeline, vm).phase)).toEqual([
      "completed",
      "completed",
      "failed",
    ]);
    expect(codesOf(timeline, "c")).toEqual(["targetDatastoreFull"]);
  });

  it("fails migrations that write when others take the space, until the rest fits", () => {
    const fault: Fault = { fault: "targetDatastoreFilled", datastoreId: "store", bytes: 8 * GB };
    const timeline = run(
      scenarioOf(
        onStore,
        {},
        {
          ...bare,
          targetDatastores: [{ id: "store", freeBytes: 40 * GB, writeBytesPerSecond: 1e12 }],
          commands: [{ kind: "injectFault", atSeconds: 50, fault }],
        },
      ),
    );
    // 7 GB were left; one migration gives 11 GB back.
    const failed = ["a", "b", "c"].filter((vm) => outcomeOf(timeline, vm).phase === "failed");
    expect(failed).toEqual(["c"]);
  });

  describe("to the last byte, for a time", () => {
    const targetDatastores = [{ id: "store", writeBytesPerSecond: 1e12 }];
    const full: Fault = {
      fault: "targetDatastoreFull",
      datastoreId: "store",
      durationSeconds: 600,
    };
    const oneOnStore = { ...vmOf("vm"), targetDatastoreId: "store" };
    const fillAt = (
      atSeconds: number,
      type: MigrationType,
      more: Parameters<typeof scenarioOf>[2] = {},
      vm = oneOnStore,
    ) => {
      const commands: ScenarioInput["commands"] = [{ kind: "injectFault", atSeconds, fault: full }];
      return run(scenarioOf([vm], { type }, { ...bare, targetDatastores, commands, ...more }));
    };

    it("fails what writes there, whatever is known of its free space", () => {
      // 10 GB at 100 MB/s take 100 s.
      for (const type of ["Bulk", "RAV", "vMotion", "Cold"] as const) {
        const timeline = fillAt(50, type);
        expect(outcomeOf(timeline, "vm")).toEqual({ phase: "failed", seconds: 50 });
        expect(codesOf(timeline, "vm")).toEqual(["targetDatastoreFull"]);
      }
    });

    it("fails what would begin to write meanwhile, and nothing after it is over", () => {
      expect(outcomeOf(fillAt(50, "Bulk", { group: { goAt: 200 } }), "vm")).toEqual({
        phase: "failed",
        seconds: 200,
      });
      const later = fillAt(50, "Bulk", { group: { goAt: 650 } });
      expect(outcomeOf(later, "vm")).toEqual({ phase: "completed", seconds: 750 });
    });

    it("leaves a replica alone that waits, until its next delta is due within it", () => {
      // The base sync ends at 100 s; the next cycle is 2 h after it began, the window opens after a day.
      const group = { switchoverWindow: { start: 86_400 } };
      const busy = { ...oneOnStore, changeRateBytesPerSecond: 1e5 };
      expect(outcomeOf(fillAt(1_000, "Bulk", { group }, busy), "vm").phase).toBe("completed");
      expect(outcomeOf(fillAt(7_000, "Bulk", { group }, busy), "vm")).toEqual({
        phase: "failed",
        seconds: 7_200,
      });
    });

    it("leaves another datastore's migrations alone", () => {
      const stores = [...targetDatastores, { id: "other" }];
      const other = { ...vmOf("vm"), targetDatastoreId: "other" };
      const timeline = fillAt(50, "Bulk", { targetDatastores: stores }, other);
      expect(outcomeOf(timeline, "vm").phase).toBe("completed");
    });

    it("is over once, when the last of several ends", () => {
      const commands: ScenarioInput["commands"] = [50, 100].map((atSeconds) => ({
        kind: "injectFault",
        atSeconds,
        fault: full,
      }));
      const { events } = fillAt(50, "Bulk", { commands, group: { goAt: 5_000 } });
      expect(events.filter(({ kind }) => kind === "faultEnded")).toMatchObject([
        { seconds: 700, subject: "targetDatastoreFull" },
      ]);
    });
  });
});

describe("other faults", () => {
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

  it("a tracker that has stopped triggers no switchover until it runs again (F12)", () => {
    const fault: Fault = {
      fault: "migrationTrackerStopped",
      meshId: "mesh",
      durationSeconds: 1000,
    };
    expect(endOf(strike(fault, 50), 0)).toBe(1050);
    // Nor does it let a window pass unnoticed.
    const group = { switchoverWindow: { start: 0, end: 500 } };
    expect(outcomeOf(strike(fault, 50, "Bulk", { ...bare, group }), "vm")).toEqual({
      phase: "windowMissed",
      seconds: 500,
    });
  });

  it("a certificate that no longer fits fails replication at the next check (F23)", () => {
    const vms = [vmOf("vm", { disks: [{ sizeBytes: 200 * GB }] })];
    const at = (durationSeconds: number) =>
      run(
        scenarioOf(
          vms,
          {},
          {
            ...bare,
            commands: [
              {
                kind: "injectFault",
                atSeconds: 50,
                fault: { fault: "replicationCertificateMismatch", meshId: "mesh", durationSeconds },
              },
            ],
          },
        ),
      );
    expect(outcomeOf(at(2000), "vm")).toEqual({ phase: "failed", seconds: 950 });
    expect(outcomeOf(at(800), "vm").phase).toBe("completed");
  });

  it("a lost activation starts nothing new and stops nothing that runs (F34)", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("a"), vmOf("b")],
        {},
        {
          ...bare,
          limits: { bulkPerMesh: 1 },
          commands: [
            {
              kind: "injectFault",
              atSeconds: 50,
              fault: { fault: "activationLost", durationSeconds: 500 },
            },
          ],
        },
      ),
    );
    expect(endOf(timeline, 0)).toBe(100);
    expect(endOf(timeline, 1)).toBe(650);
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

  it("jumbo frames through WAN optimisation fail vMotion (F19)", () => {
    const meshes = [{ id: "mesh", wanOptimization: {}, vmotionMtuBytes: 9000 }];
    const outcome = (hcxVersion: string) =>
      outcomeOf(
        run(scenarioOf([vmOf("vm")], { type: "vMotion" }, { ...bare, meshes, hcxVersion })),
        "vm",
      ).phase;
    expect(outcome("4.10")).toBe("failed");
    expect(outcome("9.0")).toBe("completed");
  });

  it("an underlay below HCX's minimum and an appliance without reservation are said once", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("a"), vmOf("b")],
        {},
        {
          ...bare,
          links: [{ id: "link", capacityBytesPerSecond: 1e6 }],
          meshes: [{ id: "mesh", ixCpuReserved: false, wanOptimization: {} }],
          hcxVersion: "9.0",
        },
      ),
    );
    const warnings = timeline.events.flatMap(({ kind, code }) =>
      kind === "warning" ? [code] : [],
    );
    expect(warnings).toEqual([
      "underlayBelowMinimum",
      "ixContention",
      "wanOptimizationUnsupported",
    ]);
  });
});

describe("random faults", () => {
  const many = Array.from({ length: 400 }, (_, i) => vmOf(`vm ${i}`));
  const failures = (faultRates: ScenarioInput["faultRates"], seed: number) => {
    const links = [{ id: "link", capacityBytesPerSecond: 1e12 }];
    const parameters = { ...NOTHING_BUT_BYTES, replicationBytesPerSecond: 1e10 / 3600 };
    const limits = { bulkPerMesh: 1000, bulkAndRavPerManager: 1000 };
    const meshes = [{ id: "mesh", ixBytesPerSecond: 1e12 }];
    const timeline = run(
      scenarioOf(many, {}, { faultRates, seed, links, meshes, parameters, limits }),
    );
    return timeline.migrations.filter(({ vmId }) => outcomeOf(timeline, vmId).phase === "failed")
      .length;
  };

  it("come as often as their rates say", () => {
    // One hour each at one interruption in two hours: 1 - exp(-1/2) = 39.3 % of 400 are 157, with a standard
    // deviation of 9.8; four of those either way. Refusals: 30 % of 400 are 120, with one of 9.2.
    const interrupted = failures({ migrationFailurePerVmHour: 0.5 }, 3);
    expect(Math.abs(interrupted - 157)).toBeLessThan(40);
    const refused = failures({ guestRefusesShutdownRatio: 0.3 }, 3);
    expect(Math.abs(refused - 120)).toBeLessThan(37);
  }, 60_000);

  it("of the tunnel hold everything up, again and again", () => {
    const down = { tunnelDownPerHour: 6, tunnelDownSeconds: 600 };
    const vms = [vmOf("vm", { disks: [{ sizeBytes: 360 * GB }] })];
    const timeline = run(scenarioOf(vms, {}, { ...bare, faultRates: down }));
    const outages = timeline.events.filter(({ kind }) => kind === "fault").length;
    expect(outages).toBeGreaterThan(3);
    expect(endOf(timeline, 0)).toBeGreaterThan(3600 + 600);
  });

  it("leave some roll-backs to Force Cleanup, without which there is no retry (F17)", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("vm")],
        {},
        {
          ...bare,
          faultRates: { cleanupFailureRatio: 1 },
          commands: [
            { kind: "cancel", atSeconds: 50, groupId: "group" },
            { kind: "retry", atSeconds: 60, groupId: "group" },
            { kind: "forceCleanup", atSeconds: 70, groupId: "group" },
            { kind: "retry", atSeconds: 80, groupId: "group" },
          ],
        },
      ),
    );
    const answers = timeline.events.filter(({ kind }) => kind.startsWith("command"));
    expect(answers.map(({ kind, subject, seconds }) => `${seconds} ${kind} ${subject}`)).toEqual([
      "50 command cancel",
      "60 commandRefused retry",
      "70 command forceCleanup",
      "80 command retry",
    ]);
    expect(endOf(timeline, 0)).toBe(180);
  });
});
