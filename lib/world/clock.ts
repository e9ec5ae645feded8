import type { Clock } from "./schema";

/**
 * The clock of a world: simulated seconds since its epoch as a straight line over wall-clock time.
 * Nothing ticks: an anchor, a speed and a pause say what time it is at any wall-clock instant.
 */

export const SPEED_MAX = 86_400;

export function startClock(wallMs: number, speed: number): Clock {
  return { wallAnchorMs: wallMs, simAnchorSeconds: 0, speed, paused: true };
}

/**
 * Simulated seconds since the epoch. A wall clock that was set back reads as the anchor:
 * simulated time never runs backwards.
 */
export function simulatedNow(clock: Clock, wallMs: number): number {
  if (clock.paused) return clock.simAnchorSeconds;
  const elapsedSeconds = Math.max(0, wallMs - clock.wallAnchorMs) / 1000;
  return clock.simAnchorSeconds + elapsedSeconds * clock.speed;
}

function anchoredAt(clock: Clock, wallMs: number): Clock {
  return { ...clock, wallAnchorMs: wallMs, simAnchorSeconds: simulatedNow(clock, wallMs) };
}

/** @throws RangeError outside 0 … 86,400 simulated seconds a second */
export function setSpeed(clock: Clock, wallMs: number, speed: number): Clock {
  if (!(speed >= 0 && speed <= SPEED_MAX)) throw new RangeError(`speed ${speed} is out of range`);
  return { ...anchoredAt(clock, wallMs), speed };
}

export function pause(clock: Clock, wallMs: number): Clock {
  return { ...anchoredAt(clock, wallMs), paused: true };
}

export function resume(clock: Clock, wallMs: number): Clock {
  return { ...anchoredAt(clock, wallMs), paused: false };
}

export type JumpResult = { ok: true; clock: Clock } | { ok: false; reason: "jumpBackwards" };

/** Only forward: the past has been seen. To look ahead without moving, read at another instant. */
export function jumpTo(clock: Clock, wallMs: number, toSeconds: number): JumpResult {
  const now = anchoredAt(clock, wallMs);
  if (toSeconds < now.simAnchorSeconds) return { ok: false, reason: "jumpBackwards" };
  return { ok: true, clock: { ...now, simAnchorSeconds: toSeconds } };
}

/** The instant of a simulated second as ISO 8601 in UTC, to the millisecond. */
export function instantOf(epochIso: string, seconds: number): string {
  return new Date(epochMs(epochIso) + Math.round(seconds * 1000)).toISOString();
}

/** The simulated second of an instant; negative before the epoch. */
export function secondsOf(epochIso: string, instantIso: string): number {
  return (epochMs(instantIso) - epochMs(epochIso)) / 1000;
}

function epochMs(iso: string): number {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) throw new RangeError(`not an ISO 8601 instant: ${iso}`);
  return ms;
}
