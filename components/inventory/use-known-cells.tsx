"use client";

import { useFormatter } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { Known } from "@/components/ui/no-data";
import { useSizeText } from "./use-size-text";

/** Writers of cells whose value may not be known. */
export function useKnownCells() {
  const format = useFormatter();
  const size = useSizeText();
  return useMemo(
    () => ({
      text: (value: string | null): ReactNode => <Known value={value}>{String}</Known>,
      number: (value: number | null, digits = 0): ReactNode => (
        <Known value={value}>
          {(known) => format.number(known, { maximumFractionDigits: digits })}
        </Known>
      ),
      percent: (value: number | null): ReactNode => (
        <Known value={value}>
          {(known) => format.number(known / 100, { style: "percent", maximumFractionDigits: 1 })}
        </Known>
      ),
      mib: (value: number | null): ReactNode => <Known value={value}>{size.mib}</Known>,
    }),
    [format, size],
  );
}
