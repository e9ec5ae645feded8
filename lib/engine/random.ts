import { normalQuantile } from "./normal-quantile";
import { hashNames } from "./string-hash";

const TWO_POW_26 = 67_108_864;
const TWO_POW_MINUS_53 = 1 / 9_007_199_254_740_992;

/**
 * xoshiro128** 1.1 (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", 2021):
 * 32-bit words only, so it is exact in JavaScript, with a period of 2^128 - 1.
 *
 * Every law is drawn by inversion from one `uniform()`, so the n-th draw of a stream depends on n alone
 * and not on the parameters of the draws before it.
 */
export class RandomStream {
  private s0: number;
  private s1: number;
  private s2: number;
  private s3: number;

  /** @throws RangeError when all four words are 0, the one state that the generator never leaves */
  constructor(s0: number, s1: number, s2: number, s3: number) {
    this.s0 = s0 | 0;
    this.s1 = s1 | 0;
    this.s2 = s2 | 0;
    this.s3 = s3 | 0;
    if ((this.s0 | this.s1 | this.s2 | this.s3) === 0) throw new RangeError("state is all zero");
  }

  /** A whole number in 0 .. 2^32 - 1. */
  nextUint32(): number {
    const s1 = this.s1;
    const scrambled = Math.imul(s1, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9);
    const s2 = this.s2 ^ this.s0;
    const s3 = this.s3 ^ s1;
    this.s1 = s1 ^ s2;
    this.s0 ^= s3;
    this.s2 = s2 ^ (s1 << 9);
    this.s3 = (s3 << 11) | (s3 >>> 21);
    return result >>> 0;
  }

  /** Uniform in [0, 1) with 53 random bits. */
  uniform(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * TWO_POW_26 + low) * TWO_POW_MINUS_53;
  }

  /** Uniform in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** A whole number in low .. high, both included; the bias is below 2^-21 for ranges up to 2^32. */
  int(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  /** True with the given probability (0..1). */
  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** Exponential with the given mean (0 or more). */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.uniform());
  }

  /** Normal with the given mean and standard deviation. */
  normal(mean: number, standardDeviation: number): number {
    // Half a step off the grid keeps the draw inside (0, 1), where the quantile is finite.
    return mean + standardDeviation * normalQuantile(this.uniform() + TWO_POW_MINUS_53 / 2);
  }

  /** Lognormal with the given median and the standard deviation of its logarithm. */
  lognormal(median: number, sigma: number): number {
    return median * Math.exp(this.normal(0, sigma));
  }

  /** Lognormal with the given mean and coefficient of variation (standard deviation over mean). */
  lognormalOfMean(mean: number, coefficientOfVariation: number): number {
    const variance = Math.log(1 + coefficientOfVariation * coefficientOfVariation);
    return this.lognormal(mean * Math.exp(-variance / 2), Math.sqrt(variance));
  }

  /** Triangular on [low, high] with its peak at `mode`; low when the range is empty. */
  triangular(low: number, mode: number, high: number): number {
    const u = this.uniform();
    const width = high - low;
    if (width <= 0) return low;
    const left = (mode - low) / width;
    if (u < left) return low + Math.sqrt(u * width * (mode - low));
    return high - Math.sqrt((1 - u) * width * (high - mode));
  }
}

/**
 * The random stream that belongs to a name, for example `namedStream(seed, vmId, "shutdown")`.
 * Draws of one name never move those of another, so adding a VM or a purpose leaves all others as they were.
 * @param seed any safe integer, 0 or more
 */
export function namedStream(seed: number, ...names: readonly string[]): RandomStream {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`seed ${seed} is not a whole number of 0 or more`);
  }
  const [s0, s1, s2, s3] = hashNames(seed, names);
  // Chance 2^-128, but the all-zero state would never leave zero.
  return new RandomStream(s0, s1, s2, (s0 | s1 | s2 | s3) === 0 ? 1 : s3);
}
