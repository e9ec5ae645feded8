import type { RandomStream } from "@/lib/engine/random";

/** One of the items. @throws RangeError when there is none */
export function pick<T>(stream: RandomStream, items: readonly T[]): T {
  const item = items[stream.int(0, items.length - 1)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

/** One of the items by weight; weights are 0 or more and need not sum to 1. */
export function pickWeighted<T>(
  stream: RandomStream,
  items: readonly (readonly [item: T, weight: number])[],
): T {
  let left = stream.uniform() * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  throw new RangeError("nothing to pick from");
}

/** The items in a random order (Fisher and Yates), as a new list. */
export function shuffled<T>(stream: RandomStream, items: readonly T[]): T[] {
  const result = [...items];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = stream.int(0, index);
    const held = result[index] as T;
    result[index] = result[other] as T;
    result[other] = held;
  }
  return result;
}

/** Lower-case hexadecimal digits, at most eight at a time. */
export function hex(stream: RandomStream, digits: number): string {
  let text = "";
  while (text.length < digits) text += stream.nextUint32().toString(16).padStart(8, "0");
  return text.slice(0, digits);
}

/** A UUID with the given leading digits: vSphere's own start with 421, 500 or 6000c29. */
export function uuid(stream: RandomStream, lead = ""): string {
  const digits = lead + hex(stream, 32 - lead.length);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join("-");
}

/** A whole number with leading zeros. */
export function padded(number: number, digits = 2): string {
  return String(number).padStart(digits, "0");
}
