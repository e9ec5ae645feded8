import { instantOfWall, wallMilliseconds } from "@/lib/migration/local-time";

const DAY_MS = 86_400_000;
/** Support teams answer in office hours; 18:00 is taken as their end. */
const END_OF_OFFICE_HOURS_MS = 18 * 3_600_000;

/**
 * The instant (milliseconds since 1970) at which the n-th business day after an instant ends, Monday to
 * Friday at 18:00 in the zone. Public holidays are not known here, so it is a floor where they fall in.
 */
export function endOfBusinessDay(
  timeZone: string,
  instantMs: number,
  businessDays: number,
): number {
  let midnight = Math.floor(wallMilliseconds(instantMs, timeZone) / DAY_MS) * DAY_MS;
  for (let left = businessDays; left > 0; ) {
    midnight += DAY_MS;
    // Day 0 of 1970 was a Thursday, weekday 4 when Sunday is 0.
    const weekday = (midnight / DAY_MS + 4) % 7;
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return instantOfWall(midnight + END_OF_OFFICE_HOURS_MS, timeZone);
}
