import { describe, expect, it } from "vitest";
import type { ScenarioInput } from "./schema";
import { endOf } from "./state-at";
import {
  bare,
  GB,
  NOTHING_BUT_BYTES,
  outcomeOf,
  run,
  scenarioOf,
  vmOf,
} from "./testing/small-scenario";

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
