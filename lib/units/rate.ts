/** Network rates are printed in decimal bits per second; the engine counts bytes per second. */
export const BITS_PER_BYTE = 8;

/** Bytes per second of a rate given in gigabits (10^9 bits) per second. */
export function gigabitsToBytesPerSecond(gigabitsPerSecond: number): number {
  return (gigabitsPerSecond * 1e9) / BITS_PER_BYTE;
}
