import { z } from "zod";
import { USED_KINDS } from "@/lib/migration/resource-usage";

/** What the board shows of the resources that migrations share. Null is "no data", never zero. */

export const resourceUtilisationSchema = z.object({
  kind: z.enum(USED_KINDS),
  /** Name of the service mesh for its link and its appliance, of the host otherwise. */
  id: z.string(),
  /** Over the stretches in which there was a capacity, 0 to 1. */
  meanRatio: z.number().nullable(),
  peakRatio: z.number().nullable(),
  peakBytesPerSecond: z.number(),
  points: z.array(
    z.object({
      startSeconds: z.number(),
      endSeconds: z.number(),
      rateBytesPerSecond: z.number(),
      utilisationRatio: z.number().nullable(),
    }),
  ),
});
export type ResourceUtilisation = z.infer<typeof resourceUtilisationSchema>;

export const boardUtilisationSchema = z.object({
  resources: z.array(resourceUtilisationSchema),
  /** Hosts that are less busy than those shown. */
  hostsLeftOut: z.number().int().min(0),
});
export type BoardUtilisation = z.infer<typeof boardUtilisationSchema>;
