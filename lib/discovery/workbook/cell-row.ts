/** What a cell holds. The values are stored per slot, so that a row costs no objects. */
export const CELL = {
  empty: 0,
  number: 1,
  shared: 2,
  boolean: 3,
  text: 4,
  error: 5,
  isoDate: 6,
} as const;

/** Excel's last column is XFD. */
export const MAX_COLUMNS = 16_384;

/**
 * One row of a sheet while it is read: a kind and a value for each slot. Slots are the columns that somebody
 * reads, in the order of their field list; before the header is known every column is a slot.
 */
export class CellRow {
  readonly kinds: Uint8Array;
  /** The number; of a shared string its index; of a boolean 0 or 1. */
  readonly numbers: Float64Array;
  readonly texts: (string | null)[];
  readonly styles: Uint16Array;
  /** As the sheet numbers it, from 1. */
  rowNumber = 0;
  /** One past the last slot that a cell of this row filled. */
  width = 0;

  constructor(slotCount: number) {
    this.kinds = new Uint8Array(slotCount);
    this.numbers = new Float64Array(slotCount);
    this.texts = new Array<string | null>(slotCount).fill(null);
    this.styles = new Uint16Array(slotCount);
  }

  clear(): void {
    this.kinds.fill(0, 0, this.width);
    this.width = 0;
  }
}
