"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import { PRICES_2026 } from "@/lib/cost/prices-2026";
import type { MonthlyCost } from "@/lib/cost/schema";

/** Names where the host prices behind a cost were read and the latest day that they are of. */
export function usePriceSource(): (cost: MonthlyCost) => string {
  const t = useTranslations("assessment-pages.cost");
  const format = useFormatter();
  return useCallback(
    (cost) => {
      const sources = [...new Set(cost.heads.flatMap(({ priceSource }) => priceSource ?? []))];
      const dates = cost.heads.flatMap(({ priceDate }) => priceDate ?? []).sort();
      // Assessments of before prices named their source name only the list.
      const listName = cost.priceListId === PRICES_2026.id ? PRICES_2026.source : cost.priceListId;
      return t("source", {
        source: sources.length > 0 ? sources.join("; ") : listName,
        date: format.dateTime(new Date(`${dates.at(-1) ?? cost.priceListDate}T00:00:00Z`), {
          dateStyle: "medium",
          timeZone: "UTC",
        }),
      });
    },
    [t, format],
  );
}
