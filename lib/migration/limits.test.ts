import { describe, expect, it } from "vitest";
import { LIMIT_FACTS, LIMIT_NAMES, limitsOf } from "@/lib/hcx/limits";
import type { ScenarioInput } from "./schema";
import { endOf, migrationStateAt } from "./state-at";
import {
  GB,
  indexOf,
  NOTHING_BUT_BYTES,
  run,
  scenarioOf,
  staysOf,
  vmOf,
} from "./testing/small-scenario";
import type { MigrationTimeline } from "./timeline";

const small = (count: number, prefix = "vm") =>
  Array.from({ length: count }, (_, i) => vmOf(`${prefix} ${i}`, { disks: [{ sizeBytes: GB }] }));

/** Most that are under way at once: from their start until they have ended. */
function mostAtOnce(timeline: MigrationTimeline, counts: (meshId: string) => boolean): number {
  let now = 0;
  let most = 0;
  for (const { kind, migration } of timeline.events) {
    if (migration < 0 || !counts(timeline.migrations[migration]?.meshId ?? "")) continue;
    if (kind === "transferStarted") most = Math.max(most, ++now);
    if (kind === "completed" || kind === "failed" || kind === "cancelled") now--;
  }
  return most;
}

function onMeshes(meshes: number, vmsPerMesh: number, more: Partial<ScenarioInput>) {
  const names = Array.from({ length: meshes }, (_, i) => `mesh ${i}`);
  const vms = names.flatMap((mesh) => small(vmsPerMesh, mesh));
  return scenarioOf(
    vms,
    {},
    {
      meshes: names.map((id) => ({ id })),
      groups: names.map((mesh) => ({
        id: mesh,
        meshId: mesh,
        migrations: small(vmsPerMesh, mesh).map(({ id }) => ({ vmId: id })),
      })),
      ...more,
    },
  );
}

