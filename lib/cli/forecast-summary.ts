import type { Forecast, Spread } from "@/lib/forecast/schema";
import type { SimulationReport } from "@/lib/migration/report";
import { durationOf, localTimeOf } from "./simulate-summary";

/** A forecast as lines for a terminal. */
export function forecastSummaryOf(
  forecast: Forecast,
  report: Pick<SimulationReport, "startTime" | "timeZone">,
): string[] {
  const time = (seconds: number | null) =>
    seconds === null ? "not within the horizon" : localTimeOf(report, seconds);
  const range = ({ p50, p80, p90 }: Spread) =>
    `P50 ${time(p50)}, P80 ${time(p80)}, P90 ${time(p90)}`;
  const { replications, fromSeconds, completedRatio, blocked } = forecast;
  const since = fromSeconds > 0 ? `, given the first ${durationOf(fromSeconds)}` : "";
  return [
    `Forecast of ${replications} replications${since}: ${range(forecast)} ${report.timeZone}`,
    completedRatio === null
      ? "None can complete"
      : `All${blocked.length > 0 ? " others" : ""} complete in ${percent(completedRatio)} of them`,
    ...blocked.map(
      ({ count, outcome, code, names }) =>
        `In none: ${count} ${outcome}${code === null ? "" : ` (${code})`}: ${names.join(", ")}` +
        (count > names.length ? ", ..." : ""),
    ),
    ...forecast.waves.map((wave) => `Wave ${wave.wave}: ${range(wave)}`),
    ...forecast.groups.map((group) => `Group ${group.name}: ${range(group)}`),
    ...forecast.windows.map(
      ({ name, startSeconds, endSeconds, keptRatio, finishedRatio }) =>
        `Window of ${name}, ${time(startSeconds)} to ${time(endSeconds)}: ` +
        `kept in ${percent(keptRatio)}, done before it closes in ${percent(finishedRatio)}`,
    ),
    ...forecast.influences.map(
      ({ input, rankCorrelation, isSignificant }) =>
        `Depends on ${input}: rank correlation ${rankCorrelation.toFixed(2)}` +
        (isSignificant ? "" : " (no more than chance)"),
    ),
  ];
}

/** Never 100 % while one replication is otherwise, nor 0 % while one is so. */
function percent(ratio: number): string {
  const value = ratio > 0 && ratio < 1 ? Math.min(99.9, Math.max(0.1, 100 * ratio)) : 100 * ratio;
  return `${value.toFixed(1)} %`;
}
