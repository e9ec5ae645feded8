import { wallMilliseconds } from "@/lib/migration/local-time";

/** Local time of a zone, daylight saving included, in the parts that a date picker shows. */
export type LocalTime = {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
};

/** What clocks in the zone show at that instant (milliseconds since 1970 in UTC). */
export function localTimeAt(timeZone: string, epochMs: number): LocalTime {
  const wall = new Date(wallMilliseconds(epochMs, timeZone));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  };
}

/**
 * Every instant at which clocks in the zone show that time: one as a rule, two in the hour that is
 * repeated when daylight saving ends, none in the hour that is skipped when it starts.
 */
export function instantsOfLocalTime(timeZone: string, local: LocalTime): number[] {
  const { year, month, day, hour, minute, second } = local;
  const wanted = Date.UTC(year, month - 1, day, hour, minute, second);
  // A day on either side is past any single change of the clocks.
  const offsets = [wanted - 86_400_000, wanted + 86_400_000].map(
    (probeMs) => wallMilliseconds(probeMs, timeZone) - probeMs,
  );
  return [...new Set(offsets)]
    .map((offsetMs) => wanted - offsetMs)
    .filter((candidate) => wallMilliseconds(candidate, timeZone) === wanted)
    .sort((a, b) => a - b);
}
