/** A length of time in whole units; `days` are of 24 hours, as stopwatches count. */
export interface DurationParts {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/**
 * Splits a number of seconds and keeps the two largest units that matter, so that nobody reads
 * seconds in a length of days: 93,784 s is 1 day 2 h, 134 min is 2 h 14 min.
 */
export function durationParts(exactSeconds: number): DurationParts {
  const total = Math.max(0, Math.round(exactSeconds));
  if (total < 60) return { days: 0, hours: 0, minutes: 0, seconds: total };
  if (total < 3_600) {
    return { days: 0, hours: 0, minutes: Math.floor(total / 60), seconds: total % 60 };
  }
  const minutesInAll = Math.round(total / 60);
  if (minutesInAll < 1_440) {
    return {
      days: 0,
      hours: Math.floor(minutesInAll / 60),
      minutes: minutesInAll % 60,
      seconds: 0,
    };
  }
  const hoursInAll = Math.round(total / 3_600);
  return { days: Math.floor(hoursInAll / 24), hours: hoursInAll % 24, minutes: 0, seconds: 0 };
}
