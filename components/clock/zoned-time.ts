import { secondsOf } from "@/lib/world/clock";
import { instantsOfLocalTime, type LocalTime, localTimeAt } from "@/lib/world/time-zone";

/** A date and time of day without a zone, as date pickers write it: `2026-11-28 22:00:00`. */
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/;

export interface ZonedEpoch {
  epochIso: string;
  timeZone: string;
}

function parseLocal(text: string): LocalTime | null {
  const match = LOCAL.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return { year, month, day, hour, minute, second };
}

/**
 * Seconds after the world's epoch of a local time in its zone. In the hour that daylight saving
 * repeats this is the first of the two; null for an hour that it skips, and for what is no time.
 */
export function secondsOfLocalText(world: ZonedEpoch, text: string): number | null {
  const local = parseLocal(text);
  const instantMs = local ? instantsOfLocalTime(world.timeZone, local)[0] : undefined;
  if (instantMs === undefined) return null;
  return secondsOf(world.epochIso, new Date(instantMs).toISOString());
}

const twoDigits = (value: number) => String(value).padStart(2, "0");

/** What clocks in the world's zone show at a simulated second, in the pickers' format. */
export function localTextOfSeconds(world: ZonedEpoch, seconds: number): string {
  const local = localTimeAt(world.timeZone, Date.parse(world.epochIso) + seconds * 1_000);
  const day = `${local.year}-${twoDigits(local.month)}-${twoDigits(local.day)}`;
  return `${day} ${twoDigits(local.hour)}:${twoDigits(local.minute)}:${twoDigits(local.second)}`;
}
