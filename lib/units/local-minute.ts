/** `2025-06-16 08:00` of `2025-06-16T08:00:00`: a moment as an export's own clock wrote it, in no time zone. */
export function localMinute(localIso: string): string {
  return localIso.replace("T", " ").slice(0, 16);
}
