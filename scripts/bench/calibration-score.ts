import { namedStream } from "@/lib/engine/random";
import {
  crps,
  kolmogorovDistanceToUniform,
  mean,
  probabilityIntegralTransform,
  quantile,
  sortAscending,
} from "@/lib/engine/statistics";

/** One forecast beside what happened, in seconds after the start. */
export interface ScoredForecast {
  sample: Float64Array;
  outcomeSeconds: number;
  /** What bytes over nominal bandwidth say: all of it, and the share that payload gets. */
  naiveSeconds: number;
  naiveWithOverheadSeconds: number;
}

export interface CalibrationRow {
  progressRatio: number;
  forecasts: number;
  p50Coverage: number;
  p90Coverage: number;
  pitDistance: number;
  pitLimit: number;
  /** Mean continuous ranked probability scores, in hours. */
  crpsHours: number;
  naiveHours: number;
  naiveWithOverheadHours: number;
  /** How much lower the forecast's score is than the better of the naive ones. */
  skillRatio: number;
  passed: boolean;
}

/** The bands at 200 forecasts: 1.98 standard errors of a share to both sides. */
const P50_BAND = [0.431, 0.569] as const;
const P90_BAND = [0.858, 0.942] as const;
/** 5 % point of the Kolmogorov distribution. */
const KOLMOGOROV_POINT = 1.36;
const SKILL_MIN = 0.2;

export function scoreOf(progressRatio: number, scored: readonly ScoredForecast[]): CalibrationRow {
  const covers = (probability: number) =>
    average(
      scored.map(({ sample, outcomeSeconds }) =>
        outcomeSeconds <= (quantile(sortAscending(sample), probability) ?? Number.NaN) ? 1 : 0,
      ),
    );
  const ties = namedStream(1, "calibration ties", String(progressRatio));
  const pits = scored.map(({ sample, outcomeSeconds }) =>
    probabilityIntegralTransform(sample, outcomeSeconds, ties.uniform()),
  );
  const hours = (score: (one: ScoredForecast) => number) => average(scored.map(score)) / 3600;
  const crpsHours = hours(
    ({ sample, outcomeSeconds }) => crps(sample, outcomeSeconds) ?? Number.NaN,
  );
  const naiveHours = hours((one) => Math.abs(one.naiveSeconds - one.outcomeSeconds));
  const naiveWithOverheadHours = hours((one) =>
    Math.abs(one.naiveWithOverheadSeconds - one.outcomeSeconds),
  );
  const p50Coverage = covers(0.5);
  const p90Coverage = covers(0.9);
  const pitDistance = kolmogorovDistanceToUniform(pits);
  const pitLimit = KOLMOGOROV_POINT / Math.sqrt(scored.length);
  const skillRatio = 1 - crpsHours / Math.min(naiveHours, naiveWithOverheadHours);
  return {
    progressRatio,
    forecasts: scored.length,
    p50Coverage,
    p90Coverage,
    pitDistance,
    pitLimit,
    crpsHours,
    naiveHours,
    naiveWithOverheadHours,
    skillRatio,
    passed:
      isWithin(p50Coverage, P50_BAND) &&
      isWithin(p90Coverage, P90_BAND) &&
      pitDistance < pitLimit &&
      skillRatio >= SKILL_MIN,
  };
}

function average(values: readonly number[]): number {
  return mean(values) ?? Number.NaN;
}

function isWithin(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}

export function* calibrationTable(rows: readonly CalibrationRow[]): Generator<string> {
  yield "progress  forecasts  P50 covers  P90 covers  PIT distance (limit)  CRPS h  naive h  with overhead h  better by";
  for (const row of rows) {
    yield [
      `${Math.round(100 * row.progressRatio)} %`.padStart(8),
      String(row.forecasts).padStart(9),
      percent(row.p50Coverage).padStart(10),
      percent(row.p90Coverage).padStart(10),
      `${row.pitDistance.toFixed(3)} (${row.pitLimit.toFixed(3)})`.padStart(20),
      row.crpsHours.toFixed(2).padStart(6),
      row.naiveHours.toFixed(2).padStart(7),
      row.naiveWithOverheadHours.toFixed(2).padStart(15),
      percent(row.skillRatio).padStart(9),
      row.passed ? "ok" : "MISSED",
    ].join("  ");
  }
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(1)} %`;
}
