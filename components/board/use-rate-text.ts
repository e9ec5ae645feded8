"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import { BITS_PER_BYTE } from "@/lib/units/rate";

const MEGABIT = 1e6;
const GIGABIT = 1e9;

/** Writes a rate in megabits or gigabits a second, as links are named: 412 Mbps, 1.25 Gbps. */
export function useRateText(): (bytesPerSecond: number) => string {
  const t = useTranslations("board.rate");
  const format = useFormatter();
  return useCallback(
    (bytesPerSecond) => {
      const bits = bytesPerSecond * BITS_PER_BYTE;
      if (bits >= GIGABIT) {
        return t("gbps", { value: format.number(bits / GIGABIT, { maximumFractionDigits: 2 }) });
      }
      const digits = bits > 0 && bits < 10 * MEGABIT ? 1 : 0;
      return t("mbps", {
        value: format.number(bits / MEGABIT, { maximumFractionDigits: digits }),
      });
    },
    [t, format],
  );
}
