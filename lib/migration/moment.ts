import type { Moment } from "./field-schema";
import { instantOfWall, parseWall } from "./local-time";

/** What a moment of a scenario is read against. */
export interface MomentOrigin {
  /** ISO 8601 instant of second 0. */
  startTime: string;
  /** IANA zone of local times. */
  timeZone: string;
}

/** Seconds after the scenario's start, negative before it; NaN for a date that does not exist. */
export function secondsOfMoment(moment: Moment, { startTime, timeZone }: MomentOrigin): number {
  if (typeof moment === "number") return moment;
  const hasOffset = /(Z|[+-]\d\d:?\d\d)$/.test(moment);
  if (hasOffset) return (Date.parse(moment) - Date.parse(startTime)) / 1000;
  const wall = parseWall(moment);
  if (Number.isNaN(wall)) return Number.NaN;
  return (instantOfWall(wall, timeZone) - Date.parse(startTime)) / 1000;
}
