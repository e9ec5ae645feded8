import { mean, quantile, sortAscending, variance } from "@/lib/engine/statistics";

const BATCHES = 32;
// Student's t, two-sided 99 %, 31 degrees of freedom.
const T_99 = 2.744;
const WARM_UP_RATIO = 0.1;

export interface Estimate {
  mean: number;
  /** Half of the 99 % confidence interval. */
  halfWidth: number;
}

/** Batch means of a stream of correlated values whose number is known beforehand; the first tenth is dropped. */
export class BatchMeans {
  private readonly sums = new Float64Array(BATCHES);
  private readonly batchSize: number;
  private readonly skipped: number;
  private seen = 0;

  constructor(total: number) {
    this.skipped = Math.floor(total * WARM_UP_RATIO);
    this.batchSize = Math.floor((total - this.skipped) / BATCHES);
  }

  add(value: number): void {
    const batch = Math.floor((this.seen++ - this.skipped) / this.batchSize);
    if (batch >= 0 && batch < BATCHES) this.sums[batch] = (this.sums[batch] ?? 0) + value;
  }

  estimate(): Estimate {
    return interval(this.sums.map((sum) => sum / this.batchSize));
  }
}

/** Quantiles of each batch, averaged over batches. */
export class BatchQuantiles {
  private readonly values: Float64Array;
  private readonly skipped: number;
  private seen = 0;

  constructor(total: number) {
    this.skipped = Math.floor(total * WARM_UP_RATIO);
    this.values = new Float64Array(total - this.skipped);
  }

  add(value: number): void {
    const at = this.seen++ - this.skipped;
    if (at >= 0) this.values[at] = value;
  }

  estimate(probability: number): Estimate {
    const size = Math.floor(this.values.length / BATCHES);
    const batches = Array.from({ length: BATCHES }, (_, batch) =>
      quantile(sortAscending(this.values.subarray(batch * size, (batch + 1) * size)), probability),
    );
    return interval(batches.map((value) => value ?? Number.NaN));
  }
}

function interval(batches: Float64Array | number[]): Estimate {
  const spread = variance(batches) ?? Number.NaN;
  return {
    mean: mean(batches) ?? Number.NaN,
    halfWidth: T_99 * Math.sqrt(spread / batches.length),
  };
}
