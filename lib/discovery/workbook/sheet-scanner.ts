import { ImportError } from "../schema";
import { CELL, CellRow, MAX_COLUMNS } from "./cell-row";
import { type PlainCells, scanPlainCells } from "./plain-cells";
import { decodeText } from "./shared-strings";
import {
  appendItemText,
  ByteSink,
  decodeXstring,
  isName,
  prefixLengthAt,
  skipConstruct,
} from "./utf8-text";

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const QUOTE = 0x22;
const LOWER_C = 0x63;
const LOWER_R = 0x72;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
const LOWER_V = 0x76;

/** Powers of ten that a double holds exactly: dividing an exact integer by one rounds once, as it should. */
const POWERS = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);
/** A mantissa of up to 15 digits is exact in a double. */
const EXACT_DIGITS = 15;
/** Of a chunk, so much is copied behind what was left of the last one. */
const BRIDGE_BYTES = 4_096;

type Stage = "before" | "rows" | "inRow" | "after";

export interface RowSink {
  /** Called at the end of every row element, blank ones included. The row is used again afterwards. */
  onRow(row: CellRow): void;
}

export interface ScannerLimits {
  tokenBytes: number;
  /** Cells that may still be read, counted down over all sheets of an import. */
  cellsLeft: { count: number };
}

/**
 * Reads the XML of one sheet from chunks of bytes, without a string for a tag and without looking at a byte
 * twice. Cells of columns that have no slot are passed over. Formulas are never looked at: only the value that
 * was stored with them is.
 */
export class SheetScanner {
  row: CellRow;
  /** Rows seen so far, blank ones included. */
  rows = 0;
  private slots: Int32Array | null = null;
  private carry: Buffer | null = null;
  private stage: Stage = "before";
  private prefixLength = -1;
  private column = -1;
  private readonly scratch = new ByteSink(256);
  private valueEnd = 0;
  /** What stood where parseNumber found no number. */
  private notNumber = "";
  private readonly plain: PlainCells;

  constructor(
    private readonly sink: RowSink,
    private readonly limits: ScannerLimits,
  ) {
    this.row = new CellRow(MAX_COLUMNS);
    this.plain = { row: this.row, slots: null, column: -1, cellCount: 0 };
  }

  /** From the next row on, `slots[column]` says where a column's cells go; -1 for columns that nobody reads. */
  assignSlots(slots: Int32Array, slotCount: number): void {
    this.slots = slots;
    const rowNumber = this.row.rowNumber;
    this.row = new CellRow(slotCount);
    this.row.rowNumber = rowNumber;
    this.plain.row = this.row;
    this.plain.slots = slots;
  }

  write(chunk: Uint8Array): void {
    if (this.hasEnded()) return;
    let buffer = toBuffer(chunk);
    if (this.carry !== null) buffer = this.bridge(this.carry, buffer);
    const used = this.scan(buffer);
    const left = buffer.length - used;
    if (left > this.limits.tokenBytes) throw new ImportError("damaged", { reason: "token" });
    this.carry = left === 0 ? null : Buffer.from(buffer.subarray(used));
  }

  /**
   * Scans what was left of the last chunk together with the first bytes of this one, and answers the rest: only
   * where that is too little to end a token, as in a very long text, all of it is copied.
   */
  private bridge(carry: Buffer, chunk: Buffer): Buffer {
    this.carry = null;
    const joined = Buffer.concat([carry, chunk.subarray(0, BRIDGE_BYTES)]);
    const taken = this.scan(joined) - carry.length;
    if (taken >= 0) return chunk.subarray(taken);
    return Buffer.concat([joined.subarray(taken + carry.length), chunk.subarray(BRIDGE_BYTES)]);
  }

  /** Throws where the sheet stops before its rows have ended. */
  end(): void {
    if (!this.hasEnded()) throw new ImportError("damaged", { reason: "sheetData" });
  }

  private hasEnded(): boolean {
    return this.stage === "after";
  }

