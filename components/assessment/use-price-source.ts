"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import { PRICES_2026 } from "@/lib/cost/prices-2026";
import type { MonthlyCost } from "@/lib/cost/schema";

/** Names the price list behind a cost and the year that it is of. */
export function usePriceSource(): (cost: MonthlyCost) => string {
  const t = useTranslations("assessment-pages.cost");
  const format = useFormatter();
  return useCallback(
    (cost) =>
      t("source", {
        source: cost.priceListId === PRICES_2026.id ? PRICES_2026.source : cost.priceListId,
        date: format.dateTime(new Date(`${cost.priceListDate}T00:00:00Z`), {
          dateStyle: "medium",
          timeZone: "UTC",
        }),
      }),
    [t, format],
  );
}
