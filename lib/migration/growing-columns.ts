// Typed arrays of up to 64 bytes lie among the objects, larger ones cost a buffer of their own.
const FIRST_FLOATS = 8;

/** A number column that grows by doubling: typed arrays keep a run of millions of rows small and fast. */
export class GrowingFloats {
  private values = new Float64Array(FIRST_FLOATS);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Float64Array(this.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }

  at(index: number): number {
    return this.values[index] as number;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  /** A copy of exactly the rows. */
  toArray(): Float64Array {
    return this.values.slice(0, this.length);
  }
}

/**
 * Rows of numbers of many owners in the order in which they came, and how to sort them by owner: a counting
 * sort, which keeps each owner's rows in their order. A row's fields lie side by side, so that writing one
 * touches one place in memory.
 */
export class OwnedRows {
  private owners: Int32Array;
  /** Field f of row r is `values[r * width + f]`. Another array after `add`. */
  values: Float64Array;
  length = 0;
  /** Latest row of each owner, -1 for none. */
  readonly last: Int32Array;

  /** @param expectedRows how many to make room for at first; more is only slower */
  constructor(
    ownerCount: number,
    readonly width: number,
    expectedRows: number,
  ) {
    const capacity = Math.max(16, expectedRows);
    this.owners = new Int32Array(capacity);
    this.values = new Float64Array(capacity * width);
    this.last = new Int32Array(ownerCount).fill(-1);
  }

  /** Makes a row for an owner and returns the place of its first field. */
  add(owner: number): number {
    const row = this.length++;
    if (row === this.owners.length) this.grow();
    this.owners[row] = owner;
    this.last[owner] = row;
    return row * this.width;
  }

  /** Place of the first field of an owner's latest row; negative for none. */
  latest(owner: number): number {
    return (this.last[owner] as number) * this.width;
  }

  private grow(): void {
    const owners = new Int32Array(2 * this.owners.length);
    owners.set(this.owners);
    this.owners = owners;
    const values = new Float64Array(2 * this.values.length);
    values.set(this.values);
    this.values = values;
  }

  /** `offsets` of the owners and, for each place in that order, the row that belongs there. */
  sort(): { offsets: Int32Array; order: Int32Array } {
    const { owners, length } = this;
    const offsets = new Int32Array(this.last.length + 1);
    for (let row = 0; row < length; row++) {
      const next = (owners[row] as number) + 1;
      offsets[next] = (offsets[next] as number) + 1;
    }
    for (let i = 1; i < offsets.length; i++) {
      offsets[i] = (offsets[i] as number) + (offsets[i - 1] as number);
    }
    const place = offsets.slice();
    const order = new Int32Array(length);
    for (let row = 0; row < length; row++) {
      const owner = owners[row] as number;
      const position = place[owner] as number;
      order[position] = row;
      place[owner] = position + 1;
    }
    return { offsets, order };
  }
}