  /** Answers how many bytes of the buffer are done with. */
  private scan(buffer: Buffer): number {
    const end = buffer.length;
    if (this.hasEnded()) return end;
    let position = 0;
    for (;;) {
      while (position < end && buffer[position] !== LT) position += 1;
      if (position >= end) return end;
      const prefix = this.prefixLength < 0 ? 0 : this.prefixLength;
      const name = position + 1 + prefix;
      let next: number;
      if (
        this.stage === "inRow" &&
        buffer[name] === LOWER_C &&
        endsName(buffer[name + 1]) &&
        name + 1 < end
      ) {
        next = prefix === 0 ? this.scanPlain(buffer, position, end) : position;
        if (next === position) next = this.scanCell(buffer, name + 1, end);
      } else {
        next = this.scanTag(buffer, position, end);
      }
      if (next < 0) return position;
      if (this.hasEnded()) return end;
      position = next;
    }
  }

  private scanPlain(buffer: Buffer, at: number, end: number): number {
    const cells = this.plain;
    cells.column = this.column;
    cells.cellCount = 0;
    const next = scanPlainCells(buffer, at, end, cells);
    this.column = cells.column;
    this.countCells(cells.cellCount);
    return next;
  }

  private countCells(count: number): void {
    this.limits.cellsLeft.count -= count;
    if (this.limits.cellsLeft.count < 0) throw new ImportError("tooManyCells");
  }

  private scanTag(buffer: Buffer, at: number, end: number): number {
    const after = skipConstruct(buffer, at, end);
    if (after < 0) return -1;
    const first = buffer[at + 1];
    if (first === 0x21 || first === 0x3f) return after;
    if (this.prefixLength < 0) this.prefixLength = prefixLengthAt(buffer, at + 1, after);
    if (first === SLASH) {
      const name = at + 2 + this.prefixLength;
      if (this.stage === "inRow" && isName(buffer, name, "row")) this.finishRow();
      else if (isName(buffer, name, "sheetData")) this.stage = "after";
      return after;
    }
    const name = at + 1 + this.prefixLength;
    const opens = buffer[after - 2] !== SLASH;
    if (this.stage === "before" && isName(buffer, name, "sheetData")) {
      this.stage = opens ? "rows" : "after";
    } else if (this.stage === "rows" && isName(buffer, name, "row")) {
      this.startRow(buffer, name + 3, after);
      if (!opens) this.finishRow();
    }
    return after;
  }

  private startRow(buffer: Buffer, from: number, end: number): void {
    this.stage = "inRow";
    this.column = -1;
    this.row.clear();
    this.row.rowNumber += 1;
    // ` r="12"`: other attributes of a row start with other letters or are longer names.
    for (let at = from; at + 3 < end; at += 1) {
      if (buffer[at] === LOWER_R && buffer[at + 1] === 0x3d && (buffer[at - 1] as number) <= 0x20) {
        let value = 0;
        for (let digit = at + 3; digit < end; digit += 1) {
          const byte = (buffer[digit] as number) - 0x30;
          if (byte < 0 || byte > 9) break;
          value = value * 10 + byte;
        }
        if (value > 0) this.row.rowNumber = value;
        return;
      }
    }
  }

  private finishRow(): void {
    this.stage = "rows";
    this.rows += 1;
    this.sink.onRow(this.row);
  }

