import { z } from "zod";

/** Fields that many parts of a scenario share, each with the reason for its bounds. */

/** A name inside the scenario; as long as the longest inventory key. */
export const idSchema = z.string().min(1).max(300);
/** 2^60 bytes (1 EiB) keeps sums of a hundred thousand VMs within what a double counts well. */
export const bytes = z
  .number()
  .min(0)
  .max(2 ** 60);
/** Bytes a second. */
export const rate = z.number().min(0).max(1e15);
/** Seconds; a hundred years bound the event queue. */
export const seconds = z.number().min(0).max(3_155_760_000);
/** 0 to 1. */
export const ratio = z.number().min(0).max(1);

const LOCAL_DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

/**
 * A moment: seconds after the scenario's start, an ISO 8601 instant with its offset, or a local date and
 * time without one, which is read in the scenario's time zone.
 */
export const momentSchema = z.union(
  [seconds, z.iso.datetime({ offset: true }), z.string().regex(LOCAL_DATE_TIME)],
  { error: "expected seconds, an ISO 8601 instant with its offset, or YYYY-MM-DDTHH:MM" },
);
export type Moment = z.infer<typeof momentSchema>;

export const windowSchema = z.strictObject({
  start: momentSchema,
  end: momentSchema.nullable().default(null).describe("Null never expires."),
});
export type SwitchoverWindow = z.infer<typeof windowSchema>;
