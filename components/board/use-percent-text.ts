"use client";

import { useFormatter } from "next-intl";
import { useCallback } from "react";

/** Whole percent, rounded down: 99.9 % is not done. */
export function floorPercent(ratio: number): number {
  return Math.floor(Math.min(Math.max(ratio, 0), 1) * 100 + 1e-9);
}

/** Writes a ratio of 0 to 1 as whole percent that never flatter. */
export function usePercentText(): (ratio: number) => string {
  const format = useFormatter();
  return useCallback(
    (ratio) => format.number(floorPercent(ratio) / 100, { style: "percent" }),
    [format],
  );
}
