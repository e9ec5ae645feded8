import { instantsOfLocalTime, localTimeAt } from "@/lib/world/time-zone";

const localPattern = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})/;

/**
 * The instant at which clocks in the zone show a local time, in UTC; the first of two in the hour
 * that is repeated when daylight saving ends. Null for an hour that is skipped, and for no time.
 */
export function instantOfLocal(localText: string | null, timeZone: string): string | null {
  const match = localPattern.exec(localText ?? "");
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  const instantMs = instantsOfLocalTime(timeZone, { year, month, day, hour, minute, second: 0 })[0];
  return instantMs === undefined ? null : new Date(instantMs).toISOString();
}

const dayMs = 86_400_000;
const startHour = "09:00:00";

/** 09:00 of the next day in the zone: a start that a person would choose. */
export function proposedStart(nowMs: number, timeZone: string): string {
  const next = localTimeAt(timeZone, nowMs + dayMs);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${next.year}-${two(next.month)}-${two(next.day)} ${startHour}`;
}
