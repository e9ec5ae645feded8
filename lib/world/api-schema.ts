import { z } from "zod";

/** Requests on a project's world that are not commands: the clock, and at which instant to look. */

export const atQuerySchema = z.object({
  /** Seconds of simulated time since the epoch; now when left out. Later than now is a look ahead. */
  at: z.coerce.number().min(0).optional(),
});

/** 86,400 simulated seconds a second is a day a second; faster than that nobody can watch. */
export const SPEEDS = [1, 10, 60, 600, 3_600, 21_600, 86_400] as const;

export const clockRequestSchema = z.discriminatedUnion("action", [
  z.object({ action: z.literal("pause") }),
  z.object({ action: z.literal("resume") }),
  z.object({ action: z.literal("setSpeed"), speed: z.number().min(1).max(86_400) }),
  z.object({ action: z.literal("jumpTo"), atSeconds: z.number().min(0).max(315_360_000) }),
]);
export type ClockRequest = z.infer<typeof clockRequestSchema>;

export const clockViewSchema = z.object({
  epochIso: z.string(),
  timeZone: z.string(),
  speed: z.number(),
  paused: z.boolean(),
  /** Simulated seconds at `wallMs`, so that a page can go on counting by itself. */
  nowSeconds: z.number(),
  wallMs: z.number(),
});
export type ClockView = z.infer<typeof clockViewSchema>;
