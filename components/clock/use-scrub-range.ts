"use client";

import { useState } from "react";
import { type ScrubRange, scrubRange } from "./scrub-range";

/**
 * What the scrubber can reach. It is that of the present while another instant is looked at: what was started and what
 * is forecast there is not the same, and the track would move away under the thumb.
 */
export function useScrubRange(
  known: Parameters<typeof scrubRange>[0],
  at: number | null,
): ScrubRange {
  const fresh = scrubRange(known);
  const [held, hold] = useState(fresh);
  const isSame = held.startSeconds === fresh.startSeconds && held.endSeconds === fresh.endSeconds;
  if (at === null) {
    if (!isSame) hold(fresh);
    return fresh;
  }
  return {
    startSeconds: Math.min(held.startSeconds, at),
    endSeconds: Math.max(held.endSeconds, at),
  };
}
