import { CsvError, type Parser, parse } from "csv-parse";
import { ImportError } from "../schema";

export type Delimiter = "," | ";" | "\t" | "|";

/** Rows are handed over in so many at once: an await for each would cost more than parsing it. */
const BATCH_ROWS = 1_000;

/**
 * Splits UTF-8 text into records of trimmed cells. Records of blanks only are passed over, so are ragged ones taken
 * as they are. `isCut`: the text is the beginning of a longer one, and a last record that is unfinished is left out.
 * Throws ImportError: damaged for a record beyond `maxRecordBytes` or quotes that are none, truncated.
 */
export async function* parseRecords(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: Delimiter,
  maxRecordBytes: number,
  isCut: boolean,
): AsyncGenerator<string[][]> {
  let rows: string[][] = [];
  let failure: unknown = null;
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
    max_record_size: maxRecordBytes,
    // All three, as files that were put together from several have more than one.
    record_delimiter: ["\r\n", "\n", "\r"],
  });
  parser.on("data", (row: string[]) => rows.push(row));
  parser.on("error", (error) => {
    failure = error;
  });
  const ended = new Promise<void>((resolve) => {
    parser.on("close", resolve);
  });
  let lineBytes = 0;
  try {
    for await (const chunk of chunks) {
      lineBytes = Math.min(lineBytes + chunk.byteLength, bytesAfterLastLine(chunk));
      // The parser counts no delimiters: a line of nothing but them would become millions of cells.
      if (lineBytes > maxRecordBytes) throw new ImportError("damaged", { reason: "line" });
      await written(parser, chunk);
      if (failure !== null) break;
      if (rows.length < BATCH_ROWS) continue;
      const batch = rows;
      rows = [];
      yield batch;
    }
    if (failure === null) parser.end();
    else parser.destroy();
    await ended;
    if (failure !== null && !(isCut && isUnfinished(failure))) throw parseError(failure);
    if (isCut && failure === null && rows.length > 1) rows.pop();
    if (rows.length > 0) yield rows;
  } finally {
    parser.destroy();
  }
}

/** Infinity where no line ends in the chunk. */
function bytesAfterLastLine(chunk: Uint8Array): number {
  const end = Math.max(chunk.lastIndexOf(0x0a), chunk.lastIndexOf(0x0d));
  return end < 0 ? Number.POSITIVE_INFINITY : chunk.byteLength - end - 1;
}

function written(parser: Parser, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    parser.write(chunk, () => resolve());
  });
}

function isUnfinished(error: unknown): boolean {
  return error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED";
}

/** csv-parse's codes become ours, once. */
function parseError(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return new ImportError("truncated");
  return new ImportError("damaged", { reason: error.code, line: Number(error.lines) || 0 });
}
