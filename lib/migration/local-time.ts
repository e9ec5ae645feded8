/**
 * Local wall time of an IANA zone by `Intl`, daylight saving included. Instants are milliseconds since 1970.
 */

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the runtime knows an IANA zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** The wall clock of a zone at an instant, written as if it were UTC milliseconds. */
export function wallMilliseconds(instantMs: number, timeZone: string): number {
  const fields: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instantMs)) {
    if (type !== "literal") fields[type] = Number(value);
  }
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The instant of a wall time. A time that daylight saving skips means the same time by the clock before the
 * change (02:30 becomes 03:30); one that comes twice means the first.
 */
export function instantOfWall(wallMs: number, timeZone: string): number {
  const offsetAt = (instantMs: number) => wallMilliseconds(instantMs, timeZone) - instantMs;
  // A day on either side is past any single change of the clocks.
  const before = offsetAt(wallMs - 86_400_000);
  const after = offsetAt(wallMs + 86_400_000);
  const first = wallMs - before;
  if (wallMilliseconds(first, timeZone) === wallMs) return first;
  const second = wallMs - after;
  if (wallMilliseconds(second, timeZone) === wallMs) return second;
  return first;
}

/** Milliseconds of `YYYY-MM-DDTHH:MM[:SS]` as if it were UTC; NaN for a date that does not exist. */
export function parseWall(text: string): number {
  const wallMs = Date.parse(text.length === 16 ? `${text}:00Z` : `${text}Z`);
  if (Number.isNaN(wallMs)) return wallMs;
  // The 30th of February would be read as the 2nd of March.
  return new Date(wallMs).toISOString().startsWith(text.slice(0, 16)) ? wallMs : Number.NaN;
}

/** A stretch of time that comes back on weekdays at local times. */
export interface LocalRecurrence {
  /** 0 is Sunday. */
  days: readonly number[];
  startMinutes: number;
  /** Minutes after midnight of the starting day; past 1,440 it ends on the next day. */
  endMinutes: number;
}

/** Minutes of `HH:MM`. */
export function minutesOf(localTime: string): number {
  const [hours = 0, minutes = 0] = localTime.split(":").map(Number);
  return hours * 60 + minutes;
}

export interface Interval {
  startSeconds: number;
  endSeconds: number;
}

/**
 * The first occurrence that ends after a moment.
 * @param originMs instant of second 0
 * @returns null when no weekday is named
 */
export function occurrenceAfter(
  recurrence: LocalRecurrence,
  afterSeconds: number,
  originMs: number,
  timeZone: string,
): Interval | null {
  const DAY_MS = 86_400_000;
  const wall = wallMilliseconds(originMs + afterSeconds * 1000, timeZone);
  const today = wall - (((wall % DAY_MS) + DAY_MS) % DAY_MS);
  // From yesterday, whose stretch may run into today, over one whole week.
  for (let day = -1; day <= 8; day++) {
    const midnight = today + day * DAY_MS;
    if (!recurrence.days.includes((((midnight / DAY_MS + 4) % 7) + 7) % 7)) continue;
    const at = (minutes: number) =>
      (instantOfWall(midnight + minutes * 60_000, timeZone) - originMs) / 1000;
    const startSeconds = at(recurrence.startMinutes);
    const endSeconds = at(recurrence.endMinutes);
    if (endSeconds > afterSeconds && endSeconds > startSeconds) return { startSeconds, endSeconds };
  }
  return null;
}
