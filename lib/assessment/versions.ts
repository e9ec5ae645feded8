/**
 * The numeric parts of the first dotted version in a text: `VMware ESXi 6.10.0 build-1` is [6, 10, 0].
 * Null when there is none.
 */
export function versionParts(text: string | null): number[] | null {
  const match = /\d+(?:\.\d+)+/.exec(text ?? "");
  return match ? match[0].split(".").map(Number) : null;
}

/** Negative when `left` is the older; missing parts count as zero, so 7.0 equals 7.0.0. */
export function compareVersions(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether the version in `text` is older than `minimum`; null when the text has none. */
export function isOlderThan(text: string | null, minimum: readonly number[]): boolean | null {
  const parts = versionParts(text);
  return parts === null ? null : compareVersions(parts, minimum) < 0;
}
