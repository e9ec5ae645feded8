/** Priorities are whole numbers in 0 .. 255; the lower one comes first at equal times. */
export const MAX_PRIORITY = 255;

// Priority and sequence share one double: 8 bits above 45, together exactly the 53 that a double holds.
const SEQUENCE_LIMIT = 2 ** 45;
const SLOT_LIMIT = 2 ** 24;
const ARITY_SHIFT = 2;

/**
 * Future events ordered by (time, priority, sequence of scheduling): equal times and priorities come out
 * first in, first out. A 4-ary heap in typed arrays; an event is two whole numbers (`kind`, `subject`), so
 * scheduling allocates nothing.
 *
 * ```ts
 * const queue = new EventQueue();
 * queue.schedule(10, 0, KIND_ARRIVAL, vmIndex);
 * while (queue.next()) handle(queue.nowSeconds, queue.kind, queue.subject);
 * ```
 */
export class EventQueue {
  /** Time of the event that `next()` took last; 0 before the first. */
  nowSeconds = 0;
  /** Kind and subject of the event that `next()` took last. */
  kind = 0;
  subject = 0;

  private times: Float64Array;
  private orders: Float64Array;
  private slots: Int32Array;
  private positions: Int32Array;
  private generations: Int32Array;
  private kinds: Int32Array;
  private subjects: Int32Array;
  private freeSlots: Int32Array;
  private freeCount = 0;
  private usedSlots = 0;
  private count = 0;
  private sequence = 0;

  constructor(initialCapacity = 64) {
    const capacity = Math.max(4, initialCapacity);
    this.times = new Float64Array(capacity);
    this.orders = new Float64Array(capacity);
    this.slots = new Int32Array(capacity);
    this.positions = new Int32Array(capacity);
    this.generations = new Int32Array(capacity);
    this.kinds = new Int32Array(capacity);
    this.subjects = new Int32Array(capacity);
    this.freeSlots = new Int32Array(capacity);
  }

  /** Number of events that wait. */
  get size(): number {
    return this.count;
  }

  /** Time of the earliest event, Infinity when none waits. */
  peekSeconds(): number {
    return this.count === 0 ? Number.POSITIVE_INFINITY : (this.times[0] as number);
  }

  /**
   * Adds an event.
   * @param timeSeconds not before `nowSeconds`: a late event is a bug of the caller and throws
   * @param priority 0 .. 255, the lower one first at equal times
   * @param kind 32-bit whole number, what happens
   * @param subject 32-bit whole number, to whom
   * @returns a handle for `cancel`
   */
  schedule(timeSeconds: number, priority: number, kind: number, subject: number): number {
    if (!(timeSeconds >= this.nowSeconds)) this.refuseLate(timeSeconds);
    if (priority < 0 || priority > MAX_PRIORITY) throw new RangeError(`priority ${priority}`);
    if (this.count === this.times.length) this.grow();
    const slot =
      this.freeCount > 0 ? (this.freeSlots[--this.freeCount] as number) : this.usedSlots++;
    this.kinds[slot] = kind;
    this.subjects[slot] = subject;
    const order = priority * SEQUENCE_LIMIT + this.sequence++;
    this.siftUp(this.count++, timeSeconds, order, slot);
    return (this.generations[slot] as number) * SLOT_LIMIT + slot;
  }

  /** Removes an event that still waits; false when it has already been taken or cancelled. */
  cancel(handle: number): boolean {
    const slot = handle % SLOT_LIMIT;
    if (slot >= this.usedSlots || this.generations[slot] !== (handle - slot) / SLOT_LIMIT) {
      return false;
    }
    this.removeAt(this.positions[slot] as number);
    this.release(slot);
    return true;
  }

