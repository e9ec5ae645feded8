/** One place on the horizontal axis: its name and a value for each series, null when not known. */
export type ChartRow = Readonly<Record<string, string | number | null>>;

export interface ChartSeries {
  /** The field of `ChartRow`. */
  key: string;
  label: string;
  /** A place in the palette, 1 to 8; by order unless told. Keep it for one meaning across pages. */
  color?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  /** A state's colour where the series is one. */
  tone?: "success" | "warning" | "danger" | "info" | "neutral";
}

const paletteSize = 8;

/** The CSS colour of a series; every palette colour has at least 3:1 against the page in both themes. */
export function seriesColor(series: ChartSeries, index: number): string {
  if (series.tone) return `var(--lf-${series.tone})`;
  return `var(--lf-series-${series.color ?? (index % paletteSize) + 1})`;
}

/** Series differ by dash as well as by colour (WCAG 2.2, 1.4.1). */
export function seriesDash(index: number): string | undefined {
  return [undefined, "6 3", "2 3", "10 4 2 4"][index % 4];
}
