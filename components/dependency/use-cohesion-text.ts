"use client";

import { useFormatter } from "next-intl";
import { useCallback } from "react";

/** How much of a group's talk stays inside; never rounded up to all of it. */
export function useCohesionText(): (ratio: number) => string {
  const format = useFormatter();
  return useCallback(
    (ratio) =>
      format.number(ratio === 1 ? 1 : Math.min(ratio, 0.99), {
        style: "percent",
        maximumFractionDigits: 0,
      }),
    [format],
  );
}