  /** Reads a cell whose name ends before `from`; answers the position after it, or -1 while it is unfinished. */
  private scanCell(buffer: Buffer, from: number, end: number): number {
    let position = from;
    let column = this.column + 1;
    let style = 0;
    let type = 0;
    let typeSecond = 0;
    // Attributes: r, s and t matter, cm, vm, ph and namespaces are passed over.
    for (;;) {
      while (position < end && (buffer[position] as number) <= 0x20) position += 1;
      if (position + 4 > end) return -1;
      const letter = buffer[position] as number;
      if (letter === GT) {
        position += 1;
        break;
      }
      if (letter === SLASH) {
        this.column = column;
        return position + 2;
      }
      let equals = position + 1;
      while (equals < end && buffer[equals] !== 0x3d && buffer[equals] !== GT) equals += 1;
      if (equals + 1 >= end) return -1;
      if (buffer[equals] === GT) {
        position = equals;
        continue;
      }
      let open = equals + 1;
      while (open < end && (buffer[open] as number) <= 0x20) open += 1;
      const quote = buffer[open] === QUOTE ? QUOTE : 0x27;
      let close = open + 1;
      if (equals === position + 1) {
        if (letter === LOWER_R) {
          let reference = 0;
          for (; close < end && buffer[close] !== quote; close += 1) {
            const upper = (buffer[close] as number) & 0xdf;
            if (upper >= 0x41 && upper <= 0x5a) reference = reference * 26 + upper - 0x40;
          }
          if (reference > 0) column = reference - 1;
        } else if (letter === LOWER_S) {
          for (; close < end && buffer[close] !== quote; close += 1) {
            style = style * 10 + (buffer[close] as number) - 0x30;
          }
        } else if (letter === LOWER_T) {
          type = buffer[close] as number;
          typeSecond = buffer[close + 1] as number;
        }
      }
      while (close < end && buffer[close] !== quote) close += 1;
      if (close >= end) return -1;
      position = close + 1;
    }
    const slot = this.slotOf(column);
    const next =
      slot < 0
        ? this.skipContent(buffer, position, end)
        : this.readContent(buffer, position, end, slot, style, type, typeSecond);
    if (next >= 0) {
      this.column = column;
      this.countCells(1);
    }
    return next;
  }

  private slotOf(column: number): number {
    if (column >= MAX_COLUMNS) throw new ImportError("damaged", { reason: "column" });
    return this.slots === null ? column : (this.slots[column] as number);
  }

  /** To behind `</c>`. */
  private skipContent(buffer: Buffer, from: number, end: number): number {
    let position = from;
    for (;;) {
      while (position < end && buffer[position] !== LT) position += 1;
      const name = position + 2 + this.prefixLength;
      if (name + 1 >= end) return -1;
      if (buffer[position + 1] === SLASH && buffer[name] === LOWER_C && buffer[name + 1] === GT) {
        return name + 2;
      }
      const second = buffer[position + 1];
      if (second === 0x21 || second === 0x3f || second === SLASH) {
        const after = skipConstruct(buffer, position, end);
        if (after < 0) return -1;
        if (second === SLASH && isName(buffer, name, "c")) return after;
        position = after;
      } else {
        position += 1;
      }
    }
  }

  private readContent(
    buffer: Buffer,
    from: number,
    end: number,
    slot: number,
    style: number,
    type: number,
    typeSecond: number,
  ): number {
    let position = from;
    const row = this.row;
    for (;;) {
      while (position < end && buffer[position] !== LT) position += 1;
      const closing = buffer[position + 1] === SLASH;
      const name = position + (closing ? 2 : 1) + this.prefixLength;
      if (name + 2 >= end) return -1;
      const letter = buffer[name];
      if (closing && letter === LOWER_C && endsName(buffer[name + 1])) {
        return skipConstruct(buffer, position, end);
      }
      if (!closing && letter === LOWER_V && buffer[name + 1] === GT) {
        const next = this.readValue(buffer, name + 2, end, slot, type, typeSecond);
        if (next < 0) return -1;
        if (row.kinds[slot] !== CELL.empty) {
          row.styles[slot] = style;
          if (slot >= row.width) row.width = slot + 1;
        }
        position = next;
        continue;
      }
      const after = skipConstruct(buffer, position, end);
      if (after < 0) return -1;
      position = after;
      if (closing || buffer[after - 2] === SLASH) continue;
      if (isName(buffer, name, "v")) {
        const next = this.readValue(buffer, after, end, slot, type, typeSecond);
        if (next < 0) return -1;
        if (row.kinds[slot] !== CELL.empty && slot >= row.width) row.width = slot + 1;
        row.styles[slot] = style;
        position = next;
      } else if (isName(buffer, name, "is")) {
        this.scratch.length = 0;
        const next = appendItemText(buffer, after, end, this.prefixLength, "is", this.scratch);
        if (next < 0) return -1;
        this.setText(slot, decodeText(this.scratch.bytes, 0, this.scratch.length));
        position = next;
      }
    }
  }

