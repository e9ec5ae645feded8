"use client";

import { useFormatter } from "next-intl";
import { useCallback } from "react";

/** Writes a price to the cent, as price lists do, in its own currency. */
export function usePriceText(): (amount: number, currency: string) => string {
  const format = useFormatter();
  return useCallback(
    (amount, currency) =>
      format.number(amount, {
        style: "currency",
        currency,
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }),
    [format],
  );
}
