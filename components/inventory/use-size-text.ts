"use client";

import { useFormatter } from "next-intl";
import { useMemo } from "react";
import { BYTES_PER_MIB } from "@/lib/units/bytes";
import { fractionDigits, scaleMib } from "./size-scale";

export interface SizeText {
  /** `1.24 TiB` of a number of MiB. */
  mib: (sizeMib: number) => string;
  /** `12.4 MiB` of a number of bytes. */
  bytes: (sizeBytes: number) => string;
  /** Value and unit apart, for key figures. */
  parts: (sizeMib: number) => { value: string; unit: string };
}

/** Writes sizes in binary units and the reader's digits. */
export function useSizeText(): SizeText {
  const format = useFormatter();
  return useMemo(() => {
    const parts = (sizeMib: number) => {
      const { value, unit } = scaleMib(sizeMib);
      return {
        value: format.number(value, { maximumFractionDigits: fractionDigits(value) }),
        unit,
      };
    };
    const mib = (sizeMib: number) => {
      const { value, unit } = parts(sizeMib);
      return `${value} ${unit}`;
    };
    return { parts, mib, bytes: (sizeBytes) => mib(sizeBytes / BYTES_PER_MIB) };
  }, [format]);
}
