import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BOTTLENECK_CAP, FluidNetwork } from "./fluid-network";
import { FluidOracle } from "./fluid-oracle";
import { RandomStream } from "./random";

const SEEDS = { numRuns: 200, seed: 20_260 };

function expectClose(actual: number, expected: number, relative = 1e-6): void {
  if (actual === expected) return;
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(
    relative * Math.max(1, Math.abs(expected)),
  );
}

/** Runs to the end, with arrivals at their times, and returns each flow's completion time by arrival. */
function finishTimes(
  network: FluidNetwork,
  arrivals: { at: number; path: number[]; bytes: number; cap?: number }[],
): number[] {
  const times: number[] = [];
  const owner = new Map<number, number>();
  let next = 0;
  for (;;) {
    const arrival = arrivals[next];
    const completion = network.nextCompletionSeconds();
    if (arrival !== undefined && arrival.at <= completion) {
      network.advanceTo(arrival.at);
      owner.set(network.addFlow(arrival.path, arrival.bytes, arrival.cap), next++);
      continue;
    }
    if (completion === Number.POSITIVE_INFINITY) return times;
    network.advanceTo(completion);
    for (let flow = network.takeCompletion(); flow >= 0; flow = network.takeCompletion()) {
      times[owner.get(flow) ?? -1] = network.nowSeconds;
    }
  }
}

describe("fluid sharing agrees with SimGrid 3.32 and hand arithmetic", () => {
  it("case A: three flows on one link, one of them late", () => {
    const network = new FluidNetwork();
    const link = network.addResource(100);
    const times = finishTimes(network, [
      { at: 0, path: [link], bytes: 1000 },
      { at: 0, path: [link], bytes: 2000 },
      { at: 5, path: [link], bytes: 500 },
    ]);
    for (const [i, expected] of [25, 35, 20].entries()) expectClose(times[i] ?? 0, expected);
  });

  it("case B: a long path over two links", () => {
    const network = new FluidNetwork();
    const first = network.addResource(100);
    const second = network.addResource(50);
    const times = finishTimes(network, [
      { at: 0, path: [first, second], bytes: 1000 },
      { at: 0, path: [first], bytes: 1500 },
      { at: 0, path: [second], bytes: 1000 },
    ]);
    for (const [i, expected] of [40, 20, 40].entries()) expectClose(times[i] ?? 0, expected);
  });

  it("case C: one capped flow leaves its share to the others", () => {
    const network = new FluidNetwork();
    const link = network.addResource(100);
    const times = finishTimes(network, [
      { at: 0, path: [link], bytes: 1000, cap: 20 },
      { at: 0, path: [link], bytes: 1000 },
      { at: 0, path: [link], bytes: 2000 },
    ]);
    for (const [i, expected] of [50, 25, 37.5].entries()) expectClose(times[i] ?? 0, expected);
  });

  it("case G: n sorted jobs end at the partial sums of (n-i+1)(s_i - s_(i-1))/C", () => {
    const sizes = Array.from({ length: 500 }, (_, i) => 10 + i * i);
    const network = new FluidNetwork();
    const link = network.addResource(125);
    const times = finishTimes(
      network,
      sizes.map((bytes) => ({ at: 0, path: [link], bytes })),
    );
    let expected = 0;
    for (const [i, size] of sizes.entries()) {
      expected += ((sizes.length - i) * (size - (sizes[i - 1] ?? 0))) / 125;
      expectClose(times[i] ?? 0, expected);
    }
    expectClose(times.at(-1) ?? 0, sizes.reduce((sum, size) => sum + size, 0) / 125);
  });
});

