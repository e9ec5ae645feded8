const units = ["MiB", "GiB", "TiB", "PiB"] as const;
export type SizeUnit = "KiB" | (typeof units)[number];

/** A size in the unit in which it has one to four digits before the point. */
export interface ScaledSize {
  value: number;
  unit: SizeUnit;
}

/** Scales MiB (2^20 bytes) to the binary unit that people would name it in. */
export function scaleMib(sizeMib: number): ScaledSize {
  if (sizeMib > 0 && sizeMib < 1) return { value: sizeMib * 1_024, unit: "KiB" };
  let value = sizeMib;
  let index = 0;
  // 1,024 and not 1,000: 900 GiB is named so, and 1,023 GiB has no better name.
  while (Math.abs(value) >= 1_024 && index < units.length - 1) {
    value /= 1_024;
    index += 1;
  }
  return { value, unit: units[index] ?? "PiB" };
}

/** Three digits that matter: 1.24 TiB, 12.4 GiB, 124 GiB. */
export function fractionDigits(value: number): number {
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return 0;
  return size >= 10 ? 1 : 2;
}
