/**
 * Local time of a zone, with daylight saving, from the platform's own IANA data.
 * Pure: a result depends on the arguments and on the zone rules that the runtime carries.
 */

export type LocalTime = {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, format);
  return format;
}

export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What clocks in the zone show at that instant (milliseconds since 1970 in UTC). */
export function localTimeAt(timeZone: string, epochMs: number): LocalTime {
  const found: LocalTime = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(timeZone).formatToParts(epochMs)) {
    if (type in found) found[type as keyof LocalTime] = Number(value);
  }
  return found;
}

function asUtcMs(local: LocalTime): number {
  const { year, month, day, hour, minute, second } = local;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * Every instant at which clocks in the zone show that time: one as a rule, two in the hour that is
 * repeated when daylight saving ends, none in the hour that is skipped when it starts.
 */
export function instantsOfLocalTime(timeZone: string, local: LocalTime): number[] {
  const wanted = asUtcMs(local);
  const offsets = new Set<number>();
  // No zone is more than 14 h off UTC, and none changes twice within these two days.
  for (const probeMs of [wanted - 86_400_000, wanted + 86_400_000]) {
    offsets.add(asUtcMs(localTimeAt(timeZone, probeMs)) - probeMs);
  }
  return [...offsets]
    .map((offsetMs) => wanted - offsetMs)
    .filter((candidate) => asUtcMs(localTimeAt(timeZone, candidate)) === wanted)
    .sort((a, b) => a - b);
}

/** 0 is Sunday. */
export function weekdayOf(local: LocalTime): number {
  return new Date(Date.UTC(local.year, local.month - 1, local.day)).getUTCDay();
}

/**
 * The instant at which the n-th business day (Monday to Friday, 09:00 to 18:00) after an instant ends.
 * Public holidays are not known here, so the answer is a floor where they fall in.
 */
export function endOfBusinessDay(timeZone: string, epochMs: number, businessDays: number): number {
  let local = localTimeAt(timeZone, epochMs);
  for (let left = businessDays; left > 0; ) {
    const next = new Date(Date.UTC(local.year, local.month - 1, local.day + 1));
    local = {
      year: next.getUTCFullYear(),
      month: next.getUTCMonth() + 1,
      day: next.getUTCDate(),
      hour: 18,
      minute: 0,
      second: 0,
    };
    const weekday = weekdayOf(local);
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return instantsOfLocalTime(timeZone, local)[0] ?? epochMs;
}
