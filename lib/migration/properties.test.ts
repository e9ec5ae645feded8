import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { namedStream } from "@/lib/engine/random";
import { parseScenario } from "./check-scenario";
import type { Scenario } from "./schema";
import { simulateMigrations } from "./simulate";
import { wrongWith } from "./testing/check-timeline";
import { digestOf } from "./testing/digest";
import { commandOf, randomScenario } from "./testing/random-scenario";
import type { MigrationTimeline } from "./timeline";

const ROOT = join(import.meta.dirname, "../..");
const SEEDS = Array.from({ length: 200 }, (_, i) => i + 1);
const replay = (seed: number) => `node --import tsx scripts/replay-scenario.ts ${seed}`;

function scenarioOfSeed(seed: number): Scenario {
  const parsed = parseScenario(randomScenario(seed));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

describe("200 scenarios in which anything may happen", () => {
  it("keep every invariant after every event, and read well from outside", () => {
    const failures = SEEDS.flatMap((seed) => {
      const scenario = scenarioOfSeed(seed);
      try {
        const timeline = simulateMigrations(scenario, { invariants: "all" });
        return wrongWith(scenario, timeline).map((what) => `${replay(seed)}: ${what}`);
      } catch (error) {
        return [`${replay(seed)}: ${error instanceof Error ? error.message : String(error)}`];
      }
    });
    expect(failures).toEqual([]);
  }, 120_000);

  it("have outcomes of every kind, so that the properties are about something", () => {
    const kinds = new Set<string>();
    for (const seed of SEEDS) {
      for (const { kind } of simulateMigrations(scenarioOfSeed(seed)).events) kinds.add(kind);
    }
    for (const kind of ["completed", "failed", "cancelled", "windowMissed", "commandRefused"]) {
      expect([...kinds]).toContain(kind);
    }
  }, 60_000);
});

/** Everything that had been recorded before a moment. */
function pastOf(timeline: MigrationTimeline, seconds: number) {
  const { phases, pieces, events } = timeline;
  const before = (offsets: Int32Array, starts: Float64Array, rowOf: (row: number) => unknown[]) =>
    timeline.migrations.map((_, migration) => {
      const rows: unknown[] = [];
      for (let row = offsets[migration] ?? 0; row < (offsets[migration + 1] ?? 0); row++) {
        if ((starts[row] ?? 0) < seconds) rows.push(rowOf(row));
      }
      return rows;
    });
  return {
    phases: before(phases.offsets, phases.startSeconds, (row) => [
      phases.phase[row],
      phases.startSeconds[row],
      phases.message[row],
      phases.attempt[row],
      phases.plannedBytes[row],
    ]),
    pieces: before(pieces.offsets, pieces.startSeconds, (row) => [
      pieces.startSeconds[row],
      pieces.curve[row],
      pieces.rate[row],
      pieces.curveBytes[row],
      pieces.bytes[row],
    ]),
    events: events.filter((event) => event.seconds < seconds),
  };
}

describe("the past", () => {
  it("never changes, whatever is commanded later", () => {
    for (const seed of SEEDS) {
      const scenario = scenarioOfSeed(seed);
      const stream = namedStream(seed, "one more command");
      const names = { links: scenario.links, meshes: scenario.meshes, vms: scenario.vms };
      const ids = Object.fromEntries(
        Object.entries(names).map(([kind, list]) => [kind, list.map(({ id }) => id)]),
      ) as Record<keyof typeof names, string[]>;
      const stores = scenario.targetDatastores.map(({ id }) => id);
      const command = commandOf(stream, { ...ids, stores, groups: scenario.groups });
      const parsed = parseScenario({
        ...scenario,
        commands: [...scenario.commands, command],
      });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const was = pastOf(simulateMigrations(scenario), command.atSeconds);
      const is = pastOf(simulateMigrations(parsed.scenario), command.atSeconds);
      expect(is, `seed ${seed}`).toEqual(was);
    }
  }, 120_000);

  it("stays as it is when the future is drawn anew from a moment on", () => {
    const factors = { bandwidth: 0.5, churn: 2, guestShutdown: 2, faultRate: 2, stepDuration: 2 };
    for (const seed of SEEDS.slice(0, 100)) {
      const scenario = scenarioOfSeed(seed);
      const fromSeconds = namedStream(seed, "redraw").between(0, 86_400);
      const timeline = simulateMigrations(scenario, {
        invariants: "all",
        redraws: [
          {
            fromSeconds,
            seed: 99,
            factors,
            drift: [{ atSeconds: fromSeconds + 3600, factor: 2 }],
            vmSigmas: { churn: 0.5, guestShutdown: 0.5, stepDuration: 0.5 },
          },
        ],
      });
      expect(wrongWith(scenario, timeline), replay(seed)).toEqual([]);
      const was = pastOf(simulateMigrations(scenario), fromSeconds);
      expect(pastOf(timeline, fromSeconds), `seed ${seed}`).toEqual(was);
    }
  }, 120_000);
});

describe("a seed and a scenario", () => {
  it("give the same bytes in two processes and two time zones", () => {
    const runIn = (TZ: string) => {
      const { stdout } = spawnSync(
        process.execPath,
        ["--import", "tsx", "scripts/replay-scenario.ts", "7"],
        { cwd: ROOT, env: { ...process.env, TZ }, encoding: "utf8" },
      );
      return JSON.parse(stdout).digest;
    };
    const here = digestOf(simulateMigrations(scenarioOfSeed(7)));
    expect(runIn("Asia/Seoul")).toBe(here);
    expect(runIn("America/New_York")).toBe(here);
  }, 60_000);

  it("give another timeline with another seed, where chance has a part in it", () => {
    const scenario = { ...scenarioOfSeed(3), parameters: scenarioOfSeed(3).parameters };
    scenario.parameters = { ...scenario.parameters, stepVariation: 0.3 };
    const one = digestOf(simulateMigrations(scenario));
    expect(digestOf(simulateMigrations({ ...scenario, seed: 4 }))).not.toBe(one);
    expect(digestOf(simulateMigrations(scenario))).toBe(one);
  });
});