describe("fluid network", () => {
  it("follows a link that degrades, fails and comes back", () => {
    // 1000 bytes: 4 s at 100, 4 s at 50, 10 s outage, 4 s at 100.
    const network = new FluidNetwork();
    const link = network.addResource(100);
    const flow = network.addFlow([link], 1000);
    for (const [at, capacity] of [
      [4, 50],
      [8, 0],
      [18, 100],
    ] as const) {
      network.advanceTo(at);
      network.setCapacity(link, capacity);
    }
    expect(network.transferredBytes(flow)).toBe(600);
    expect(network.nextCompletionSeconds()).toBe(22);
    network.advanceTo(22);
    expect(network.takeCompletion()).toBe(flow);
    expect(network.carriedBytes(link)).toBe(1000);
  });

  it("never completes a flow during an outage", () => {
    const network = new FluidNetwork();
    network.addFlow([network.addResource(0)], 1);
    expect(network.nextCompletionSeconds()).toBe(Number.POSITIVE_INFINITY);
  });

  it("tells which resource or cap holds a flow back", () => {
    const network = new FluidNetwork();
    const host = network.addResource(30);
    const link = network.addResource(100);
    const onHost = network.addFlow([host, link], 1e6);
    const capped = network.addFlow([link], 1e6, 10);
    const free = network.addFlow([link], 1e6);
    expect(network.bottleneck(onHost)).toBe(host);
    expect(network.bottleneck(capped)).toBe(BOTTLENECK_CAP);
    expect(network.bottleneck(free)).toBe(link);
    expect(network.rateBytesPerSecond(free)).toBe(60);
    expect(network.loadBytesPerSecond(link)).toBe(100);
  });

  it("shares by weight", () => {
    const network = new FluidNetwork();
    const link = network.addResource(100);
    const one = network.addFlow([link], 1e6, undefined, 1);
    const three = network.addFlow([link], 1e6, undefined, 3);
    expect(network.rateBytesPerSecond(one)).toBe(25);
    expect(network.rateBytesPerSecond(three)).toBe(75);
  });

  it("pauses and resumes a flow by its cap", () => {
    const network = new FluidNetwork();
    const link = network.addResource(100);
    const flow = network.addFlow([link], 1000);
    network.advanceTo(5);
    network.setCap(flow, 0);
    expect(network.nextCompletionSeconds()).toBe(Number.POSITIVE_INFINITY);
    network.advanceTo(100);
    network.setCap(flow, Number.POSITIVE_INFINITY);
    expect(network.nextCompletionSeconds()).toBe(105);
  });

  it("completes an empty flow at once", () => {
    const network = new FluidNetwork();
    const flow = network.addFlow([network.addResource(100)], 0);
    expect(network.nextCompletionSeconds()).toBe(0);
    expect(network.takeCompletion()).toBe(flow);
    expect(network.takeCompletion()).toBe(-1);
  });

  it("throws at what can only be a bug", () => {
    const network = new FluidNetwork();
    const link = network.addResource(100);
    expect(() => network.addFlow([7], 1)).toThrow("resource 7 does not exist");
    expect(() => network.addFlow([link, link], 1)).toThrow("twice");
    expect(() => network.addFlow([], 1)).toThrow("finite cap");
    expect(() => network.addFlow([link], Number.NaN)).toThrow("flow size");
    expect(() => network.setCapacity(link, -1)).toThrow("rate -1");
    const flow = network.addFlow([link], 1000);
    expect(() => network.advanceTo(11)).toThrow("past a completion");
    network.advanceTo(10);
    expect(() => network.advanceTo(9)).toThrow("cannot go back");
    network.takeCompletion();
    expect(() => network.rateBytesPerSecond(flow)).toThrow("not under way");
  });
});

/** A random plant: few resources make shared bottlenecks likely, some capacities are equal or zero. */
const plant = fc.record({
  capacities: fc.array(fc.constantFrom(0, 10, 25, 40, 100, 100, 1000, 1e5), {
    minLength: 1,
    maxLength: 7,
  }),
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  steps: fc.integer({ min: 5, max: 80 }),
});

