import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScenario } from "@/lib/migration/check-scenario";
import { NO_SPREAD, type Redraw } from "@/lib/migration/redraw-options";
import type { Scenario, ScenarioInput } from "@/lib/migration/schema";
import { randomScenario } from "@/lib/migration/testing/random-scenario";
import { NOTHING_BUT_BYTES } from "@/lib/migration/testing/small-scenario";
import { forecastOf, summarise } from "./forecast";
import { prepareForecast } from "./plan";
import { joinBatches, replicate } from "./replicate";

/** Nothing but the given laws is uncertain. */
const CERTAIN = {
  bandwidth: { sigma: 0 },
  churn: { sigma: 0 },
  guestShutdown: { sigma: 0 },
  faultRate: { sigma: 0 },
  stepDuration: { sigma: 0 },
};

function scenarioOf(input: Partial<ScenarioInput>): Scenario {
  const parsed = parseScenario({
    parameters: NOTHING_BUT_BYTES,
    uncertainties: CERTAIN,
    links: [{ id: "wan", capacityBytesPerSecond: 100, latencySeconds: 0 }],
    ...input,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

/** One VM of V bytes over one link of 100 bytes/s whose factor f is lognormal(1, 0.15): it ends at V / 100 f. */
const oneVm = (sizeBytes: number, more: Partial<ScenarioInput> = {}) =>
  scenarioOf({
    uncertainties: { ...CERTAIN, bandwidth: { sigma: 0.15 } },
    vms: [{ id: "vm", disks: [{ sizeBytes }] }],
    groups: [{ id: "group", wave: "wave 1", migrations: [{ vmId: "vm" }] }],
    ...more,
  });
const forecast = (
  scenario: Scenario,
  fromSeconds = 0,
  history: Redraw[] = [],
  replications = 4000,
) => forecastOf({ scenario, history, fromSeconds, replications });

describe("a forecast of one VM on one link", () => {
  // 1 / f has the same law as f: quantile q is 10 exp(0.15 z), z = 0, 0.841621, 1.281552. The standard error of
  // the 90 % quantile of 4,000 draws is 0.4 %.
  const P80 = 10 * Math.exp(0.15 * 0.841621);
  const P90 = 10 * Math.exp(0.15 * 1.281552);

  it("has the quantiles of the lognormal law of its link", () => {
    const { p10, p50, p80, p90, ...rest } = forecast(oneVm(1000));
    expect(Math.abs((p50 ?? 0) / 10 - 1)).toBeLessThan(0.015);
    expect(Math.abs((p80 ?? 0) / P80 - 1)).toBeLessThan(0.015);
    expect(Math.abs((p90 ?? 0) / P90 - 1)).toBeLessThan(0.015);
    expect(Math.abs((p10 ?? 0) / (100 / P90) - 1)).toBeLessThan(0.015);
    expect(rest).toMatchObject({ endedRatio: 1, completedRatio: 1, replications: 4000 });
    // Everything there is, is this VM.
    for (const part of [rest.groups[0], rest.waves[0], rest.migrations[0]]) {
      expect(part).toMatchObject({ p10, p50, p80, p90 });
    }
  });

  it("gives a window the chance that its end comes after the last byte", () => {
    // P(10 / f < 11) = Phi(ln 1.1 / 0.15) = Phi(0.635401) = 0.737418; standard error 0.7 %.
    const windowed = oneVm(1000, {
      groups: [
        {
          id: "group",
          switchoverWindow: { start: 0, end: 11 },
          migrations: [{ vmId: "vm" }],
        },
      ],
    });
    const [window] = forecast(windowed).windows;
    expect(Math.abs((window?.keptRatio ?? 0) - 0.737418)).toBeLessThan(0.028);
    expect(window?.finishedRatio).toBe(window?.keptRatio);
    expect(window).toMatchObject({ groupId: "group", startSeconds: 0, endSeconds: 11 });
  });

  it("says that a quantile is not within the horizon, and how many replications are", () => {
    const { p50, p90, endedRatio, completedRatio } = forecast(oneVm(1000, { horizonSeconds: 11 }));
    expect(Math.abs((p50 ?? 0) / 10 - 1)).toBeLessThan(0.015);
    expect(p90).toBeNull();
    expect(Math.abs(endedRatio - 0.737418)).toBeLessThan(0.028);
    expect(completedRatio).toBe(endedRatio);
  });

  it("names the bandwidth as what matters, and in which direction", () => {
    const { influences } = forecast(oneVm(1000));
    expect(influences[0]).toMatchObject({
      input: "bandwidth",
      rankCorrelation: -1,
      varianceShare: 1,
      isSignificant: true,
    });
    // Median of the lowest fifth of a normal law is its 10 % quantile.
    expect(Math.abs((influences[0]?.lowFactorP50 ?? 0) / P90 - 1)).toBeLessThan(0.02);
    // The other laws don't vary, so nothing can be said of them.
    expect(influences).toHaveLength(1);
  });

  it("learns the link's rate from what has been sent, and keeps that", () => {
    // 1,000,000 bytes; the link gave 80 bytes/s for 4,000 s, so 680,000 are left. Eight slots of 500 s say
    // ln 0.8 each with a deviation of 0.02 against a prior of 0.15: the mean is ln 0.8 x 20000 / 20044.44 =
    // -0.222649, so 80.0396 bytes/s are expected: 4000 + 680000 / 80.0396 = 12495.8 s, give or take 0.7 %.
    const history: Redraw = {
      fromSeconds: 0,
      seed: 1,
      factors: { bandwidth: 0.8, churn: 1, guestShutdown: 1, faultRate: 1, stepDuration: 1 },
      drift: [],
      vmSigmas: NO_SPREAD,
    };
    const { p50, p10, p90, laws } = forecast(oneVm(1e6), 4000, [history]);
    expect(Math.abs((p50 ?? 0) - 12495.8)).toBeLessThan(8);
    // 680000 / 80.0396 x 1.281552 x 0.007063 = 76.9 s to both sides.
    expect(Math.abs((p90 ?? 0) - (p10 ?? 0) - 153.8)).toBeLessThan(15);
    expect(laws[0]?.median).toBeCloseTo(Math.exp(-0.222649), 5);
    expect(laws[0]?.sigma).toBeCloseTo(Math.sqrt(1 / 20044.44), 6);
  });
});

describe("a forecast of many VMs", () => {
  it("ends a group with the last of its VMs", () => {
    // Ten guests shut down at once, each for 100 exp(0.5 z) s: the last of ten has the quantile
    // 100 exp(0.5 Phi^-1(q^(1/10))): 0.5^0.1 = 0.933033, z = 1.498782, 211.56 s; 0.9^0.1 = 0.989519,
    // z = 2.308675, 317.17 s.
    const scenario = scenarioOf({
      parameters: { ...NOTHING_BUT_BYTES, windowsShutdownSeconds: 100 },
      links: [{ id: "wan", capacityBytesPerSecond: 1e12, latencySeconds: 0 }],
      uncertainties: { ...CERTAIN, guestShutdown: { sigma: 0, vmSigma: 0.5 } },
      vms: Array.from({ length: 10 }, (_, i) => ({ id: `vm ${i}`, disks: [{ sizeBytes: 1 }] })),
      groups: [
        {
          id: "group",
          migrations: Array.from({ length: 10 }, (_, i) => ({ vmId: `vm ${i}` })),
        },
      ],
    });
    const { p50, p90, migrations } = forecast(scenario);
    expect(Math.abs((p50 ?? 0) / 211.56 - 1)).toBeLessThan(0.03);
    expect(Math.abs((p90 ?? 0) / 317.17 - 1)).toBeLessThan(0.04);
    expect(Math.abs((migrations[3]?.p50 ?? 0) / 100 - 1)).toBeLessThan(0.05);
  });

  it("averages bandwidth that comes and goes over the time that the transfer takes", () => {
    // 100 hours, memory T = 0.5 h: the time mean of a process of deviation s has the deviation
    // s sqrt(2 T / t) = 0.3 x sqrt(2 x 0.5 / 100) = 0.03 for T << t.
    const scenario = oneVm(36_000 * 1000, {
      uncertainties: {
        ...CERTAIN,
        bandwidth: { sigma: 0, driftSigma: 0.3, driftHours: 0.5 },
      },
    });
    const { p10, p90 } = forecast(scenario, 0, [], 1000);
    const spread = (Math.log(p90 ?? 0) - Math.log(p10 ?? 0)) / (2 * 1.281552);
    expect(Math.abs(spread / 0.03 - 1)).toBeLessThan(0.15);
  });
});

describe("whatever the scenario", () => {
  const scenarioOfSeed = (seed: number) => {
    const parsed = parseScenario(randomScenario(seed));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.scenario;
  };

  it("keeps quantiles in order, and the past out of the future", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 90_000 }),
        (seed, from) => {
          const result = forecast(scenarioOfSeed(seed), from, [], 12);
          for (const part of [result, ...result.groups, ...result.waves, ...result.migrations]) {
            const ends = [part.p10, part.p50, part.p80, part.p90].map((end) => end ?? Infinity);
            expect([...ends].sort((a, b) => a - b)).toEqual(ends);
            expect(part.completedRatio ?? 0).toBeLessThanOrEqual(part.endedRatio);
          }
          for (const { keptRatio, finishedRatio } of result.windows) {
            expect(finishedRatio).toBeLessThanOrEqual(keptRatio);
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it("is the same however the replications are shared out", () => {
    for (const seed of [3, 8, 21]) {
      const request = {
        scenario: scenarioOfSeed(seed),
        history: [],
        fromSeconds: 0,
        replications: 9,
      };
      const plan = prepareForecast(request);
      const shares = [replicate(plan, 4, 5), replicate(plan, 0, 3), replicate(plan, 3, 1)];
      const joined = joinBatches(shares, plan.nominal.migrations.length);
      expect(summarise(plan, joined)).toEqual(forecastOf(request));
    }
  });

  it("leaves no doubt about what is over", () => {
    const scenario = oneVm(1000);
    const { p10, p50, p90 } = forecast(scenario, 50, [], 20);
    expect([p10, p50, p90]).toEqual([10, 10, 10]);
  });
});
