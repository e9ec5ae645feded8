import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { FluidNetwork } from "@/lib/engine/fluid-network";
import { simulateMigrations } from "./simulate";
import { digestOf } from "./testing/digest";
import {
  brokenByEvents,
  changedByCommand,
  changedByRedraw,
  scenarioOfSeed,
  wrongWithSeed,
} from "./testing/properties";

const ROOT = join(import.meta.dirname, "../..");
const SEEDS = Array.from({ length: 200 }, (_, i) => i + 1);
const wrongWithAny = (property: (seed: number) => string[]) =>
  SEEDS.flatMap((seed) => wrongWithSeed(seed, property));

describe("200 scenarios in which anything may happen", () => {
  it("keep every invariant after every event, and read well from outside", () => {
    expect(wrongWithAny(brokenByEvents)).toEqual([]);
  }, 120_000);

  it("never change their past, whatever is commanded later", () => {
    expect(wrongWithAny(changedByCommand)).toEqual([]);
  }, 120_000);

  it("keep their past and every invariant when the future is drawn anew from a moment on", () => {
    expect(wrongWithAny(changedByRedraw)).toEqual([]);
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

  it("say with a failure which command shows it again", () => {
    const load = vi.spyOn(FluidNetwork.prototype, "loadBytesPerSecond").mockReturnValue(1e15);
    try {
      expect(wrongWithSeed(17, brokenByEvents)).toEqual([
        expect.stringMatching(
          /^invariant broken, seed \d+: capacity-kept: .* \(node --import tsx scripts\/replay-scenario\.ts 17\)$/,
        ),
      ]);
    } finally {
      load.mockRestore();
    }
  });
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
