import { wallMilliseconds } from "@/lib/migration/local-time";
import { OUTCOMES, type SimulationReport } from "@/lib/migration/report";
import { BYTES_PER_GIB } from "@/lib/units/bytes";
import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from "@/lib/units/duration";

/** The report as lines for a terminal: the whole, each group, each link. */
export function summaryOf(report: SimulationReport): string {
  const { migrations, makespanSeconds, outcomes } = report;
  const counts = OUTCOMES.filter((outcome) => outcomes[outcome] > 0);
  const whole = counts.map((outcome) => `${outcome} ${outcomes[outcome]}`).join(", ");
  const downtimes = migrations.map(({ downtimeSeconds }) => downtimeSeconds);
  const longest = downtimes.reduce((most, seconds) => Math.max(most, seconds), 0);
  return [
    `${migrations.length} migrations: ${whole === "" ? "none" : whole}`,
    makespanSeconds === null
      ? "Not all of them end"
      : `Last end after ${durationOf(makespanSeconds)}, ${localTimeOf(report, makespanSeconds)} ${report.timeZone}`,
    `Longest downtime ${durationOf(longest)}`,
    ...report.groups.map(
      ({ name, wave, migrations: count, completed, endSeconds }) =>
        `Group ${name}${wave === null ? "" : ` (${wave})`}: ${completed} of ${count} completed${
          endSeconds === null ? "" : `, ends ${localTimeOf(report, endSeconds)}`
        }`,
    ),
    ...report.links.map(
      ({ id, bytes, utilisation }) =>
        `Link ${id}: ${(bytes / BYTES_PER_GIB).toFixed(1)} GiB${
          utilisation === null ? "" : `, ${(100 * utilisation).toFixed(1)} % used`
        }`,
    ),
    ...messagesOf(report),
  ].join("\n");
}

/** How many migrations ended or wait with which code. */
function messagesOf({ migrations }: SimulationReport): string[] {
  const counts = new Map<string, number>();
  for (const { message } of migrations) {
    if (message !== null) counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  return [...counts].map(([message, count]) => `${message}: ${count}`);
}

export function durationOf(seconds: number): string {
  const hours = Math.floor(seconds / SECONDS_PER_HOUR);
  const minutes = Math.floor((seconds % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE);
  const rest = Math.round(seconds % SECONDS_PER_MINUTE);
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${rest} s`;
}

export function localTimeOf(
  { startTime, timeZone }: Pick<SimulationReport, "startTime" | "timeZone">,
  seconds: number,
): string {
  const wallMs = wallMilliseconds(Date.parse(startTime) + seconds * 1000, timeZone);
  return new Date(wallMs).toISOString().slice(0, 16).replace("T", " ");
}
