import { type ByteSource, readRange } from "../byte-source";
import type { ReadingSession } from "../part-reading";
import { ImportError } from "../schema";
import { DEFAULT_LOCALE, LocaleVotes, parseNumberText } from "../values";
import { type Delimiter, parseRecords } from "./records";
import { type TableKind, tableKindOf } from "./table-kind";
import { asUtf8, encodingOf, type TextEncoding } from "./text-encoding";

/** One text file of records, its header known and its rows still to be read. */
export interface DelimitedTable {
  readonly fileName: string;
  /** As written, without the blanks around them. */
  readonly headers: readonly string[];
  readonly delimiter: Delimiter;
  readonly encoding: string;
  /** Whether `1,5` is one and a half; decided from the whole sample, never per cell. */
  readonly decimalComma: boolean;
  /**
   * The rows below the header in batches of about 1,000, cells trimmed; blank rows are passed over and a row may have
   * fewer or more cells than the header. May be asked for again: every call reads the file from its start.
   * Throws ImportError: cancelled, tooManyCells, damaged.
   */
  batches(): AsyncIterable<readonly (readonly string[])[]>;
}

/** A table with what its header says that it is; null for a header that nothing here reads. */
export interface OpenTable {
  readonly table: DelimitedTable;
  readonly kind: TableKind | null;
}

/** The bytes of a text, wherever they lie: a file, or an entry of a zip. */
export interface TextSource {
  readonly name: string;
  readonly sizeBytes: number;
  /** From the start, each time that it is asked. */
  stream(): AsyncIterable<Uint8Array>;
}

export function textSourceOf(source: ByteSource): TextSource {
  return { name: source.name, sizeBytes: source.sizeBytes, stream: () => readRange(source) };
}

/** So much of a file is looked at to decide its encoding and decimal mark. */
const SAMPLE_BYTES = 1024 * 1024;
/** And so much of that to find the delimiter and the header. */
const HEAD_BYTES = 64 * 1024;
/** The header is looked for this far: exports put titles, filters and `sep=;` above it. */
const HEADER_SEARCH_RECORDS = 30;
const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];

/** Opens a text of records whatever its encoding and delimiter. Throws `noRows` for a text without a header. */
export async function openDelimited(
  source: ByteSource,
  session: ReadingSession,
): Promise<DelimitedTable> {
  return (await openTable(textSourceOf(source), session)).table;
}

/** As `openDelimited`, with the kind of table that the header names. */
export async function openTable(source: TextSource, session: ReadingSession): Promise<OpenTable> {
  const sample = await readSample(source);
  const encoding = encodingOf(sample);
  const read = (bytes: Buffer, delimiter: Delimiter) =>
    readWhole(bytes, encoding, delimiter, bytes.byteLength < source.sizeBytes, session);
  const headBytes = sample.subarray(0, HEAD_BYTES);
  const { best: head, failure } = await findHeader((mark) => read(headBytes, mark));
  if (failure !== null && (head === null || head.kind === null)) {
    if (await namesKnownColumns(headBytes, encoding)) throw failure;
    throw new ImportError("unsupportedKind", { file: source.name });
  }
  if (head === null) throw new ImportError("noRows", { file: source.name });
  session.expectBytes(source.sizeBytes);
  const { delimiter, headers, headerRecord, kind } = head;
  const rows = (await read(sample, delimiter)).slice(headerRecord);
  return {
    kind,
    table: {
      fileName: source.name,
      headers,
      delimiter,
      encoding,
      decimalComma: hasDecimalComma(rows, delimiter),
      batches: () => readBatches(source, encoding, delimiter, headerRecord, session),
    },
  };
}

async function readSample(source: TextSource): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source.stream()) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= SAMPLE_BYTES) break;
  }
  return Buffer.concat(chunks);
}

interface Head {
  delimiter: Delimiter;
  headers: string[];
  /** How many records stand above the first row of data. */
  headerRecord: number;
  kind: TableKind | null;
}

/**
 * The delimiter under which there is a header that is known; else the one that makes the widest one. `failure` is what
 * the text did not read as under some delimiter: quotes may be unbalanced under one that is not the file's.
 */
