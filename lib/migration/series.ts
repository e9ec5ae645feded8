import { curveBytesAt, lastNotAfter } from "./curve";
import { NO_CURVE } from "./recorder";
import type { MigrationTimeline, ResourceKind, TimelineLink } from "./timeline";

/** What was sent over stretches of time: the fleet's throughput, and how busy each resource was. */

/** Equal stretches of time, `widthSeconds` long each. */
export interface Stretches {
  fromSeconds: number;
  widthSeconds: number;
  bytes: Float64Array;
}

/** Adds the LAN bytes of one migration, over all its attempts, times `factor`. */
export function addTraffic(
  timeline: MigrationTimeline,
  migration: number,
  factor: number,
  { fromSeconds, widthSeconds, bytes }: Stretches,
): void {
  const { pieces, curves, endSeconds } = timeline;
  const first = pieces.offsets[migration] ?? 0;
  const end = pieces.offsets[migration + 1] ?? 0;
  const toSeconds = fromSeconds + widthSeconds * bytes.length;
  const before = lastNotAfter(pieces.startSeconds, first, end, fromSeconds);
  for (let piece = Math.max(first, before); piece < end; piece++) {
    if ((pieces.startSeconds[piece] as number) >= toSeconds) break;
    const rate = pieces.rate[piece] as number;
    const curveIndex = pieces.curve[piece] as number;
    const curve = curveIndex === NO_CURVE ? undefined : curves[curveIndex];
    if (curve === undefined && rate === 0) continue;
    const start = Math.max(fromSeconds, pieces.startSeconds[piece] as number);
    const stop = piece + 1 < end ? (pieces.startSeconds[piece + 1] as number) : endSeconds;
    let stretch = Math.max(0, Math.floor((start - fromSeconds) / widthSeconds));
    let from = start;
    while (from < stop && stretch < bytes.length) {
      const to = Math.min(stop, fromSeconds + (stretch + 1) * widthSeconds);
      if (to > from) {
        const sent = curve
          ? curveBytesAt(curve, to) - curveBytesAt(curve, from)
          : rate * (to - from);
        bytes[stretch] = (bytes[stretch] as number) + sent * factor;
        from = to;
      }
      stretch++;
    }
  }
}

/** LAN bytes of one migration, over all its attempts, or of one guest's flow between two moments. */
function lanBytesBetween(
  timeline: MigrationTimeline,
  row: number,
  fromSeconds: number,
  toSeconds: number,
): number {
  const bytes = new Float64Array(1);
  const widthSeconds = toSeconds - fromSeconds;
  if (widthSeconds > 0) addTraffic(timeline, row, 1, { fromSeconds, widthSeconds, bytes });
  return bytes[0] as number;
}

/** Payload bytes that a migration has sent between two moments, over all its attempts. */
export function payloadBytesBetween(
  timeline: MigrationTimeline,
  migration: number,
  fromSeconds: number,
  toSeconds: number,
): number {
  const efficiencyRatio = timeline.migrations[migration]?.efficiencyRatio ?? 1;
  return lanBytesBetween(timeline, migration, fromSeconds, toSeconds) * efficiencyRatio;
}

export interface SeriesPoint {
  startSeconds: number;
  endSeconds: number;
}

export function stretchesOf(
  fromSeconds: number,
  toSeconds: number,
  points: number,
): Stretches | null {
  const widthSeconds = (toSeconds - fromSeconds) / points;
  if (!(widthSeconds > 0)) return null;
  return { fromSeconds, widthSeconds, bytes: new Float64Array(points) };
}

export function pointsOf<T>(
  { fromSeconds, widthSeconds, bytes }: Stretches,
  describe: (bytes: number, startSeconds: number, endSeconds: number) => T,
): (SeriesPoint & T)[] {
  return Array.from(bytes, (sent, index) => {
    const startSeconds = fromSeconds + index * widthSeconds;
    const endSeconds = startSeconds + widthSeconds;
    return { startSeconds, endSeconds, ...describe(sent, startSeconds, endSeconds) };
  });
}

/** Mean payload rate of all migrations over each of `points` equal stretches. */
export function throughputSeries(
  timeline: MigrationTimeline,
  fromSeconds: number,
  toSeconds: number,
  points: number,
): (SeriesPoint & { rateBytesPerSecond: number })[] {
  const stretches = stretchesOf(fromSeconds, toSeconds, points);
  if (stretches === null) return [];
  timeline.migrations.forEach(({ efficiencyRatio }, migration) => {
    addTraffic(timeline, migration, efficiencyRatio, stretches);
  });
  return pointsOf(stretches, (bytes) => ({ rateBytesPerSecond: bytes / stretches.widthSeconds }));
}

/** Whether a migration's transfers cross a resource. */
function crosses(
  { type, linkId, meshId, sourceHostId }: MigrationTimeline["migrations"][number],
  kind: "link" | "ix" | "sourceHost",
  id: string,
): boolean {
  if (kind === "link") return linkId === id;
  if (kind === "sourceHost") return sourceHostId === id;
  // Assisted vMotion goes from host to host, past the appliance.
  return meshId === id && type !== "AssistedvMotion";
}

/**
 * How busy a link, an IX appliance or a source host was over each of `points` equal stretches: bytes/s, and
 * the share of its capacity (null while that is 0). A link is counted on the wire, the others on the LAN.
 */
