import { type PriceEntry, type PriceList, priceKey } from "./schema";

/** `entries` with each of `changes` in the place of the price with the same key, new ones last. */
export function withPrices(
  entries: readonly PriceEntry[],
  changes: readonly PriceEntry[],
): PriceEntry[] {
  const byKey = new Map(entries.map((entry) => [priceKey(entry), entry]));
  for (const change of changes) byKey.set(priceKey(change), change);
  return [...byKey.values()];
}

/** `entries` without those of the given keys. */
export function withoutPrices(
  entries: readonly PriceEntry[],
  keys: readonly string[],
): PriceEntry[] {
  const gone = new Set(keys);
  return entries.filter((entry) => !gone.has(priceKey(entry)));
}

/** Whether two lists hold the same prices, in whatever order. */
export function samePrices(left: readonly PriceEntry[], right: readonly PriceEntry[]): boolean {
  if (left.length !== right.length) return false;
  const lines = (entries: readonly PriceEntry[]) =>
    entries.map((entry) => JSON.stringify(Object.entries(entry).sort())).sort();
  return JSON.stringify(lines(left)) === JSON.stringify(lines(right));
}

/** Where the list's prices come from, each source once, in the order of the list. */
export function sourcesOf(list: Pick<PriceList, "entries">): string[] {
  return [...new Set(list.entries.map(({ source }) => source))];
}
