"use client";

import { useFormatter } from "next-intl";
import { useCallback } from "react";

/** A share as whole percent: 100 % and 0 % only where no replication was otherwise. */
export function useRatioText(): (ratio: number) => string {
  const format = useFormatter();
  return useCallback(
    (ratio) => {
      const shown = ratio > 0 && ratio < 1 ? Math.min(0.99, Math.max(0.01, ratio)) : ratio;
      return format.number(shown, { style: "percent", maximumFractionDigits: 0 });
    },
    [format],
  );
}
