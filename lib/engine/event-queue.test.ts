import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventQueue } from "./event-queue";
import { namedStream } from "./random";

function drain(queue: EventQueue): number[] {
  const subjects: number[] = [];
  while (queue.next()) subjects.push(queue.subject);
  return subjects;
}

describe("event queue", () => {
  it("takes events by time, then priority, then order of scheduling", () => {
    const queue = new EventQueue();
    queue.schedule(2, 0, 0, 1);
    queue.schedule(1, 5, 0, 2);
    queue.schedule(1, 3, 0, 3);
    queue.schedule(1, 3, 0, 4);
    queue.schedule(0, 255, 0, 5);
    expect(drain(queue)).toEqual([5, 3, 4, 2, 1]);
  });

  it("keeps 1,000 events at one instant first in, first out", () => {
    const queue = new EventQueue(4);
    for (let i = 0; i < 1_000; i++) queue.schedule(7, 0, 0, i);
    expect(drain(queue)).toEqual(Array.from({ length: 1_000 }, (_, i) => i));
  });

  it("hands over kind, subject and time", () => {
    const queue = new EventQueue();
    queue.schedule(3.5, 0, 9, -4);
    expect(queue.peekSeconds()).toBe(3.5);
    expect(queue.next()).toBe(true);
    expect([queue.nowSeconds, queue.kind, queue.subject]).toEqual([3.5, 9, -4]);
    expect(queue.next()).toBe(false);
    expect(queue.peekSeconds()).toBe(Number.POSITIVE_INFINITY);
  });

  it("throws at an event that is late, has no time or no valid priority", () => {
    const queue = new EventQueue();
    queue.schedule(5, 0, 0, 0);
    queue.next();
    expect(() => queue.schedule(4.999, 0, 0, 0)).toThrow("late");
    expect(() => queue.schedule(Number.NaN, 0, 0, 0)).toThrow(RangeError);
    expect(() => queue.schedule(6, 256, 0, 0)).toThrow("priority");
    queue.schedule(5, 0, 0, 1);
    expect(queue.size).toBe(1);
  });

  it("cancels once, and never the next event in the same slot", () => {
    const queue = new EventQueue();
    const first = queue.schedule(1, 0, 0, 1);
    expect(queue.cancel(first)).toBe(true);
    expect(queue.cancel(first)).toBe(false);
    const second = queue.schedule(1, 0, 0, 2);
    expect(queue.cancel(first)).toBe(false);
    expect(drain(queue)).toEqual([2]);
    expect(queue.cancel(second)).toBe(false);
  });

  it("agrees with a sorted list under random schedules, cancels and takes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const stream = namedStream(seed, "queue");
        const queue = new EventQueue(4);
        const expected: { key: [number, number, number]; handle: number }[] = [];
        for (let step = 0; step < 300; step++) {
          const kind = stream.int(0, 9);
          if (kind < 6) {
            const time = queue.nowSeconds + stream.int(0, 5);
            const priority = stream.int(0, 2);
            const handle = queue.schedule(time, priority, 0, step);
            expected.push({ key: [time, priority, step], handle });
            expected.sort(({ key: a }, { key: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
          } else if (kind < 8) {
            const first = expected.shift();
            expect(queue.next()).toBe(first !== undefined);
            if (first)
              expect([queue.nowSeconds, queue.subject]).toEqual([first.key[0], first.key[2]]);
          } else if (expected.length > 0) {
            const [gone] = expected.splice(stream.int(0, expected.length - 1), 1);
            expect(queue.cancel(gone?.handle ?? -1)).toBe(true);
          }
          expect(queue.size).toBe(expected.length);
        }
      }),
      { numRuns: 200, seed: 31 },
    );
  });
});
