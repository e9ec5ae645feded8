import { instantOf } from "@/lib/world/clock";

/** Simulated seconds as a date and time of the project's zone that spreadsheets sort rightly. */
export function simulatedTimeText(
  epochIso: string,
  timeZone: string,
): (seconds: number | null) => string | null {
  const format = new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "medium",
    timeZone,
  });
  return (seconds) =>
    seconds === null ? null : format.format(new Date(instantOf(epochIso, seconds)));
}