/** One random change, made to both networks alike. Equal caps and equal sizes are frequent on purpose. */
function change(random: RandomStream, networks: (FluidNetwork | FluidOracle)[], flows: number[][]) {
  const resources = networks[0]?.resourceCount ?? 0;
  const kind = random.int(0, 9);
  if (kind < 6 || (flows[0]?.length ?? 0) === 0) {
    const path = Array.from({ length: resources }, (_, i) => i).filter(() => random.chance(0.4));
    if (path.length === 0) path.push(random.int(0, resources - 1));
    const bytes = random.chance(0.3) ? 500 : random.between(1, 5000);
    const cap = random.chance(0.5) ? Number.POSITIVE_INFINITY : random.int(0, 8) * 5;
    const weight = random.chance(0.8) ? 1 : random.int(1, 4);
    for (const [i, network] of networks.entries()) {
      flows[i]?.push(network.addFlow(path, bytes, cap, weight));
    }
    return;
  }
  const at = random.int(0, (flows[0]?.length ?? 1) - 1);
  const cap = random.chance(0.3) ? Number.POSITIVE_INFINITY : random.int(0, 12) * 4;
  const resource = random.int(0, resources - 1);
  const capacity = random.chance(0.1) ? 0 : random.int(1, 200);
  for (const [i, network] of networks.entries()) {
    const flow = flows[i]?.[at] ?? -1;
    if (kind === 6) flows[i]?.splice(at, 1);
    if (kind === 6) network.removeFlow(flow);
    else if (kind === 7) network.setCap(flow, cap);
    else network.setCapacity(resource, capacity);
  }
}

/** Completes, in both, whatever is due at the oracle's next completion or after `seconds`. */
function serve(fast: FluidNetwork, slow: FluidOracle, flows: number[][], seconds: number): void {
  const next = slow.nextCompletionSeconds();
  if (next < 1e12 || fast.nextCompletionSeconds() < 1e12) {
    expectClose(fast.nextCompletionSeconds(), next);
  }
  const until = fast.nowSeconds + seconds;
  const time = Math.min(until, next);
  slow.advanceTo(time);
  fast.advanceTo(Math.min(time, fast.nextCompletionSeconds()));
  if (next > until) return;
  const finished = new Set<number>();
  for (let flow = slow.takeCompletion(); flow >= 0; flow = slow.takeCompletion()) {
    finished.add(flows[1]?.indexOf(flow) ?? -1);
  }
  // The fast solver's times may differ in the last digits: take completions up to the same instant.
  const done = new Set<number>();
  for (;;) {
    const due = fast.nextCompletionSeconds();
    if (due > time + 1e-9 * Math.max(1, time)) break;
    fast.advanceTo(due);
    const flow = fast.takeCompletion();
    done.add(flows[0]?.indexOf(flow) ?? -1);
  }
  expect([...done].sort()).toEqual([...finished].sort());
  for (const list of flows) {
    const kept = list.filter((_, i) => !finished.has(i));
    list.splice(0, list.length, ...kept);
  }
}

describe("max-min fairness on random plants", () => {
  it("gives the rates of plain progressive filling after every change", () => {
    fc.assert(
      fc.property(plant, ({ capacities, seed, steps }) => {
        const random = new RandomStream(seed, 1, 2, 3);
        const fast = new FluidNetwork();
        const slow = new FluidOracle();
        for (const capacity of capacities) {
          fast.addResource(capacity);
          slow.addResource(capacity);
        }
        const flows: number[][] = [[], []];
        for (let step = 0; step < steps; step++) {
          change(random, [fast, slow], flows);
          if (random.chance(0.4)) serve(fast, slow, flows, random.exponential(5));
          for (const [i, flow] of (flows[0] ?? []).entries()) {
            const twin = flows[1]?.[i] ?? -1;
            expectClose(fast.rateBytesPerSecond(flow), slow.rateBytesPerSecond(twin));
            expectClose(fast.transferredBytes(flow), slow.transferredBytes(twin));
          }
          for (let resource = 0; resource < capacities.length; resource++) {
            expectClose(fast.loadBytesPerSecond(resource), slow.loadBytesPerSecond(resource));
            expectClose(fast.carriedBytes(resource), slow.carriedBytes(resource));
          }
        }
      }),
      SEEDS,
    );
  });
});
