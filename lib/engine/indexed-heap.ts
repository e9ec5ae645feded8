/**
 * Keys and heap places of numbered things (flows, resources), grown on demand. Heaps that share a column
 * must not hold the same thing at the same time.
 */
export class KeyColumn {
  key: Float64Array;
  /** Place in the heap that holds the thing, -1 when none does. */
  place: Int32Array;
  /** Breaks ties between equal keys, the lower one first. */
  serial: Float64Array;

  constructor(capacity = 16) {
    this.key = new Float64Array(capacity);
    this.place = new Int32Array(capacity).fill(-1);
    this.serial = new Float64Array(capacity);
  }

  /** Says where a thing belongs in the next heap that it is put into. */
  set(item: number, key: number, serial: number): void {
    this.key[item] = key;
    this.serial[item] = serial;
  }

  /** Makes room for things numbered below `count`. */
  ensure(count: number): void {
    const size = this.place.length;
    if (count <= size) return;
    const grown = new KeyColumn(Math.max(count, 2 * size));
    grown.key.set(this.key);
    grown.place.set(this.place);
    grown.serial.set(this.serial);
    this.key = grown.key;
    this.place = grown.place;
    this.serial = grown.serial;
  }
}

/** A 4-ary min-heap of numbered things by (key, serial), from any place of which a thing can be taken out. */
export class IndexedHeap {
  private items = new Int32Array(8);
  private count = 0;

  constructor(private readonly column: KeyColumn) {}

  get size(): number {
    return this.count;
  }

  /** The first thing, -1 when the heap is empty. */
  get first(): number {
    return this.count === 0 ? -1 : (this.items[0] as number);
  }

  /** Key of the first thing, Infinity when the heap is empty. */
  get firstKey(): number {
    return this.count === 0
      ? Number.POSITIVE_INFINITY
      : (this.column.key[this.items[0] as number] as number);
  }

  /**
   * Puts in a thing that is in no heap of this column, at the key that the column has for it: a number with a fraction
   * costs an object on its way into a function, and none in a column.
   */
  push(item: number): void {
    if (this.count === this.items.length) {
      const grown = new Int32Array(2 * this.count);
      grown.set(this.items);
      this.items = grown;
    }
    this.siftUp(this.count++, item);
  }

  /** Takes out a thing that is in this heap. */
  remove(item: number): void {
    const { place } = this.column;
    const position = place[item] as number;
    place[item] = -1;
    const last = this.items[--this.count] as number;
    if (last === item) return;
    const parent = (position - 1) >> 2;
    if (position > 0 && this.isBefore(last, this.items[parent] as number)) {
      this.siftUp(position, last);
    } else {
      this.siftDown(position, last);
    }
  }

  private isBefore(a: number, b: number): boolean {
    const { key, serial } = this.column;
    const keyA = key[a] as number;
    const keyB = key[b] as number;
    return keyA < keyB || (keyA === keyB && (serial[a] as number) < (serial[b] as number));
  }

  private siftUp(start: number, item: number): void {
    const { items } = this;
    const { place } = this.column;
    let position = start;
    while (position > 0) {
      const parent = (position - 1) >> 2;
      const above = items[parent] as number;
      if (!this.isBefore(item, above)) break;
      items[position] = above;
      place[above] = position;
      position = parent;
    }
    items[position] = item;
    place[item] = position;
  }

  private siftDown(start: number, item: number): void {
    const { items, count } = this;
    const { place } = this.column;
    let position = start;
    for (;;) {
      const firstChild = 4 * position + 1;
      if (firstChild >= count) break;
      const end = Math.min(firstChild + 4, count);
      let best = firstChild;
      for (let child = firstChild + 1; child < end; child++) {
        if (this.isBefore(items[child] as number, items[best] as number)) best = child;
      }
      const below = items[best] as number;
      if (!this.isBefore(below, item)) break;
      items[position] = below;
      place[below] = position;
      position = best;
    }
    items[position] = item;
    place[item] = position;
  }
}
