import { describe, expect, it, vi } from "vitest";
import { FluidNetwork } from "@/lib/engine/fluid-network";
import { InvariantError, type InvariantName } from "@/lib/engine/invariants";
import { InvariantWatch } from "./invariant-watch";
import { assertShared } from "./invariants";
import type { MigrationRun } from "./migration-state";
import { PHASE } from "./phase";
import type { Run } from "./run";
import { runScenario, startRun, step } from "./simulate";
import { GB, NOTHING_BUT_BYTES, scenarioOf, vmOf } from "./testing/small-scenario";

/**
 * An invariant that nothing can break is no guarantee: here each is broken on purpose, in a run that has kept it
 * until then, and has to be found by the look after the event.
 */

const VMS = ["a", "b", "c", "d"].map((id, index) =>
  vmOf(id, { disks: [{ sizeBytes: (index + 1) * 10 * GB }], sourceHostId: "host" }),
);

/** Two of four VMs at a time: at 350 s the first has completed, others are under way or wait. */
const SCENARIO = scenarioOf(
  VMS,
  {},
  {
    parameters: NOTHING_BUT_BYTES,
    limits: { bulkPerMesh: 2 },
    sourceHosts: [{ id: "host" }],
    group: { switchoverWindow: { start: 0, end: 100_000 } },
  },
);

interface Watched {
  run: Run;
  watch: InvariantWatch;
  look: () => void;
  migration: (vmId: string) => MigrationRun;
}

/** The run at the last event before a time, looked at after every one. */
function watchedUntil(seconds: number): Watched {
  const run = startRun(SCENARIO);
  const watch = new InvariantWatch(run);
  let beforeSeconds = 0;
  const look = () => {
    assertShared(run, beforeSeconds);
    watch.check();
    beforeSeconds = run.nowSeconds;
  };
  const isNext = () =>
    Math.min(run.queue.peekSeconds(), run.network.nextCompletionSeconds()) < seconds;
  while (isNext() && step(run)) look();
  const migration = (vmId: string) => {
    const found = run.parts.migrations.find(({ vm }) => vm.id === vmId);
    if (found === undefined) throw new RangeError(vmId);
    return found;
  };
  return { run, watch, look, migration };
}

const meshOf = ({ parts }: Run) => {
  const [mesh] = parts.meshes;
  if (mesh === undefined) throw new RangeError("no mesh");
  return mesh;
};

const BROKEN: [what: string, InvariantName, (watched: Watched) => void][] = [
  [
    "time that goes back",
    "time-monotone",
    ({ run }) => {
      run.nowSeconds -= 1;
    },
  ],
  [
    "time that is no number",
    "time-monotone",
    ({ run }) => {
      run.nowSeconds = Number.NaN;
    },
  ],
  [
    "a link that carries more than it can",
    "capacity-kept",
    ({ run }) => {
      const { network } = run;
      const [link] = run.parts.links;
      const loadOf = network.loadBytesPerSecond.bind(network);
      network.loadBytesPerSecond = (resource) =>
        loadOf(resource) * (resource === link?.resource ? 1.001 : 1);
    },
  ],
  [
    "a source host that carries more than it can",
    "capacity-kept",
    ({ run, migration }) => {
      const { network } = run;
      const host = migration("c").path[0] as number;
      const capacityOf = network.capacityBytesPerSecond.bind(network);
      network.capacityBytesPerSecond = (resource) => (resource === host ? 1 : capacityOf(resource));
    },
  ],
  [
    "a slot that is counted and that nobody holds",
    "limits-kept",
    ({ run }) => {
      meshOf(run).used.bulk++;
    },
  ],
  [
    "one more under way than the limit of the mesh",
    "limits-kept",
    ({ run, migration }) => {
      migration("d").holdsSlot = true;
      meshOf(run).used.bulk++;
      meshOf(run).manager.bulkAndRav++;
    },
  ],
  [
    "one more than the limit of the manager",
    "limits-kept",
    ({ run, migration }) => {
      const { manager, used } = meshOf(run);
      manager.limits.bulkPerMesh = 3;
      manager.limits.bulkAndRavPerManager = 2;
      migration("d").holdsSlot = true;
      used.bulk++;
      manager.bulkAndRav++;
    },
  ],
  [
    "bytes that the record has and the network has not",
    "bytes-conserved",
    ({ run, migration }) => {
      const { index, bytesBefore } = migration("c");
      run.recorder.piece(index, run.nowSeconds, -1, 0, bytesBefore + 1e6);
    },
  ],
  [
    "bytes that a resource has carried for nobody",
    "bytes-conserved",
    ({ run }) => {
      const { network } = run;
      const carriedBy = network.carriedBytes.bind(network);
      network.carriedBytes = (resource) => carriedBy(resource) * 1.000001 + 1;
    },
  ],
  [
    "a migration that completes and goes on",
    "one-end",
    ({ migration }) => {
      migration("a").phase = PHASE.cleanup;
    },
  ],
  [
    "a migration that completes and then fails",
    "one-end",
    ({ migration }) => {
      migration("a").phase = PHASE.failed;
    },
  ],
  [
    "a migration that has ended and keeps its slot",
    "one-end",
    ({ migration }) => {
      const { mesh } = migration("a");
      mesh.active.add(migration("a"));
    },
  ],
  [
    "a switchover before its window",
    "window-kept",
    ({ run, migration }) => {
      migration("c").windowStartSeconds = run.nowSeconds + 1;
      migration("c").phase = PHASE.finalSync;
    },
  ],
  [
    "a switchover after its window",
    "window-kept",
    ({ run, migration }) => {
      migration("c").windowEndSeconds = run.nowSeconds;
      migration("c").phase = PHASE.finalSync;
    },
  ],
  [
    "percent that goes back",
    "percent-monotone",
    ({ migration }) => {
      // As if it began anew without another attempt.
      migration("c").phase = PHASE.snapshotRemoval;
    },
  ],
];

describe("an invariant that is broken on purpose", () => {
  it("is kept until then", () => {
    const { run, migration } = watchedUntil(350);
    expect(run.nowSeconds).toBeGreaterThan(0);
    expect(migration("a").phase).toBe(PHASE.completed);
    expect(migration("c").phase).toBe(PHASE.baseSync);
    expect(migration("d").phase).toBe(PHASE.queued);
  });

  for (const [what, invariant, breakIt] of BROKEN) {
    it(`is found: ${what}`, () => {
      const watched = watchedUntil(350);
      expect(watched.look).not.toThrow();
      breakIt(watched);
      let found: unknown;
      try {
        watched.look();
      } catch (error) {
        found = error;
      }
      expect(found).toBeInstanceOf(InvariantError);
      expect((found as InvariantError).invariant).toBe(invariant);
    });
  }
});

describe("what may look like one", () => {
  it("is none: a limit that is lowered stops nothing that runs", () => {
    const { run, look } = watchedUntil(350);
    meshOf(run).manager.limits.bulkPerMesh = 1;
    expect(look).not.toThrow();
  });
});

describe("a run that breaks one", () => {
  it("stops there, and says with which seed", () => {
    const scenario = { ...SCENARIO, seed: 4711 };
    const load = vi.spyOn(FluidNetwork.prototype, "loadBytesPerSecond").mockReturnValue(1e12);
    try {
      expect(() => runScenario(scenario)).toThrow(/^invariant broken, seed 4711: capacity-kept/);
      expect(() => runScenario(scenario, { invariants: "off" })).not.toThrow();
    } finally {
      load.mockRestore();
    }
  });
});