describe("the limits of HCX", () => {
  it("have a source each, and a value for every version and manager size", () => {
    for (const { source } of LIMIT_FACTS) expect(source.length).toBeGreaterThan(5);
    for (const version of ["4.4", "4.8", "4.11.3", "9.1"]) {
      for (const name of LIMIT_NAMES) {
        if (name === "assistedVmotionPerMesh" && version.startsWith("4.4")) continue;
        if (name === "assistedVmotionPerMesh" && version.startsWith("4.8")) continue;
        expect(limitsOf(version, "default")[name], `${name} in ${version}`).toBeGreaterThan(0);
      }
    }
  });

  it("let 200 Bulk migrations run at once on a service mesh, and the next when one ends", () => {
    const timeline = run(scenarioOf(small(230)));
    expect(mostAtOnce(timeline, () => true)).toBe(200);
    const firstEnd = Math.min(...timeline.migrations.map((_, i) => endOf(timeline, i) ?? 0));
    const queued = staysOf(timeline, "vm 200").find(([phase]) => phase === "queued");
    expect(queued).toEqual(["queued", 5, firstEnd]);
    expect(migrationStateAt(timeline, indexOf(timeline, "vm 200"), 100)?.waitingReason).toEqual({
      kind: "limit",
      id: "bulkPerMesh",
      ownerId: "mesh",
    });
  });

  it("let 300 run at once on a manager, whatever the number of its meshes", () => {
    const timeline = run(onMeshes(3, 150, {}));
    expect(mostAtOnce(timeline, () => true)).toBe(300);
    expect(mostAtOnce(timeline, (mesh) => mesh === "mesh 0")).toBe(150);
  });

  it("let 600 run at once on a resized manager from HCX 4.7 on", () => {
    const managers = [{ id: "manager", size: "large" as const }];
    const most = (hcxVersion: string) =>
      mostAtOnce(run(onMeshes(4, 170, { managers, hcxVersion })), () => true);
    expect(most("4.6")).toBe(300);
    expect(most("4.8")).toBe(600);
  });

  it("count each manager for itself", () => {
    const managers = [{ id: "a" }, { id: "b" }];
    const meshes = [
      { id: "mesh 0", managerId: "a" },
      { id: "mesh 1", managerId: "a" },
      { id: "mesh 2", managerId: "b" },
    ];
    const timeline = run(onMeshes(3, 180, { managers, meshes }));
    expect(mostAtOnce(timeline, (mesh) => mesh !== "mesh 2")).toBe(300);
    expect(mostAtOnce(timeline, (mesh) => mesh === "mesh 2")).toBe(180);
  });

  it("let one vMotion run at a time, in the order of the queue", () => {
    const timeline = run(scenarioOf(small(3), { type: "vMotion" }));
    // 1 GB and 4 GB of memory take 50 s; 240 + 50 + 1 stun + 150 = 441 s each, one after the other.
    const moves = ["vm 0", "vm 1", "vm 2"].map((vm) =>
      staysOf(timeline, vm).find(([phase]) => phase === "placeholder"),
    );
    expect(moves.map((stay) => stay?.[1])).toEqual([5, 446, 887]);
  });

  it("let Cold wait until no vMotion runs or waits, and one run at a time", () => {
    const cold = small(2, "cold");
    const hot = small(2, "hot");
    const timeline = run(
      scenarioOf(
        [...cold, ...hot],
        {},
        {
          groups: [
            { id: "cold", migrations: cold.map(({ id }) => ({ vmId: id, type: "Cold" })) },
            {
              id: "hot",
              goAt: 0,
              migrations: hot.map(({ id }) => ({ vmId: id, type: "vMotion" })),
            },
          ],
        },
      ),
    );
    const start = (vm: string) =>
      staysOf(timeline, vm).find(([phase]) => phase === "placeholder")?.[1];
    // Each vMotion takes 441 s, a Cold 240 + 60 + 10 + 60 + 150 = 520 s.
    expect(["hot 0", "hot 1", "cold 0", "cold 1"].map(start)).toEqual([5, 446, 887, 1407]);
  });

  it("let RAV transfer in parallel and switch over one at a time", () => {
    const timeline = run(scenarioOf(small(4), { type: "RAV" }));
    const stays = (phase: string) =>
      timeline.migrations.map(({ vmId }) => staysOf(timeline, vmId).find(([p]) => p === phase));
    for (const stay of stays("baseSync")) expect(stay?.[1]).toBe(65);
    const turns = stays("relocate").sort((a, b) => (a?.[1] ?? 0) - (b?.[1] ?? 0));
    // The slot is held until clean-up is over: 40 s of memory, 1 s of stun and 30 s.
    expect(turns.map((stay) => (stay?.[1] ?? 0) - (turns[0]?.[1] ?? 0))).toEqual([0, 71, 142, 213]);
  });

  it("count the disks of OS Assisted migrations, 50 at once", () => {
    const disks = Array.from({ length: 20 }, () => ({ sizeBytes: GB / 20 }));
    const vms = small(4).map((vm) => ({ ...vm, disks }));
    const timeline = run(scenarioOf(vms, { type: "OsAssistedMigration" }));
    expect(mostAtOnce(timeline, () => true)).toBe(2);
  });

  it("still let a VM with more disks than the limit run, alone", () => {
    const disks = Array.from({ length: 60 }, () => ({ sizeBytes: GB / 60 }));
    const vms = small(2).map((vm) => ({ ...vm, disks }));
    const timeline = run(scenarioOf(vms, { type: "OsAssistedMigration" }));
    expect(mostAtOnce(timeline, () => true)).toBe(1);
    expect(timeline.horizonReached).toBe(false);
  });

  it("can be replaced by the scenario and edited while it runs, without stopping what runs", () => {
    const timeline = run(
      scenarioOf(
        small(6),
        {},
        {
          parameters: { ...NOTHING_BUT_BYTES },
          limits: { bulkPerMesh: 3 },
          commands: [
            { kind: "editLimits", atSeconds: 15, limits: { bulkPerMesh: 1 } },
            { kind: "editLimits", atSeconds: 45, limits: { bulkPerMesh: 6 } },
          ],
        },
      ),
    );
    // Three share the link until 30 s. Then one at a time, 10 s each, until 45 s, when the rest run together.
    const ends = timeline.migrations.map((_, i) => endOf(timeline, i));
    expect(ends.slice(0, 4)).toEqual([30, 30, 30, 40]);
    // The fifth has 500 MB left at 45 s, the sixth 1 GB: 500 MB each by 55 s, then 500 MB alone by 60 s.
    expect(ends[4]).toBeCloseTo(55, 6);
    expect(ends[5]).toBeCloseTo(60, 6);
  });

  it("hold a place in line, which one that is cancelled and comes back has lost", () => {
    const timeline = run(
      scenarioOf(
        small(3),
        {},
        {
          parameters: { ...NOTHING_BUT_BYTES, validationSeconds: 0 },
          limits: { bulkPerMesh: 1 },
          commands: [
            { kind: "cancel", atSeconds: 1, groupId: "group", vmIds: ["vm 1"] },
            { kind: "retry", atSeconds: 2, groupId: "group", vmIds: ["vm 1"] },
          ],
        },
      ),
    );
    expect(timeline.migrations.map((_, i) => endOf(timeline, i))).toEqual([10, 30, 20]);
  });
});

