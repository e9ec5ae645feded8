import { blockedCounts, blockedMigrations } from "./blocked";
import { influencesOn } from "./influence";
import type { KnownLaws } from "./known-laws";
import { type ForecastPlan, type ForecastRequest, prepareForecast } from "./plan";
import { type ReplicationBatch, replicate } from "./replicate";
import type { Forecast, LawView } from "./schema";
import { allComplete, lastEnds, spreadOf } from "./spread";
import { windowForecasts } from "./windows";

/** How many inputs a forecast names. */
const INFLUENCES_SHOWN = 3;

/**
 * A Monte-Carlo forecast on one thread: `replications` runs of the scenario from `fromSeconds` on, each with
 * factors of its own. The same request gives the same forecast, on any machine.
 */
export function forecastOf(request: ForecastRequest): Forecast {
  const plan = prepareForecast(request);
  return summarise(plan, replicate(plan, 0, request.replications));
}

/** What the replications say together. */
export function summarise(plan: ForecastPlan, batch: ReplicationBatch): Forecast {
  const { nominal, scenario } = plan;
  const all = nominal.migrations.map((_, index) => index);
  const blocked = blockedMigrations(plan, batch);
  const describe = (members: readonly number[]) => {
    const ends = lastEnds(batch, members);
    const able = members.filter((member) => blocked[member] === null);
    const completions = able.length === 0 ? null : allComplete(batch, able);
    return { ends, spread: spreadOf(ends, completions) };
  };
  const laws = lawViews(plan);
  const idle = new Set(laws.flatMap(({ input, applies }) => (applies ? [] : input)));
  const influences = (ends: Float64Array) =>
    influencesOn(ends, batch.factors, batch.count)
      .filter(({ input }) => !idle.has(input))
      .slice(0, INFLUENCES_SHOWN);
  const whole = describe(all);
  return {
    ...whole.spread,
    replications: batch.count,
    seed: scenario.seed,
    fromSeconds: plan.fromSeconds,
    influences: influences(whole.ends),
    windows: windowForecasts(plan, batch, blocked),
    groups: nominal.groups.map(({ id, name, wave, firstMigration, endMigration }) => {
      const { ends, spread } = describe(all.slice(firstMigration, endMigration));
      return {
        id,
        name,
        wave,
        migrations: endMigration - firstMigration,
        ...spread,
        influences: influences(ends),
      };
    }),
    waves: wavesOf(plan).map(([wave, members]) => ({ wave, ...describe(members).spread })),
    laws,
    blocked: blockedCounts(plan, blocked),
    migrations: nominal.migrations.map(({ vmId, vmName, groupId }, index) => ({
      vm: vmId,
      name: vmName,
      group: groupId,
      ...describe([index]).spread,
      blocked: blocked[index] ?? null,
    })),
  };
}

/** Waves by name, in the order of the scenario, with their migrations. */
function wavesOf({ nominal }: ForecastPlan): [string, number[]][] {
  const waves = new Map<string, number[]>();
  nominal.migrations.forEach(({ wave }, index) => {
    if (wave === null) return;
    const members = waves.get(wave);
    if (members) members.push(index);
    else waves.set(wave, [index]);
  });
  return [...waves];
}

function lawViews({ laws, scenario: { uncertainties, faultRates } }: ForecastPlan): LawView[] {
  // A duration alone makes no fault.
  const { tunnelDownSeconds: _, ...rates } = faultRates;
  const hasFaults = Object.values(rates).some((rate) => rate > 0);
  const others = Object.entries(laws.others) as [
    keyof KnownLaws["others"],
    KnownLaws["others"]["churn"],
  ][];
  const { level, levelVariance } = laws.bandwidth;
  return [
    {
      input: "bandwidth",
      statedMedian: uncertainties.bandwidth.median,
      statedSigma: uncertainties.bandwidth.sigma,
      median: Math.exp(level),
      sigma: Math.sqrt(Math.max(0, levelVariance)),
      observations: laws.bandwidthObservations,
      applies: true,
    },
    ...others.map(([input, { logMedian, sigma, observations }]) => ({
      input,
      statedMedian: uncertainties[input].median,
      statedSigma: uncertainties[input].sigma,
      median: Math.exp(logMedian),
      sigma,
      observations,
      applies: input !== "faultRate" || hasFaults,
    })),
  ];
}
