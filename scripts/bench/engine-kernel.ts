import { EventQueue } from "@/lib/engine/event-queue";
import { namedStream, type RandomStream } from "@/lib/engine/random";
import { type BenchCase, secondsOf } from "./bench-case";

export const MM1_LAMBDA = 0.8;
const JOBS = 1_000_000;
const ARRIVAL = 0;
const DEPARTURE = 1;

/** M/M/1 on the engine's queue: two events a job. */
function runKernel(jobs: number): number {
  const queue = new EventQueue();
  const arrivals = namedStream(1, "arrivals");
  const services = namedStream(1, "services");
  let inSystem = 0;
  let events = 0;
  queue.schedule(arrivals.exponential(1 / MM1_LAMBDA), 0, ARRIVAL, 0);
  while (queue.next()) {
    events++;
    const now = queue.nowSeconds;
    if (queue.kind === ARRIVAL) {
      const next = queue.subject + 1;
      if (next < jobs) {
        queue.schedule(now + arrivals.exponential(1 / MM1_LAMBDA), 0, ARRIVAL, next);
      }
      if (inSystem++ === 0) queue.schedule(now + services.exponential(1), 0, DEPARTURE, 0);
    } else if (--inSystem > 0) {
      queue.schedule(now + services.exponential(1), 0, DEPARTURE, 0);
    }
  }
  return events;
}

/** The least that an M/M/1 can cost: an unstable binary heap of times alone, with the same draws. */
function runBareHeap(jobs: number): number {
  const times = new Float64Array(16);
  const kinds = new Uint8Array(16);
  const arrivals = namedStream(1, "arrivals");
  const services = namedStream(1, "services");
  let count = 0;
  let inSystem = 0;
  let started = 1;
  let events = 0;
  const push = (time: number, kind: number) => {
    let at = count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((times[parent] as number) <= time) break;
      times[at] = times[parent] as number;
      kinds[at] = kinds[parent] as number;
      at = parent;
    }
    times[at] = time;
    kinds[at] = kind;
  };
  const pop = () => {
    const time = times[--count] as number;
    const kind = kinds[count] as number;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= count) break;
      if (child + 1 < count && (times[child + 1] as number) < (times[child] as number)) child++;
      if ((times[child] as number) >= time) break;
      times[at] = times[child] as number;
      kinds[at] = kinds[child] as number;
      at = child;
    }
    times[at] = time;
    kinds[at] = kind;
  };
  push(arrivals.exponential(1 / MM1_LAMBDA), ARRIVAL);
  while (count > 0) {
    events++;
    const now = times[0] as number;
    const kind = kinds[0] as number;
    pop();
    if (kind === ARRIVAL) {
      if (started++ < jobs) push(now + arrivals.exponential(1 / MM1_LAMBDA), ARRIVAL);
      if (inSystem++ === 0) push(now + services.exponential(1), DEPARTURE);
    } else if (--inSystem > 0) {
      push(now + services.exponential(1), DEPARTURE);
    }
  }
  return events;
}

/** The classical hold model: take one event, schedule another, with `size` waiting. */
function runHold(size: number, operations: number): number {
  const queue = new EventQueue(size);
  const stream: RandomStream = namedStream(1, "hold");
  for (let i = 0; i < size; i++) queue.schedule(stream.uniform(), 0, 0, i);
  for (let i = 0; i < operations; i++) {
    queue.next();
    queue.schedule(queue.nowSeconds + stream.uniform(), 0, 0, queue.subject);
  }
  return operations;
}

function millionsPerSecond(work: () => number): number {
  let events = 0;
  const seconds = secondsOf(() => {
    events = work();
  });
  return events / seconds / 1e6;
}

export const KERNEL_CASES: readonly BenchCase[] = [
  {
    name: "kernel, M/M/1, stable ties",
    unit: "M events/s",
    target: { atLeast: 5 },
    run: () => millionsPerSecond(() => runKernel(JOBS)),
  },
  {
    name: "bare heap loop, M/M/1",
    unit: "M events/s",
    run: () => millionsPerSecond(() => runBareHeap(JOBS)),
  },
  {
    name: "kernel, hold model, 1,000 waiting",
    unit: "M events/s",
    run: () => millionsPerSecond(() => runHold(1_000, 500_000)),
  },
  {
    name: "kernel, hold model, 100,000 waiting",
    unit: "M events/s",
    run: () => millionsPerSecond(() => runHold(100_000, 500_000)),
  },
];
