/**
 * Quantiles of any number of values in bounded memory, each within 1 % of the true value (DDSketch: Masson, Rim,
 * Lee, "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees", VLDB 2019). A value is
 * counted in the bin of its logarithm; zeros, count, sum, smallest and largest are exact.
 */

export const RELATIVE_ACCURACY = 0.01;
const GAMMA = (1 + RELATIVE_ACCURACY) / (1 - RELATIVE_ACCURACY);
const LOG_GAMMA = Math.log(GAMMA);
/** Smaller values count as zero: a thousandth of a percent, or of a KiB. */
const SMALLEST = 1e-3;

export class QuantileSketch {
  private bins = new Uint32Array(64);
  /** The logarithmic index of the first bin. */
  private firstIndex = 0;
  private used = false;
  private zeros = 0;
  private sum = 0;
  count = 0;
  max = 0;

  /** Counts a value of 0 or more; others are the caller's to refuse. */
  add(value: number): void {
    this.count += 1;
    this.sum += value;
    if (value > this.max) this.max = value;
    if (value < SMALLEST) {
      this.zeros += 1;
      return;
    }
    const index = Math.ceil(Math.log(value) / LOG_GAMMA);
    const bin = this.binOf(index);
    this.bins[bin] = (this.bins[bin] ?? 0) + 1;
  }

  /** Null for a sketch without values. */
  mean(): number | null {
    return this.count === 0 ? null : this.sum / this.count;
  }

  /**
   * The value of rank `ceil(ratio x count)` in ascending order (the nearest-rank method), null without values.
   * `ratio` is above 0 and at most 1; at 1 it is the largest value itself.
   */
  quantile(ratio: number): number | null {
    if (this.count === 0) return null;
    const rank = Math.max(1, Math.ceil(ratio * this.count));
    if (rank >= this.count) return this.max;
    let seen = this.zeros;
    if (seen >= rank) return 0;
    for (let bin = 0; bin < this.bins.length; bin += 1) {
      seen += this.bins[bin] ?? 0;
      if (seen >= rank) {
        const middle = (2 * GAMMA ** (this.firstIndex + bin)) / (GAMMA + 1);
        return Math.min(this.max, middle);
      }
    }
    return this.max;
  }

  private binOf(index: number): number {
    if (!this.used) {
      this.used = true;
      this.firstIndex = index - (this.bins.length >> 1);
    }
    const bin = index - this.firstIndex;
    if (bin >= 0 && bin < this.bins.length) return bin;
    const low = Math.min(index, this.firstIndex);
    const high = Math.max(index, this.firstIndex + this.bins.length - 1);
    const margin = this.bins.length >> 1;
    const first = bin < 0 ? low - margin : low;
    const grown = new Uint32Array(high - first + 1 + (bin < 0 ? 0 : margin));
    grown.set(this.bins, this.firstIndex - first);
    this.bins = grown;
    this.firstIndex = first;
    return index - first;
  }
}
