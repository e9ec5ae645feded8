import { z } from "zod";

/** What the analysis goes by. Every number is part of the address, so that a link shows the same verdicts. */

export const PERCENTILES = ["p50", "p90", "p95", "p99"] as const;
export const percentileSchema = z.enum(PERCENTILES);

const percent = z.coerce.number().min(0).max(100);

export const performanceRulesSchema = z.object({
  /** The statistic that sizes a VM: one of Azure Migrate's percentiles. */
  percentile: percentileSchema,
  /** Multiplies what was used, from 1 to 10 as in an assessment. */
  comfort: z.coerce.number().min(1).max(10),
  idleCpu: percent,
  idleMemory: percent,
  idleNetwork: percent,
  /** Megabits a second of the network adapter that `idleNetwork` is a share of. */
  lineMbps: z.coerce.number().min(1).max(400_000),
  /** What counts as nothing, percent: peaks of a zombie stay below it. */
  zombieBelow: percent,
  /** Percent of the due samples that a zombie must have: a gap is no proof of idleness. */
  zombieCoverage: percent,
  oversized: percent,
  undersized: percent,
});
export type PerformanceRules = z.infer<typeof performanceRulesSchema>;

/**
 * Idle, zombie: Azure Migrate's utilisation insights ("Business case in Azure Migrate", 2024-10-29) call a server
 * idle with CPU and memory below 5 % and network below 2 %, and a zombie with 0 % of all three and no gap in the
 * collection. It names neither the adapter's speed, nor what rounds to 0 %, nor how much of a collection is
 * enough: 1 Gbit/s, half a percent and 80 % (the lower bound of five stars) are assumptions.
 *
 * Undersized, oversized: Azure Advisor sizes so that the 95th percentile of CPU and the peak of memory stay at or
 * below 80 % for what is not user-facing ("Reduce service costs using Azure Advisor", 2023-11-08). Above it a VM is
 * undersized; at or below half of it, 40 %, half of the VM would do.
 *
 * Percentile and comfort factor are those of Azure Migrate's export tool (2025-04-28) where no assessment says else.
 */
export const DEFAULT_RULES: PerformanceRules = {
  percentile: "p95",
  comfort: 1,
  idleCpu: 5,
  idleMemory: 5,
  idleNetwork: 2,
  lineMbps: 1_000,
  zombieBelow: 0.5,
  zombieCoverage: 80,
  oversized: 40,
  undersized: 80,
};

export const RULE_NAMES = Object.keys(DEFAULT_RULES) as (keyof PerformanceRules)[];

/** Rules as a query names them; what is left out takes the newest assessment's setting or the default. */
export const rulesQuerySchema = performanceRulesSchema.partial();
export type RulesQuery = z.infer<typeof rulesQuerySchema>;

/** `defaults` with what a query names in its place. */
export function rulesOf(query: RulesQuery, defaults: PerformanceRules): PerformanceRules {
  const named = RULE_NAMES.flatMap((name) =>
    query[name] === undefined ? [] : [[name, query[name]] as const],
  );
  return performanceRulesSchema.parse({ ...defaults, ...Object.fromEntries(named) });
}

/** The rules that an address names; what is out of bounds or no number counts as not named. */
export function rulesOfAddress(read: (name: string) => string | null): RulesQuery {
  const named = RULE_NAMES.flatMap((name) => {
    const text = read(name);
    if (text === null || text === "") return [];
    const parsed = performanceRulesSchema.shape[name].safeParse(text);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(named);
}
