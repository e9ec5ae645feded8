import type { Formats } from "next-intl";

/**
 * The named styles that messages use, as in `{share, number, percent}`. Messages are compiled when the product is
 * built, and what formats them in the browser knows no names of its own.
 */
export const formats = {
  number: { percent: { style: "percent" } },
  dateTime: { medium: { year: "numeric", month: "short", day: "numeric" } },
} as const satisfies Formats;
