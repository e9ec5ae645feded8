import { PerformanceAggregate } from "@/lib/performance/performance-aggregate";
import type { PerformancePeriod, VmPerformance } from "@/lib/performance/schema";
import { localMinute } from "@/lib/units/local-minute";
import type { DelimitedTable } from "../delimited/delimited-table";
import type { ReadingSession } from "../part-reading";
import { foldHeader } from "../rvtools/header";
import { type DroppedReason, ImportError } from "../schema";
import type { TableReading } from "../table-readers";
import { tableReportOf } from "../table-report";
import { TimeColumn } from "../time-column";
import { DEFAULT_LOCALE, LocaleVotes, parseNumberText } from "../values";

export interface PerformanceReading extends TableReading {
  vms: VmPerformance[];
  period: PerformancePeriod;
}

/** Headers of samples one a row, folded, the most telling first. */
const COLUMNS = {
  time: ["time", "timestamp", "datetime", "sampletime", "date"],
  vm: ["vm", "vmname", "objectname", "object", "resource", "entity", "server", "name"],
  metric: ["metric", "metricname", "counter", "metricid", "stat"],
  value: ["value", "metricvalue", "average", "avg"],
  unit: ["unit", "units", "uom"],
} as const;
type Field = keyof typeof COLUMNS;

/** What exports write where a sample is missing. */
const NO_VALUE = /^(?:|-|n\/?a|null|nan|no data|none)$/i;

/**
 * Reads a performance export of any length into percentiles and weekly profiles of each VM. Rows without a VM, a
 * time or a value are dropped and counted. Throws ImportError: noRows, tooManyVms, and what the table throws.
 */
export async function readPerformance(
  table: DelimitedTable,
  session: ReadingSession,
): Promise<PerformanceReading> {
  session.onSheet(table.fileName);
  const columns = columnsOf(table.headers);
  const time = await TimeColumn.open(table, columns.time);
  const votes = new LocaleVotes({
    ...DEFAULT_LOCALE,
    decimal: table.decimalComma ? "comma" : "point",
  });
  const aggregate = new PerformanceAggregate();
  const dropped: Partial<Record<DroppedReason, number>> = {};
  const drop = (reason: DroppedReason) => {
    dropped[reason] = (dropped[reason] ?? 0) + 1;
  };
  let rowsRead = 0;
  let rowsKept = 0;
  for await (const rows of table.batches()) {
    for (const cells of rows) {
      const vmName = cells[columns.vm] ?? "";
      const value = sampleOf(cells[columns.value] ?? "", votes);
      const timeMs = time.msOf(cells);
      if (vmName === "") drop("noVmName");
      else if (value === null && foldHeader(cells[columns.value] ?? "") === "value") {
        drop("repeatedHeader");
      } else if (timeMs === null) drop("noTime");
      else if (value === null) drop("noValue");
      else {
        const unit = cells[columns.unit] ?? "";
        const metric =
          unit === "" ? (cells[columns.metric] ?? "") : `${cells[columns.metric]} ${unit}`;
        if (aggregate.add(vmName.slice(0, 300), metric, value, timeMs)) rowsKept += 1;
        else drop("unusedMetric");
      }
    }
    if (aggregate.vmCount > session.limits.vms) {
      throw new ImportError("tooManyVms", { limit: session.limits.vms });
    }
    rowsRead += rows.length;
    session.onRows(rows.length);
  }
  const period = aggregate.period();
  if (period === null) throw new ImportError("noRows", { file: table.fileName });
  const vms = [...aggregate.summaries()];
  return {
    vms,
    period,
    sheets: [tableReportOf("Performance", table, columns, { rowsRead, rowsKept, dropped })],
    notes: [
      {
        code: "performancePeriod",
        severity: "info",
        count: vms.length,
        detail: {
          samples: rowsKept,
          minutes: period.intervalMinutes,
          start: localMinute(period.startAt),
          end: localMinute(period.endAt),
        },
      },
    ],
  };
}

/** Where each field is; -1 for a column that the export lacks. */
function columnsOf(headers: readonly string[]): Record<Field, number> {
  const folded = headers.map(foldHeader);
  const taken = new Set<number>();
  const entries = Object.entries(COLUMNS).map(([field, names]) => {
    const place = names.map((name) => folded.indexOf(name)).find((at) => at >= 0 && !taken.has(at));
    if (place !== undefined) taken.add(place);
    return [field, place ?? -1];
  });
  return Object.fromEntries(entries);
}

/** What most exports write, and what means the same in every language: one or two decimals cannot be thousands. */
const PLAIN_SAMPLE = /^\d{1,15}\.\d{1,2}$/;

/** A measured value of 0 or more; null for what is none. */
function sampleOf(cell: string, votes: LocaleVotes): number | null {
  if (PLAIN_SAMPLE.test(cell)) return Number(cell);
  if (NO_VALUE.test(cell)) return null;
  const value = parseNumberText(cell, votes);
  return value === null || value < 0 || !Number.isFinite(value) ? null : value;
}