  /** Reads the content of `<v>`; answers the position of the `<` that ends it, or -1 while it is unfinished. */
  private readValue(
    buffer: Buffer,
    from: number,
    end: number,
    slot: number,
    type: number,
    typeSecond: number,
  ): number {
    const row = this.row;
    const isShared = type === LOWER_S && typeSecond !== LOWER_T;
    if (isShared || type === 0 || type === 0x6e || type === 0x62) {
      const number = this.parseNumber(buffer, from, end);
      if (this.valueEnd < 0) return -1;
      if (Number.isNaN(number)) {
        // Writers that put `true` into a boolean or a word into a number meant text.
        if (!isShared && this.notNumber !== "") this.setText(slot, this.notNumber);
        return this.valueEnd;
      }
      row.numbers[slot] = number;
      row.kinds[slot] = isShared ? CELL.shared : type === 0x62 ? CELL.boolean : CELL.number;
      return this.valueEnd;
    }
    const text = this.plainText(buffer, from, end);
    if (text === null) return -1;
    if (type === 0x65) {
      row.kinds[slot] = CELL.error;
      row.texts[slot] = text;
    } else if (type === 0x64) {
      row.kinds[slot] = CELL.isoDate;
      row.texts[slot] = text;
    } else {
      this.setText(slot, text);
    }
    return this.valueEnd;
  }

  private setText(slot: number, raw: string): void {
    const row = this.row;
    row.kinds[slot] = CELL.text;
    row.texts[slot] = decodeXstring(raw);
    if (slot >= row.width) row.width = slot + 1;
  }

  /** The text up to the end of `<v>`, with entities and CDATA resolved. Sets `valueEnd`. */
  private plainText(buffer: Buffer, from: number, end: number): string | null {
    const close = closeOfValue(buffer, from, end);
    this.valueEnd = close;
    if (close < 0) return null;
    this.scratch.length = 0;
    const item = Buffer.concat([OPEN_TEXT, buffer.subarray(from, close), CLOSE_TEXT]);
    appendItemText(item, 0, item.length, 0, "is", this.scratch);
    return decodeText(this.scratch.bytes, 0, this.scratch.length);
  }

  /** NaN for what is no number. Sets `valueEnd` to the `<` after it, -1 while it is unfinished. */
  private parseNumber(buffer: Buffer, from: number, end: number): number {
    let position = from;
    let mantissa = 0;
    let digits = 0;
    let scale = 0;
    const negative = buffer[position] === 0x2d;
    if (negative) position += 1;
    for (;;) {
      const digit = (buffer[position] as number) - 0x30;
      if (!(digit >= 0 && digit <= 9)) break;
      mantissa = mantissa * 10 + digit;
      digits += 1;
      position += 1;
    }
    if (buffer[position] === 0x2e) {
      position += 1;
      for (;;) {
        const digit = (buffer[position] as number) - 0x30;
        if (!(digit >= 0 && digit <= 9)) break;
        mantissa = mantissa * 10 + digit;
        digits += 1;
        scale += 1;
        position += 1;
      }
    }
    if (position >= end) {
      this.valueEnd = -1;
      return Number.NaN;
    }
    if (
      buffer[position] === LT &&
      buffer[position + 1] === SLASH &&
      digits > 0 &&
      digits <= EXACT_DIGITS
    ) {
      this.valueEnd = position;
      const value = scale === 0 ? mantissa : mantissa / (POWERS[scale] as number);
      return negative ? -value : value;
    }
    this.notNumber = this.plainText(buffer, from, end)?.trim() ?? "";
    return this.notNumber === "" ? Number.NaN : Number(this.notNumber);
  }
}

const OPEN_TEXT = Buffer.from("<t>");
const CLOSE_TEXT = Buffer.from("</t></is>");

/** The `<` of the end tag that follows the value at `from`, CDATA and comments passed over; -1 if none is there. */
function closeOfValue(buffer: Buffer, from: number, end: number): number {
  let position = from;
  for (;;) {
    const tag = buffer.indexOf(LT, position);
    if (tag < 0 || tag + 1 >= end) return -1;
    if (buffer[tag + 1] === SLASH) return tag;
    const after = skipConstruct(buffer, tag, end);
    if (after < 0) return -1;
    position = after;
  }
}

function endsName(byte: number | undefined): boolean {
  return byte === GT || byte === SLASH || (byte !== undefined && byte <= 0x20);
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
