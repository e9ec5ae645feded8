/** Seconds in the longer units of time that have a fixed length. Days are not: daylight saving makes some 23 or 25 hours. */
export const SECONDS_PER_MINUTE = 60;
export const SECONDS_PER_HOUR = 3_600;
