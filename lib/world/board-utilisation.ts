import { resourceUsages, type UsedKind } from "@/lib/migration/resource-usage";
import type { BoardUtilisation, ResourceUtilisation } from "./board-utilisation-schema";
import type { WorldTimeline } from "./simulate";

/** As many stretches as the throughput chart has, so that the two can be laid beside each other. */
const POINTS = 60;
/** As many lines as a chart has colours; a fleet can have hundreds of hosts. */
const HOSTS_SHOWN = 8;

/** How busy links, IX appliances and the busiest source hosts were from the first Go to an instant. */
export function boardUtilisationOf(timeline: WorldTimeline, atSeconds: number): BoardUtilisation {
  const { migrations, scenario } = timeline;
  const starts = (scenario?.groups ?? []).flatMap(({ goAt }) =>
    typeof goAt === "number" ? [goAt] : [],
  );
  if (migrations === null || starts.length === 0) return { resources: [], hostsLeftOut: 0 };
  const from = Math.min(...starts);
  const all = resourceUsages(migrations, from, atSeconds, POINTS).map((usage) =>
    describe(usage.kind, usage.id, usage.points),
  );
  const hosts = all
    .filter(({ kind }) => kind === "sourceHost")
    .sort((a, b) => (b.meanRatio ?? 0) - (a.meanRatio ?? 0) || (a.id < b.id ? -1 : 1));
  return {
    resources: [...all.filter(({ kind }) => kind !== "sourceHost"), ...hosts.slice(0, HOSTS_SHOWN)],
    hostsLeftOut: Math.max(0, hosts.length - HOSTS_SHOWN),
  };
}

function describe(
  kind: UsedKind,
  id: string,
  points: ResourceUtilisation["points"],
): ResourceUtilisation {
  const ratios = points.flatMap(({ utilisationRatio }) => utilisationRatio ?? []);
  const sum = ratios.reduce((total, ratio) => total + ratio, 0);
  return {
    kind,
    id,
    meanRatio: ratios.length === 0 ? null : sum / ratios.length,
    peakRatio: ratios.length === 0 ? null : Math.max(...ratios),
    peakBytesPerSecond: points.reduce((most, point) => Math.max(most, point.rateBytesPerSecond), 0),
    points,
  };
}
