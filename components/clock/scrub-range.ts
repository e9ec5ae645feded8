/** What a scrubber can reach, in seconds of simulated time. */
export interface ScrubRange {
  startSeconds: number;
  endSeconds: number;
}

const HOUR = 3_600;

/**
 * From the start of the migration (or now) to a little after the latest instant that the forecast
 * reaches. Without a forecast it is the next day, so that set-up can be looked ahead at too.
 * Ends lie on whole hours, so that the thumb does not tremble while time runs.
 */
export function scrubRange(known: {
  nowSeconds: number;
  startedAtSeconds: number | null;
  latestSeconds: number | null;
}): ScrubRange {
  const { nowSeconds, startedAtSeconds, latestSeconds } = known;
  const start = Math.floor(Math.min(startedAtSeconds ?? nowSeconds, nowSeconds) / HOUR) * HOUR;
  const wanted = latestSeconds === null ? nowSeconds + 24 * HOUR : latestSeconds + HOUR / 2;
  const end = Math.ceil(Math.max(wanted, nowSeconds + HOUR) / HOUR) * HOUR;
  return { startSeconds: start, endSeconds: end };
}

/** A thousand places are finer than a track has pixels; whole minutes read better than odd seconds. */
export function scrubStep({ startSeconds, endSeconds }: ScrubRange): number {
  return Math.max(60, Math.round((endSeconds - startSeconds) / 1_000 / 60) * 60);
}
