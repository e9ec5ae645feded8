import { CSV_BYTE_ORDER_MARK, csvLine } from "@/lib/inventory/csv";

/** Rows written at once: a stream of single lines would cost more than their text. */
const ROWS_PER_PART = 1_000;

/** A header and its rows as the parts of a CSV file. */
export async function* csvParts<TRow>(
  header: readonly string[],
  rows: readonly TRow[],
  cellsOf: (row: TRow) => Parameters<typeof csvLine>[0],
): AsyncGenerator<string> {
  yield CSV_BYTE_ORDER_MARK + csvLine(header);
  for (let start = 0; start < rows.length; start += ROWS_PER_PART) {
    yield rows
      .slice(start, start + ROWS_PER_PART)
      .map((row) => csvLine(cellsOf(row)))
      .join("");
  }
}

/** A CSV file that is downloaded while it is written. */
export function csvResponse(fileName: string, parts: AsyncIterable<string>): Response {
  const iterator = parts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
    },
  });
}
