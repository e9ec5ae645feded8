// How far the forecasts can be trusted: npm run bench -- calibration [--json] [--tuning] [--plans N] [--replications N]
import { parseArgs } from "node:util";
import { prepareForecast } from "@/lib/forecast/plan";
import { replicate } from "@/lib/forecast/replicate";
import { lastEnds } from "@/lib/forecast/spread";
import type { Redraw } from "@/lib/migration/redraw-options";
import type { Scenario } from "@/lib/migration/schema";
import { simulateMigrations } from "@/lib/migration/simulate";
import { endOf, stateAt } from "@/lib/migration/state-at";
import type { MigrationTimeline } from "@/lib/migration/timeline";
import { calibrationPlan } from "./calibration-plans";
import { calibrationTable, type ScoredForecast, scoreOf } from "./calibration-score";
import { hiddenTruth } from "./calibration-truth";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    // Other plans than those that count: for whoever changes the model or the laws.
    tuning: { type: "boolean", default: false },
    plans: { type: "string", default: "200" },
    replications: { type: "string", default: "200" },
  },
});
const set = values.tuning ? "tuning" : "test";
const plans = Number(values.plans);
const replications = Number(values.replications);
const PROGRESS = [0, 0.25, 0.5, 0.75] as const;

const scored = PROGRESS.map((): ScoredForecast[] => []);
for (let index = 0; index < plans; index++) {
  const scenario = calibrationPlan(set, index);
  const truth = hiddenTruth(scenario, set);
  const happened = simulateMigrations(scenario, { redraws: [truth] });
  const outcomeSeconds = makespanOf(happened);
  if (outcomeSeconds === null) throw new Error(`plan ${index} does not end`);
  PROGRESS.forEach((progress, i) => {
    const fromSeconds = progress === 0 ? 0 : secondsOfProgress(happened, progress, outcomeSeconds);
    scored[i]?.push({
      ...forecastOf(scenario, truth, fromSeconds),
      ...naiveOf(scenario, happened, fromSeconds),
      outcomeSeconds,
    });
  });
  if (!values.json) process.stderr.write(`\r${index + 1} of ${plans} plans`);
}
if (!values.json) process.stderr.write("\r\u001b[K");

const rows = PROGRESS.map((progress, i) => scoreOf(progress, scored[i] ?? []));
if (values.json) console.log(JSON.stringify({ set, plans, replications, rows }, null, 2));
else for (const line of calibrationTable(rows)) console.log(line);
if (rows.some(({ passed }) => !passed)) process.exitCode = 1;

/** The forecast knows the scenario and what happened before, nothing of the truth's future. */
function forecastOf(
  scenario: Scenario,
  truth: Redraw,
  fromSeconds: number,
): Pick<ScoredForecast, "sample"> {
  const history = fromSeconds === 0 ? [] : [truth];
  const plan = prepareForecast({ scenario, history, fromSeconds, replications });
  const all = plan.nominal.migrations.map((_, index) => index);
  return { sample: lastEnds(replicate(plan, 0, replications), all) };
}

function makespanOf(timeline: MigrationTimeline): number | null {
  let last = 0;
  for (let index = 0; index < timeline.migrations.length; index++) {
    const end = endOf(timeline, index);
    if (end === null) return null;
    last = Math.max(last, end);
  }
  return last;
}

function sentBytesAt(timeline: MigrationTimeline, seconds: number): number {
  return stateAt(timeline, seconds).bytesTransferred.reduce((sum, bytes) => sum + bytes, 0);
}

function baseBytesOf({ migrations }: MigrationTimeline): number {
  return migrations.reduce((sum, { baseBytes }) => sum + baseBytes, 0);
}

/**
 * When a share of all base bytes has been sent: known at that moment to whoever watches, unlike a share of the
 * time that it will have taken.
 */
function secondsOfProgress(
  timeline: MigrationTimeline,
  progress: number,
  outcomeSeconds: number,
): number {
  const wanted = progress * baseBytesOf(timeline);
  let low = 0;
  let high = outcomeSeconds;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (sentBytesAt(timeline, middle) < wanted) low = middle;
    else high = middle;
  }
  return high;
}

/** Bytes that are left over the link's nominal rate, and over what payload gets of it. */
function naiveOf(
  scenario: Scenario,
  happened: MigrationTimeline,
  fromSeconds: number,
): Pick<ScoredForecast, "naiveSeconds" | "naiveWithOverheadSeconds"> {
  const left = Math.max(0, baseBytesOf(happened) - sentBytesAt(happened, fromSeconds));
  const rate = scenario.links[0]?.capacityBytesPerSecond ?? Number.NaN;
  return {
    naiveSeconds: fromSeconds + left / rate,
    naiveWithOverheadSeconds:
      fromSeconds + left / (rate * scenario.parameters.replicationEfficiencyRatio),
  };
}