async function findHeader(
  read: (delimiter: Delimiter) => Promise<string[][]>,
): Promise<{ best: Head | null; failure: ImportError | null }> {
  let best: Head | null = null;
  let failure: ImportError | null = null;
  for (const delimiter of DELIMITERS) {
    try {
      const head = headOf(await read(delimiter), delimiter);
      if (head !== null && (best === null || isBetter(head, best))) best = head;
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      failure ??= error;
    }
  }
  return { best, failure };
}

/** Whether a line near the top names the columns of a table that is known, whatever the quotes below it do. */
async function namesKnownColumns(head: Buffer, encoding: TextEncoding): Promise<boolean> {
  const decoded: Uint8Array[] = [];
  for await (const bytes of asUtf8(once(head), encoding)) decoded.push(bytes);
  const lines = Buffer.concat(decoded)
    .toString()
    .split(/\r\n|\n|\r/, HEADER_SEARCH_RECORDS);
  const cellsOf = (line: string, delimiter: Delimiter) =>
    line.split(delimiter).map((cell) => cell.replace(/^[\s\uFEFF"]+|[\s"]+$/g, ""));
  return lines.some((line) =>
    DELIMITERS.some((delimiter) => tableKindOf(cellsOf(line, delimiter)) !== null),
  );
}

async function readWhole(
  bytes: Buffer,
  encoding: TextEncoding,
  delimiter: Delimiter,
  isCut: boolean,
  session: ReadingSession,
): Promise<string[][]> {
  const rows: string[][] = [];
  const chunks = asUtf8(once(bytes), encoding);
  for await (const batch of parseRecords(chunks, delimiter, session.limits.tokenBytes, isCut)) {
    for (const row of batch) rows.push(row);
  }
  return rows;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function isBetter(head: Head, best: Head): boolean {
  if ((head.kind === null) !== (best.kind === null)) return head.kind !== null;
  return head.headers.length > best.headers.length;
}

function headOf(records: readonly (readonly string[])[], delimiter: Delimiter): Head | null {
  const searched = records.slice(0, HEADER_SEARCH_RECORDS);
  const kinds = searched.map((record) => tableKindOf(record));
  let at = kinds.findIndex((kind) => kind !== null);
  // A header that nobody knows is the first record that is wider than a title.
  if (at < 0) at = searched.findIndex((record) => record.filter((cell) => cell !== "").length > 1);
  if (at < 0) at = searched.length > 0 ? 0 : -1;
  const record = searched[at];
  if (record === undefined) return null;
  return {
    delimiter,
    headers: [...record],
    headerRecord: at + 1,
    kind: kinds[at] ?? null,
  };
}

/** A list separator of `;` is what Excel writes where the comma is the decimal mark. */
function hasDecimalComma(rows: readonly (readonly string[])[], delimiter: Delimiter): boolean {
  const votes = new LocaleVotes(
    delimiter === ";" ? { ...DEFAULT_LOCALE, decimal: "comma" } : DEFAULT_LOCALE,
  );
  for (const row of rows) for (const cell of row) parseNumberText(cell, votes);
  const isSaid = votes.commaDecimals + votes.pointDecimals + votes.ambiguousNumbers > 0;
  return isSaid && votes.decided().decimal === "comma";
}

async function* readBatches(
  source: TextSource,
  encoding: TextEncoding,
  delimiter: Delimiter,
  headerRecord: number,
  session: ReadingSession,
): AsyncGenerator<readonly (readonly string[])[]> {
  const { cellsLeft, limits, signal } = session;
  let above = headerRecord;
  const bytes = asUtf8(counted(source.stream(), session), encoding);
  for await (const batch of parseRecords(bytes, delimiter, limits.tokenBytes, false)) {
    if (signal?.aborted) throw new ImportError("cancelled");
    for (const row of batch) cellsLeft.count -= row.length;
    if (cellsLeft.count < 0) throw new ImportError("tooManyCells");
    if (above === 0) yield batch;
    else {
      const rows = batch.slice(above);
      above = Math.max(0, above - batch.length);
      if (rows.length > 0) yield rows;
    }
  }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  session: ReadingSession,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    yield chunk;
    session.onBytes(chunk.byteLength);
  }
}