  /** Takes the earliest event into `nowSeconds`, `kind` and `subject`; false when none waits. */
  next(): boolean {
    if (this.count === 0) return false;
    const slot = this.slots[0] as number;
    this.nowSeconds = this.times[0] as number;
    this.kind = this.kinds[slot] as number;
    this.subject = this.subjects[slot] as number;
    this.release(slot);
    const last = --this.count;
    if (last > 0) {
      this.siftDown(
        0,
        this.times[last] as number,
        this.orders[last] as number,
        this.slots[last] as number,
      );
    }
    return true;
  }

  private release(slot: number): void {
    // The next holder of the slot gets another generation, so a stale handle cancels nothing.
    this.generations[slot] = ((this.generations[slot] as number) + 1) & 0xfffffff;
    this.freeSlots[this.freeCount++] = slot;
  }

  private removeAt(position: number): void {
    const last = --this.count;
    if (position === last) return;
    const time = this.times[last] as number;
    const order = this.orders[last] as number;
    const slot = this.slots[last] as number;
    const parent = (position - 1) >> ARITY_SHIFT;
    if (position > 0 && this.isBefore(time, order, parent)) {
      this.siftUp(position, time, order, slot);
    } else {
      this.siftDown(position, time, order, slot);
    }
  }

  private isBefore(time: number, order: number, position: number): boolean {
    const other = this.times[position] as number;
    return time < other || (time === other && order < (this.orders[position] as number));
  }

  private siftUp(start: number, time: number, order: number, slot: number): void {
    const { times, orders, slots, positions } = this;
    let position = start;
    while (position > 0) {
      const parent = (position - 1) >> ARITY_SHIFT;
      const parentTime = times[parent] as number;
      if (time > parentTime || (time === parentTime && order > (orders[parent] as number))) break;
      const moved = slots[parent] as number;
      times[position] = parentTime;
      orders[position] = orders[parent] as number;
      slots[position] = moved;
      positions[moved] = position;
      position = parent;
    }
    times[position] = time;
    orders[position] = order;
    slots[position] = slot;
    positions[slot] = position;
  }

  private siftDown(start: number, time: number, order: number, slot: number): void {
    const { times, orders, slots, positions, count } = this;
    let position = start;
    for (;;) {
      const first = (position << ARITY_SHIFT) + 1;
      if (first >= count) break;
      const end = Math.min(first + 4, count);
      let best = first;
      let bestTime = times[first] as number;
      for (let child = first + 1; child < end; child++) {
        const childTime = times[child] as number;
        if (
          childTime < bestTime ||
          (childTime === bestTime && (orders[child] as number) < (orders[best] as number))
        ) {
          best = child;
          bestTime = childTime;
        }
      }
      if (time < bestTime || (time === bestTime && order < (orders[best] as number))) break;
      const moved = slots[best] as number;
      times[position] = bestTime;
      orders[position] = orders[best] as number;
      slots[position] = moved;
      positions[moved] = position;
      position = best;
    }
    times[position] = time;
    orders[position] = order;
    slots[position] = slot;
    positions[slot] = position;
  }

  private grow(): void {
    const capacity = this.times.length * 2;
    if (capacity > SLOT_LIMIT) throw new RangeError("more than 2^24 events wait");
    this.times = copyInto(new Float64Array(capacity), this.times);
    this.orders = copyInto(new Float64Array(capacity), this.orders);
    this.slots = copyInto(new Int32Array(capacity), this.slots);
    this.positions = copyInto(new Int32Array(capacity), this.positions);
    this.generations = copyInto(new Int32Array(capacity), this.generations);
    this.kinds = copyInto(new Int32Array(capacity), this.kinds);
    this.subjects = copyInto(new Int32Array(capacity), this.subjects);
    this.freeSlots = copyInto(new Int32Array(capacity), this.freeSlots);
  }

  private refuseLate(timeSeconds: number): never {
    throw new RangeError(`event at ${timeSeconds} s is late: it is already ${this.nowSeconds} s`);
  }
}

function copyInto<T extends Float64Array | Int32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