describe("what a transfer shares", () => {
  it("is held back by its source host before the link, and says so", () => {
    const vms = [vmOf("slow", { sourceHostId: "old" }), vmOf("fast", { sourceHostId: "new" })];
    const timeline = run(
      scenarioOf(
        vms,
        {},
        {
          parameters: NOTHING_BUT_BYTES,
          sourceHosts: [{ id: "old", nicBytesPerSecond: 2e7 }, { id: "new" }],
        },
      ),
    );
    // Max-min: 20 MB/s behind the old host, the other 80 MB/s: 10 GB in 125 s; then 7.5 GB at 20 MB/s.
    expect(endOf(timeline, 0)).toBeCloseTo(500, 6);
    expect(endOf(timeline, 1)).toBeCloseTo(125, 6);
    expect(migrationStateAt(timeline, 0, 60)?.rateBytesPerSecond).toBeCloseTo(2e7, 3);
    const held = timeline.curves.filter(({ rates }) => rates.some((rate) => rate > 0));
    expect(held.map(({ kind, id }) => `${kind} ${id}`)).toEqual(["link link", "sourceHost old"]);
  });

  it("is held back by its own stream where nothing else is full", () => {
    const timeline = run(
      scenarioOf(
        [vmOf("vm")],
        {},
        {
          parameters: { ...NOTHING_BUT_BYTES, replicationBytesPerSecond: 4e7 },
        },
      ),
    );
    expect(endOf(timeline, 0)).toBeCloseTo(250, 6);
  });

  it("gets no more than its window over the round trip (case H)", () => {
    // SimGrid 3.32: 10^10 bytes over 10^10 bytes/s with 4 MiB in flight, first byte one latency late.
    const seconds = (latencySeconds: number, connectionsPerTransfer = 1) => {
      const timeline = run(
        scenarioOf(
          [vmOf("vm")],
          {},
          {
            links: [{ id: "link", capacityBytesPerSecond: 1e10, latencySeconds }],
            meshes: [{ id: "mesh", ixBytesPerSecond: 1e12 }],
            parameters: {
              ...NOTHING_BUT_BYTES,
              tcpWindowBytes: 4_194_304,
              connectionsPerTransfer,
            },
          },
        ),
      );
      return endOf(timeline, 0) ?? Number.NaN;
    };
    expect(seconds(0)).toBeCloseTo(1, 6);
    expect(seconds(1e-3)).toBeCloseTo(4.769372, 6);
    expect(seconds(0.1)).toBeCloseTo(476.937158, 6);
    expect(seconds(0.1, 8)).toBeCloseTo((476.937158 - 0.1) / 8 + 0.1, 6);
  });

  it("carries more LAN bytes than the wire has with WAN optimisation, until HCX removed it", () => {
    const seconds = (hcxVersion: string) => {
      const meshes = [{ id: "mesh", wanOptimization: { ratio: 3 } }];
      const timeline = run(
        scenarioOf([vmOf("vm")], {}, { parameters: NOTHING_BUT_BYTES, meshes, hcxVersion }),
      );
      return endOf(timeline, 0);
    };
    expect(seconds("4.10")).toBeCloseTo(100 / 3, 6);
    expect(seconds("4.11.3")).toBeCloseTo(100, 6);
    expect(seconds("9.0")).toBeCloseTo(100, 6);
    expect(seconds("9.1")).toBeCloseTo(100 / 3, 6);
  });
});
