import { type ClockView, SPEEDS } from "@/lib/world/api-schema";

/** A clock as the server told it, and when this browser heard it (its own `Date.now()`). */
export interface HeardClock {
  view: ClockView;
  heardAtMs: number;
}

/**
 * Simulated seconds since the epoch at a wall-clock instant of this browser. Counts from the moment
 * at which the answer came, because the server's clock and the browser's need not agree.
 */
export function simulatedSecondsAt({ view, heardAtMs }: HeardClock, wallMs: number): number {
  if (view.paused) return view.nowSeconds;
  return view.nowSeconds + (Math.max(0, wallMs - heardAtMs) / 1_000) * view.speed;
}

/** The speed one step up or down the list; the same one at its ends. */
export function neighbourSpeed(speed: number, step: 1 | -1): number {
  const candidates = step === 1 ? SPEEDS.filter((s) => s > speed) : SPEEDS.filter((s) => s < speed);
  return (step === 1 ? candidates[0] : candidates.at(-1)) ?? speed;
}

/** How finely a clock that runs at this speed can be read: nobody reads seconds at an hour a second. */
export function readableUnit(view: ClockView): "second" | "minute" {
  return view.paused || view.speed < 600 ? "second" : "minute";
}
