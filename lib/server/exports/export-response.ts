import { writeXlsxStream } from "hucre/xlsx";
import type { ExportFormat } from "@/lib/export/schema";
import { CSV_BYTE_ORDER_MARK, csvLine } from "@/lib/inventory/csv";
import type { ExportColumn, ExportTable, ExportValue } from "./export-table";

/** The table as a download that is written while it is read. */
export function exportResponse(table: ExportTable, format: ExportFormat): Response {
  const body = format === "xlsx" ? xlsxStream(table) : csvStream(table);
  return new Response(body, {
    headers: {
      "content-type": CONTENT_TYPES[format],
      "content-disposition": `attachment; filename="${table.fileName}.${format}"`,
    },
  });
}

const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Lines that are sent together: a chunk a row would cost more than the row. */
const LINES_PER_CHUNK = 200;

function csvStream({ columns, rows }: ExportTable): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = rows[Symbol.asyncIterator]();
  let head = CSV_BYTE_ORDER_MARK + csvLine(columns.map(({ label }) => label));
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = head;
      head = "";
      for (let lines = 0; lines < LINES_PER_CHUNK; lines += 1) {
        const { value, done } = await iterator.next();
        if (done) {
          if (text !== "") controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += csvLine(value);
      }
      controller.enqueue(encoder.encode(text));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

const NUMBER_FORMATS: Readonly<Record<NonNullable<ExportColumn["format"]>, string>> = {
  percent: "0.0%",
  money: "#,##0.00",
  integer: "#,##0",
  decimal: "#,##0.0#",
};

/** Excel takes at most 31 characters and none of these in a sheet's name. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
}

/** Text stays text whatever it begins with: cells are typed, so that none of them is a formula. */
function xlsxStream({ sheet, columns, rows }: ExportTable): ReadableStream<Uint8Array> {
  return writeXlsxStream(cellsOf(rows), {
    name: sheetName(sheet),
    columns: columns.map(({ label, width, format }) => ({
      header: label,
      width: width ?? 16,
      ...(format ? { numFmt: NUMBER_FORMATS[format] } : {}),
    })),
    freezePane: { rows: 1 },
  });
}

async function* cellsOf(rows: AsyncIterable<readonly ExportValue[]>) {
  for await (const row of rows) yield [...row];
}
