"use client";

import { useFormatter } from "next-intl";
import { useCallback } from "react";

/** Writes amounts of years in whole units; `short` rounds to three digits for axes. */
export function useBigMoney(currency: string): (amount: number, short?: boolean) => string {
  const format = useFormatter();
  return useCallback(
    (amount, short = false) =>
      // Adding zero turns -0 into 0: nothing is not less than nothing.
      format.number(Math.round(amount) + 0, {
        style: "currency",
        currency,
        maximumFractionDigits: short ? 1 : 0,
        ...(short ? { notation: "compact" as const } : {}),
      }),
    [format, currency],
  );
}