export function utilisationSeries(
  timeline: MigrationTimeline,
  kind: Extract<ResourceKind, "link" | "ix" | "sourceHost">,
  id: string,
  fromSeconds: number,
  toSeconds: number,
  points: number,
): (SeriesPoint & { rateBytesPerSecond: number; utilisationRatio: number | null })[] {
  const stretches = stretchesOf(fromSeconds, toSeconds, points);
  const capacity = capacityOf(timeline, kind, id);
  if (stretches === null || capacity === null) return [];
  timeline.migrations.forEach((migration, index) => {
    if (!crosses(migration, kind, id)) return;
    addTraffic(timeline, index, kind === "link" ? 1 / migration.wanRatio : 1, stretches);
  });
  for (const { linkId, guestFlows } of timeline.extensions) {
    if (kind !== "link" || linkId !== id) continue;
    for (const { row } of guestFlows) addTraffic(timeline, row, 1, stretches);
  }
  return pointsOf(stretches, (bytes, startSeconds, endSeconds) => {
    const possible = capacity(startSeconds, endSeconds);
    return {
      rateBytesPerSecond: bytes / stretches.widthSeconds,
      utilisationRatio: possible > 0 ? bytes / possible : null,
    };
  });
}

type BytesPossible = (startSeconds: number, endSeconds: number) => number;

/** Bytes that a resource could have carried between two moments; null when there is no such resource. */
export function capacityOf(
  timeline: MigrationTimeline,
  kind: ResourceKind,
  id: string,
): BytesPossible | null {
  if (kind === "link") {
    const link = timeline.links.find((one) => one.id === id);
    return link ? (start, end) => linkBytesPossible(link, start, end) : null;
  }
  const curve = timeline.curves.find((one) => one.kind === kind && one.id === id);
  return curve ? (start, end) => curve.capacityBytesPerSecond * (end - start) : null;
}

function linkBytesPossible({ times, capacities }: TimelineLink, start: number, end: number) {
  let bytes = 0;
  for (let i = 0; i < times.length; i++) {
    const from = Math.max(start, times[i] as number);
    const to = Math.min(end, times[i + 1] ?? Number.POSITIVE_INFINITY);
    if (to > from) bytes += (capacities[i] as number) * (to - from);
  }
  return bytes;
}

export interface LinkUsage {
  id: string;
  /** On the wire. */
  bytes: number;
  /** Of what the link could carry between the two moments, 0..1; null when that is nothing. */
  utilisation: number | null;
}

/** What each link has carried by the end of the run, and how busy it was between two moments. */
export function linkUsages(
  timeline: MigrationTimeline,
  fromSeconds: number,
  toSeconds: number,
): LinkUsage[] {
  const bytesOf = new Map<string, number>();
  timeline.migrations.forEach(({ linkId, wanRatio }, migration) => {
    const bytes = lanBytesBetween(timeline, migration, 0, timeline.endSeconds) / wanRatio;
    bytesOf.set(linkId, (bytesOf.get(linkId) ?? 0) + bytes);
  });
  for (const { linkId, guestFlows } of timeline.extensions) {
    const bytes = guestFlows.reduce((sum, { row }) => sum + guestBytes(timeline, row), 0);
    bytesOf.set(linkId, (bytesOf.get(linkId) ?? 0) + bytes);
  }
  return timeline.links.map((link) => {
    const bytes = bytesOf.get(link.id) ?? 0;
    const possible = linkBytesPossible(link, fromSeconds, toSeconds);
    return { id: link.id, bytes, utilisation: possible > 0 ? bytes / possible : null };
  });
}

const guestBytes = (timeline: MigrationTimeline, row: number) =>
  lanBytesBetween(timeline, row, 0, timeline.endSeconds);

export interface ExtensionUsage {
  id: string;
  bytes: number;
  /** Of what the appliance could forward while guests sent, 0..1; null when that is nothing. */
  utilisation: number | null;
  /** `bytesPerSecond` is the mean over the flow's own time, as far as the run went. */
  guestFlows: { id: string; bytes: number; bytesPerSecond: number | null }[];
}

/** What guests have sent over each stretched network by the end of the run. */
export function extensionUsages(timeline: MigrationTimeline): ExtensionUsage[] {
  return timeline.extensions.map(({ id, capacityBytesPerSecond, guestFlows }) => {
    const until = (seconds: number) => Math.min(seconds, timeline.endSeconds);
    const flows = guestFlows.map(({ id: flowId, row, startSeconds, endSeconds }) => {
      const bytes = guestBytes(timeline, row);
      const seconds = until(endSeconds) - startSeconds;
      return { id: flowId, bytes, bytesPerSecond: seconds > 0 ? bytes / seconds : null };
    });
    const bytes = flows.reduce((sum, flow) => sum + flow.bytes, 0);
    const first = guestFlows.reduce((least, flow) => Math.min(least, flow.startSeconds), Infinity);
    const last = guestFlows.reduce((most, flow) => Math.max(most, until(flow.endSeconds)), 0);
    const possible = capacityBytesPerSecond * Math.max(0, last - first);
    return { id, bytes, utilisation: possible > 0 ? bytes / possible : null, guestFlows: flows };
  });
}
