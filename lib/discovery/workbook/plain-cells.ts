import { CELL, type CellRow, MAX_COLUMNS } from "./cell-row";

/**
 * The short way for cells as nearly every program writes them: `<c r="A1" s="1" t="s"><v>12</v></c>`, without
 * prefixes, entities or a blank too many. Whatever looks different is left to the scanner's long way, so this
 * function may be strict; both must read the same from what this one accepts.
 */

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const QUOTE = 0x22;
const EQUALS = 0x3d;
const POINT = 0x2e;
const MINUS = 0x2d;
const LOWER_B = 0x62;
const LOWER_C = 0x63;
const LOWER_N = 0x6e;
const LOWER_R = 0x72;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
const LOWER_V = 0x76;

/** No cell that this function accepts is longer: reference 10, style 12, type 6, number 32, tags 15. */
const LONGEST_CELL = 96;
/** A mantissa of up to 15 digits is exact in a double. */
const EXACT_DIGITS = 15;
/** Powers of ten that a double holds exactly: dividing an exact integer by one rounds once, as it should. */
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

export interface PlainCells {
  row: CellRow;
  slots: Int32Array | null;
  /** The column of the last cell read. */
  column: number;
  cellCount: number;
}

/** Reads cells from `position` on as long as they are plain; answers where it stopped, always before a cell. */
export function scanPlainCells(
  buffer: Uint8Array,
  from: number,
  end: number,
  cells: PlainCells,
): number {
  const { row, slots } = cells;
  const { kinds, numbers, styles } = row;
  const last = end - LONGEST_CELL;
  let position = from;
  while (position < last) {
    if (
      buffer[position] !== LT ||
      buffer[position + 1] !== LOWER_C ||
      buffer[position + 2] !== 0x20 ||
      buffer[position + 3] !== LOWER_R ||
      buffer[position + 4] !== EQUALS ||
      buffer[position + 5] !== QUOTE
    ) {
      return position;
    }
    let at = position + 6;
    let reference = 0;
    let byte = buffer[at] as number;
    // Three letters reach past the last column; more are not looked at here.
    for (let letter = 0; letter < 3 && byte >= 0x41 && byte <= 0x5a; letter += 1) {
      reference = reference * 26 + byte - 0x40;
      at += 1;
      byte = buffer[at] as number;
    }
    if (reference === 0 || reference > MAX_COLUMNS) return position;
    for (let digit = 0; digit < 8 && byte >= 0x30 && byte <= 0x39; digit += 1) {
      at += 1;
      byte = buffer[at] as number;
    }
    if (byte !== QUOTE) return position;
    at += 1;

    let style = 0;
    if (buffer[at] === 0x20 && buffer[at + 1] === LOWER_S) {
      if (buffer[at + 2] !== EQUALS || buffer[at + 3] !== QUOTE) return position;
      at += 4;
      byte = buffer[at] as number;
      for (let digit = 0; digit < 5 && byte >= 0x30 && byte <= 0x39; digit += 1) {
        style = style * 10 + byte - 0x30;
        at += 1;
        byte = buffer[at] as number;
      }
      if (byte !== QUOTE) return position;
      at += 1;
    }
    let kind: number = CELL.number;
    if (buffer[at] === 0x20 && buffer[at + 1] === LOWER_T) {
      if (buffer[at + 2] !== EQUALS || buffer[at + 3] !== QUOTE || buffer[at + 5] !== QUOTE) {
        return position;
      }
      const type = buffer[at + 4];
      if (type === LOWER_S) kind = CELL.shared;
      else if (type === LOWER_B) kind = CELL.boolean;
      else if (type !== LOWER_N) return position;
      at += 6;
    }
    if (buffer[at] === SLASH && buffer[at + 1] === GT) {
      cells.column = reference - 1;
      position = at + 2;
      continue;
    }
    if (
      buffer[at] !== GT ||
      buffer[at + 1] !== LT ||
      buffer[at + 2] !== LOWER_V ||
      buffer[at + 3] !== GT
    ) {
      return position;
    }
    at += 4;

    const negative = buffer[at] === MINUS;
    if (negative) at += 1;
    const firstDigit = at;
    let mantissa = 0;
    byte = buffer[at] as number;
    let scaleFrom = -1;
    const longest = at + EXACT_DIGITS;
    while (at <= longest) {
      if (byte >= 0x30 && byte <= 0x39) mantissa = mantissa * 10 + byte - 0x30;
      else if (byte === POINT && scaleFrom < 0) scaleFrom = at + 1;
      else break;
      at += 1;
      byte = buffer[at] as number;
    }
    const digits = at - firstDigit - (scaleFrom < 0 ? 0 : 1);
    if (
      digits <= 0 ||
      digits > EXACT_DIGITS ||
      byte !== LT ||
      buffer[at + 1] !== SLASH ||
      buffer[at + 2] !== LOWER_V ||
      buffer[at + 3] !== GT ||
      buffer[at + 4] !== LT ||
      buffer[at + 5] !== SLASH ||
      buffer[at + 6] !== LOWER_C ||
      buffer[at + 7] !== GT
    ) {
      return position;
    }
    const column = reference - 1;
    const slot = slots === null ? column : (slots[column] as number);
    if (slot >= 0) {
      const value = scaleFrom < 0 ? mantissa : mantissa / (POWERS[at - scaleFrom] as number);
      numbers[slot] = negative ? -value : value;
      kinds[slot] = kind;
      styles[slot] = style;
      if (slot >= row.width) row.width = slot + 1;
    }
    cells.column = column;
    cells.cellCount += 1;
    position = at + 8;
  }
  return position;
}
