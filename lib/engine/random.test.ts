import { describe, expect, it } from "vitest";
import { normalQuantile } from "./normal-quantile";
import { namedStream, RandomStream } from "./random";

function draws<T>(count: number, draw: () => T): T[] {
  return Array.from({ length: count }, draw);
}

function average(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe("random stream", () => {
  it("is xoshiro128** from state 1, 2, 3, 4 (vector of the rand_xoshiro crate, from the C reference)", () => {
    const stream = new RandomStream(1, 2, 3, 4);
    expect(draws(10, () => stream.nextUint32())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });

  it("is xoshiro128** from a random state (vector of the xoshiro-6502 test ROM, from the C reference)", () => {
    const stream = new RandomStream(0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0);
    expect(draws(4, () => stream.nextUint32())).toEqual([
      0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70,
    ]);
  });

  it("refuses the all-zero state that it would never leave", () => {
    expect(() => new RandomStream(0, 0, 0, 0)).toThrow(RangeError);
  });

  it("draws laws with the moments that they are named for", () => {
    // 200,000 draws: standard error of the mean is sd / 447, so 1 % is more than four of them throughout.
    const count = 200_000;
    const stream = namedStream(7, "moments");
    expect(average(draws(count, () => stream.uniform()))).toBeCloseTo(0.5, 2);
    expect(average(draws(count, () => stream.exponential(3)))).toBeCloseTo(3, 1);
    expect(average(draws(count, () => stream.lognormalOfMean(5, 0.5)))).toBeCloseTo(5, 1);
    // Triangular (1, 2, 6): mean (1 + 2 + 6) / 3 = 3.
    expect(average(draws(count, () => stream.triangular(1, 2, 6)))).toBeCloseTo(3, 1);
    const normals = draws(count, () => stream.normal(10, 2));
    expect(average(normals)).toBeCloseTo(10, 1);
    expect(average(normals.map((value) => (value - 10) ** 2))).toBeCloseTo(4, 1);
    expect(average(draws(count, () => (stream.chance(0.3) ? 1 : 0)))).toBeCloseTo(0.3, 2);
  });

  it("reaches both ends of an int range and nothing outside", () => {
    const stream = namedStream(1, "int");
    const seen = new Set(draws(1_000, () => stream.int(-1, 2)));
    expect([...seen].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
  });

  it("returns the bound of an empty triangle", () => {
    expect(namedStream(1, "triangle").triangular(4, 4, 4)).toBe(4);
  });
});

describe("named streams", () => {
  it("never move when another name is drawn from or added", () => {
    const alone = namedStream(42, "vm-1", "shutdown");
    const expected = draws(50, () => alone.uniform());
    const again = namedStream(42, "vm-1", "shutdown");
    const other = namedStream(42, "vm-2", "shutdown");
    expect(
      draws(50, () => {
        other.exponential(1);
        return again.uniform();
      }),
    ).toEqual(expected);
  });

  it("differ by seed, by name and by the order of names", () => {
    const first = (seed: number, ...names: string[]) => namedStream(seed, ...names).nextUint32();
    const values = [first(1, "a", "b"), first(2, "a", "b"), first(1, "b", "a"), first(1, "ab")];
    expect(new Set(values).size).toBe(values.length);
  });

  it("are uncorrelated between neighbouring names", () => {
    // Correlation of 10,000 independent pairs has a standard deviation of 0.01; 0.05 is five of them.
    const firsts = draws(10_001, () => 0).map((_, i) => namedStream(3, `vm-${i}`).uniform() - 0.5);
    const products = firsts.slice(1).map((value, i) => value * (firsts[i] ?? 0) * 12);
    expect(Math.abs(average(products))).toBeLessThan(0.05);
  });

  it("refuse a seed that would lose digits", () => {
    expect(() => namedStream(-1, "a")).toThrow(RangeError);
    expect(() => namedStream(0.5, "a")).toThrow(RangeError);
    expect(() => namedStream(2 ** 60, "a")).toThrow(RangeError);
  });
});

describe("normal quantile", () => {
  it.each([
    // Test values of AS 241 itself, and textbook quantiles.
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489],
    [0.5, 0],
  ])("is right to 15 digits at %d", (probability, expected) => {
    expect(Math.abs(normalQuantile(probability) - expected)).toBeLessThan(
      2e-15 * Math.max(1, Math.abs(expected)) * 10,
    );
  });

  it("has infinite ends and refuses what is no probability", () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
  });
});
