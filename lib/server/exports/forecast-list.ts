import { type ForecastRow, forecastRowsQuerySchema } from "@/lib/forecast/row-schema";
import { boardSentence } from "@/lib/world/message-words";
import { readForecastRows } from "../forecasts";
import { readWorldView } from "../world-views";
import { type ExportList, type ExportValue, pagedRows, parseQuery } from "./export-table";
import { simulatedTimeText } from "./simulated-time";

const PAGE_ROWS = 1_000;

/** The latest forecast of each VM; empty while there is none. */
export const exportForecast: ExportList = async ({ projectId, query, texts }) => {
  const parsed = parseQuery(forecastRowsQuerySchema, query);
  const { clock } = await readWorldView(projectId, undefined);
  const page = (offset: number) =>
    readForecastRows(projectId, { ...parsed, offset, limit: PAGE_ROWS });
  const time = simulatedTimeText(clock.epochIso, clock.timeZone);
  const name = (key: string) => texts(`forecast.vms.${key}`);
  const zoned = (label: string) => texts("export.zoned", { name: label, zone: clock.timeZone });
  const values = (row: ForecastRow): ExportValue[] => {
    const { blocked } = row;
    const end = (seconds: number | null) => (blocked === null ? time(seconds) : null);
    const blockedText = blocked && texts(`forecast.vms.${blocked.outcome}`);
    const reason = blocked?.code ? boardSentence(texts, { code: blocked.code, values: {} }) : null;
    return [
      row.name,
      row.groupName,
      ...[row.p10, row.p50, row.p80, row.p90].map(end),
      row.completedRatio ?? 0,
      blockedText,
      reason,
    ];
  };
  return {
    fileName: "landfall-forecast",
    sheet: texts("forecast.title"),
    columns: [
      { label: name("vm"), width: 32 },
      { label: name("group"), width: 24 },
      ...["P10", "P50", "P80", "P90"].map((label) => ({ label: zoned(label), width: 20 })),
      { label: name("completed"), format: "percent" },
      { label: name("outcome"), width: 24 },
      { label: name("reason"), width: 60 },
    ],
    rows: pagedRows(await page(0), page, values),
  };
};
