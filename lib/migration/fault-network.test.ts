import { describe, expect, it } from "vitest";
import type { Fault } from "./fault-schema";
import { endOf, migrationStateAt } from "./state-at";
import { bare, codesOf, GB, outcomeOf, run, scenarioOf, vmOf } from "./testing/small-scenario";
import { strike } from "./testing/strike";

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

describe("the network between the sites", () => {
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
