import { describe, expect, it } from "vitest";
import type { Fault } from "./fault-schema";
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
import { strike } from "./testing/strike";

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

describe("a service of HCX", () => {
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
});
