import type { ChartRow, ChartSeries } from "@/components/charts/chart-data";
import type { ResourceUtilisation } from "@/lib/world/board-utilisation-schema";

/** Lines of the chart: a row a stretch of time, a percentage a resource; null while it had no capacity. */
export function utilisationRows(resources: readonly ResourceUtilisation[]): {
  data: ChartRow[];
  series: ChartSeries[];
} {
  const [first] = resources;
  if (first === undefined) return { data: [], series: [] };
  const data = first.points.map(({ startSeconds }, at) => {
    const row: Record<string, number | null> = { startSeconds };
    resources.forEach(({ points }, index) => {
      const ratio = points[at]?.utilisationRatio ?? null;
      row[`line${index}`] = ratio === null ? null : 100 * ratio;
    });
    return row;
  });
  return { data, series: resources.map(({ id }, index) => ({ key: `line${index}`, label: id })) };
}
