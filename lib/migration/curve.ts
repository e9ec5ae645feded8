import type { Curve } from "./timeline";

/** Index of the last of `starts[from..end)` that is not after `seconds`; `from - 1` before the first. */
export function lastNotAfter(
  starts: Float64Array,
  from: number,
  end: number,
  seconds: number,
): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Place on a curve at a moment: O(log n). */
function pointAt({ times }: Curve, seconds: number): number {
  return Math.max(0, lastNotAfter(times, 0, times.length, seconds));
}

/** LAN bytes that a transfer at the curve's rate has sent from second 0 to a moment. */
export function curveBytesAt(curve: Curve, seconds: number): number {
  const point = pointAt(curve, seconds);
  const elapsedSeconds = Math.max(0, seconds - (curve.times[point] as number));
  return (curve.bytes[point] as number) + (curve.rates[point] as number) * elapsedSeconds;
}

/** LAN bytes/s at a moment. */
export function curveRateAt(curve: Curve, seconds: number): number {
  return curve.rates[pointAt(curve, seconds)] as number;
}
