"use client";

import { useFormatter } from "next-intl";
import { useCallback } from "react";

/** Writes amounts a month: whole units, and cents only below a hundred. */
export function useMoney(currency: string): (amount: number) => string {
  const format = useFormatter();
  return useCallback(
    (amount) =>
      format.number(amount, {
        style: "currency",
        currency,
        maximumFractionDigits: amount !== 0 && Math.abs(amount) < 100 ? 2 : 0,
      }),
    [format, currency],
  );
}
