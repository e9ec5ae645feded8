import { addTraffic, capacityOf, pointsOf, type SeriesPoint, stretchesOf } from "./series";
import type { MigrationTimeline } from "./timeline";

/** How busy everything was that migrations share: each link, IX appliance and source host. */

export const USED_KINDS = ["link", "ix", "sourceHost"] as const;
export type UsedKind = (typeof USED_KINDS)[number];

export interface ResourceUsage {
  kind: UsedKind;
  id: string;
  /** Links count bytes on the wire, the others on the LAN; the share is null while the capacity is 0. */
  points: (SeriesPoint & { rateBytesPerSecond: number; utilisationRatio: number | null })[];
}

/**
 * The same figures as `utilisationSeries`, of all resources at once: every migration is looked at once, however
 * many hosts there are. Resources that nothing crossed have a rate of 0.
 */
export function resourceUsages(
  timeline: MigrationTimeline,
  fromSeconds: number,
  toSeconds: number,
  points: number,
): ResourceUsage[] {
  const own = stretchesOf(fromSeconds, toSeconds, points);
  if (own === null) return [];
  const sums = new Map<string, Float64Array>();
  const add = (kind: UsedKind, id: string, factor: number) => {
    const key = `${kind} ${id}`;
    const sum = sums.get(key) ?? new Float64Array(points);
    sums.set(key, sum);
    for (let i = 0; i < points; i++)
      sum[i] = (sum[i] as number) + (own.bytes[i] as number) * factor;
  };
  timeline.migrations.forEach(({ linkId, meshId, sourceHostId, type, wanRatio }, migration) => {
    own.bytes.fill(0);
    addTraffic(timeline, migration, 1, own);
    add("link", linkId, 1 / wanRatio);
    // Assisted vMotion goes from host to host, past the appliance.
    if (type !== "AssistedvMotion") add("ix", meshId, 1);
    if (sourceHostId !== null) add("sourceHost", sourceHostId, 1);
  });
  return resourcesOf(timeline).map(({ kind, id }) => {
    const bytes = sums.get(`${kind} ${id}`) ?? new Float64Array(points);
    const capacity = capacityOf(timeline, kind, id);
    return {
      kind,
      id,
      points: pointsOf({ ...own, bytes }, (sent, startSeconds, endSeconds) => {
        const possible = capacity?.(startSeconds, endSeconds) ?? 0;
        return {
          rateBytesPerSecond: sent / own.widthSeconds,
          utilisationRatio: possible > 0 ? sent / possible : null,
        };
      }),
    };
  });
}

function resourcesOf({ curves }: MigrationTimeline): { kind: UsedKind; id: string }[] {
  return USED_KINDS.flatMap((kind) =>
    curves.flatMap((curve) => (curve.kind === kind ? [{ kind, id: curve.id }] : [])),
  );
}
