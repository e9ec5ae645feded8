import type { ImportProgress } from "@/lib/discovery/schema";

/**
 * Where each stage begins and ends on the whole bar. The shares are those of a 10,000-VM workbook:
 * most of the time goes into reading the sheets, most of the rest into storing the rows.
 */
const STAGE_SPANS = {
  opening: [0, 0.02],
  reading: [0.02, 0.75],
  assembling: [0.75, 0.8],
  storing: [0.8, 1],
} as const satisfies Record<ImportProgress["stage"], readonly [number, number]>;

export const IMPORT_STAGES = Object.keys(STAGE_SPANS) as ImportProgress["stage"][];

/** Nothing is finished before the server says so. */
const LARGEST_UNFINISHED_RATIO = 0.99;

/** How far an import is over all its stages, 0 to 0.99. */
export function overallRatio(progress: ImportProgress): number {
  const [start, end] = STAGE_SPANS[progress.stage];
  const within = progress.bytesTotal > 0 ? progress.bytesDone / progress.bytesTotal : 0;
  const ratio = start + (end - start) * Math.min(Math.max(within, 0), 1);
  return Math.min(ratio, LARGEST_UNFINISHED_RATIO);
}
