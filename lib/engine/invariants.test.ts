import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BOTTLENECK_CAP, FluidNetwork } from "./fluid-network";
import { ByteLedger, checkCapacityKept, InvariantError, MonotoneClock } from "./invariants";
import { namedStream } from "./random";

const RELATIVE = 1e-9;

interface LiveFlow {
  path: number[];
  cap: number;
  weight: number;
}

/** Every flow is held by its cap, or by a full resource on which no other flow has a higher rate a weight. */
function checkMaxMin(network: FluidNetwork, live: Map<number, LiveFlow>): void {
  for (const [flow, { path, cap, weight }] of live) {
    const rate = network.rateBytesPerSecond(flow);
    expect(rate).toBeLessThanOrEqual(cap * (1 + RELATIVE));
    const bottleneck = network.bottleneck(flow);
    if (bottleneck === BOTTLENECK_CAP) {
      expect(rate).toBeCloseTo(cap, 6);
      continue;
    }
    expect(path).toContain(bottleneck);
    const capacity = network.capacityBytesPerSecond(bottleneck);
    expect(network.loadBytesPerSecond(bottleneck)).toBeGreaterThanOrEqual(
      capacity * (1 - RELATIVE),
    );
    let highest = 0;
    for (const [other, { path: otherPath, weight: otherWeight }] of live) {
      if (!otherPath.includes(bottleneck)) continue;
      highest = Math.max(highest, network.rateBytesPerSecond(other) / otherWeight);
    }
    expect(highest).toBeLessThanOrEqual((rate / weight) * (1 + RELATIVE) + RELATIVE);
  }
}

/** A run of random arrivals, removals and capacity changes; the trace tells all that an observer can see. */
function randomRun(seed: number): string {
  const stream = namedStream(seed, "run");
  const network = new FluidNetwork();
  const clock = new MonotoneClock();
  const live = new Map<number, LiveFlow>();
  const trace: string[] = [];
  for (let i = 0; i < 6; i++) network.addResource(stream.between(10, 200));
  for (let step = 0; step < 40; step++) {
    const kind = stream.int(0, 5);
    if (kind < 4) {
      const path = [0, 1, 2, 3, 4, 5].filter(() => stream.chance(0.4));
      if (path.length === 0) path.push(0);
      const cap = stream.chance(0.5) ? Number.POSITIVE_INFINITY : stream.between(1, 60);
      const weight = stream.int(1, 3);
      live.set(network.addFlow(path, stream.between(1, 2_000), cap, weight), { path, cap, weight });
    } else {
      network.setCapacity(stream.int(0, 5), stream.chance(0.2) ? 0 : stream.between(5, 300));
    }
    checkMaxMin(network, live);
    const until = network.nowSeconds + stream.exponential(2);
    while (network.nextCompletionSeconds() <= until) {
      network.advanceTo(network.nextCompletionSeconds());
      clock.check(network.nowSeconds);
      for (let flow = network.takeCompletion(); flow >= 0; flow = network.takeCompletion()) {
        trace.push(`${flow}@${network.nowSeconds}`);
        live.delete(flow);
      }
    }
    network.advanceTo(until);
    for (let resource = 0; resource < 6; resource++) {
      checkCapacityKept(network, resource);
      trace.push(`${network.carriedBytes(resource)}`);
    }
  }
  return trace.join(" ");
}

describe("max-min fairness holds by its definition", () => {
  it("is feasible, fills every bottleneck and lets nobody there go faster, over 200 seeds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        randomRun(seed);
      }),
      { numRuns: 200, seed: 11 },
    );
  }, 60_000);

  it("conserves bytes under random capacity changes, over 200 seeds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const stream = namedStream(seed, "bytes");
        const network = new FluidNetwork();
        const ledger = new ByteLedger();
        const resources = [0, 1, 2].map(() => network.addResource(stream.between(10, 100)));
        const live = new Map<number, { path: number[]; bytes: number }>();
        for (let step = 0; step < 60; step++) {
          const path = resources.filter(() => stream.chance(0.6));
          const bytes = stream.between(1, 500);
          if (path.length > 0) live.set(network.addFlow(path, bytes), { path, bytes });
          const until = network.nowSeconds + stream.exponential(4);
          while (network.nextCompletionSeconds() <= until) {
            network.advanceTo(network.nextCompletionSeconds());
            const flow = network.takeCompletion();
            const { path: crossed, bytes: sent } = live.get(flow) ?? { path: [], bytes: 0 };
            ledger.add(crossed, sent);
            live.delete(flow);
          }
          network.advanceTo(until);
          network.setCapacity(stream.int(0, 2), stream.between(0, 100));
          for (const resource of resources) {
            let underWay = 0;
            for (const [flow, { path: crossed }] of live) {
              if (crossed.includes(resource)) underWay += network.transferredBytes(flow);
            }
            ledger.check(network, resource, underWay);
          }
        }
      }),
      { numRuns: 200, seed: 12 },
    );
  });

  it("gives the same trace, digit by digit, in a second run", () => {
    for (const seed of [1, 2, 3]) expect(randomRun(seed)).toBe(randomRun(seed));
  });
});

describe("invariant checkers", () => {
  it("stop at time that runs backwards, also at NaN", () => {
    const clock = new MonotoneClock();
    clock.check(1);
    clock.check(1);
    expect(() => clock.check(0.5)).toThrow(InvariantError);
    expect(() => clock.check(Number.NaN)).toThrow("time-monotone");
  });

  it("stop at bytes that nobody sent", () => {
    const network = new FluidNetwork();
    const link = network.addResource(10);
    network.addFlow([link], 100);
    network.advanceTo(5);
    const ledger = new ByteLedger();
    expect(() => ledger.check(network, link, 50)).not.toThrow();
    expect(() => ledger.check(network, link, 49)).toThrow("bytes-conserved");
  });
});
