/** How far a transfer was at one moment, on any clock that only goes forward. */
export interface TransferSample {
  atMilliseconds: number;
  bytesDone: number;
}

/** Fewer milliseconds than this say more about buffers than about the line. */
const SHORTEST_SPAN_MILLISECONDS = 500;
/** Long enough to even out bursts, short enough to follow a line that changes. */
const WINDOW_MILLISECONDS = 8_000;

/** Adds a sample and forgets those older than the window, keeping one at or before its edge. */
export function addSample(
  samples: readonly TransferSample[],
  sample: TransferSample,
): TransferSample[] {
  const edge = sample.atMilliseconds - WINDOW_MILLISECONDS;
  const firstInside = samples.findIndex((earlier) => earlier.atMilliseconds > edge);
  const kept = firstInside < 0 ? samples.slice(-1) : samples.slice(Math.max(firstInside - 1, 0));
  return [...kept, sample];
}

/** Bytes per second over the samples; null while they span too little to say. */
export function rateBytesPerSecond(samples: readonly TransferSample[]): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last) return null;
  const spanMilliseconds = last.atMilliseconds - first.atMilliseconds;
  if (spanMilliseconds < SHORTEST_SPAN_MILLISECONDS) return null;
  return ((last.bytesDone - first.bytesDone) * 1_000) / spanMilliseconds;
}

/** Seconds until the rest has passed at the present rate; null when nothing can be said. */
export function secondsLeft(samples: readonly TransferSample[], bytesTotal: number): number | null {
  const last = samples.at(-1);
  const rate = rateBytesPerSecond(samples);
  if (!last || rate === null || rate <= 0) return null;
  return Math.max(bytesTotal - last.bytesDone, 0) / rate;
}
