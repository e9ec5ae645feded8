"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import { type FieldKey, specOf } from "@/lib/cost/business-case/fields";

const PERCENT = 100;

/** How a field's value stands in its input: shares as percent. */
export const shownScale = (key: FieldKey) => (specOf(key).unit === "ratio" ? PERCENT : 1);

/** Writes a field's value with its unit. */
export function useFieldText(currency: string): (key: FieldKey, value: number) => string {
  const t = useTranslations("business-case.units");
  const format = useFormatter();
  return useCallback(
    (key, value) => {
      const { unit } = specOf(key);
      if (unit === "money") {
        return format.number(value, {
          style: "currency",
          currency,
          maximumFractionDigits: Math.abs(value) < 1_000 ? 3 : 0,
          minimumFractionDigits: 0,
        });
      }
      if (unit === "ratio") {
        return format.number(value, { style: "percent", maximumFractionDigits: 1 });
      }
      return t(unit, {
        value: format.number(value, { maximumFractionDigits: unit === "kw" ? 4 : 1 }),
      });
    },
    [format, t, currency],
  );
}
