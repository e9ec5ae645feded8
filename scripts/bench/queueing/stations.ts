import { EventQueue } from "@/lib/engine/event-queue";
import { FluidNetwork } from "@/lib/engine/fluid-network";
import { namedStream, type RandomStream } from "@/lib/engine/random";

export type Law = (stream: RandomStream) => number;

/** What a run tells of each job, and of Little's law over the whole run, which ends empty. */
export interface Observer {
  /** Jobs in the system as an arrival finds them, itself not counted. */
  found(count: number): void;
  waited(seconds: number): void;
  left(sojournSeconds: number, serviceSeconds: number): void;
}

/** L and lambda W of one run. */
export interface LittlesLaw {
  meanNumber: number;
  throughputTimesSojourn: number;
}

const ARRIVAL = 0;
const DEPARTURE = 1;
// More jobs than ever wait at the loads of these cases.
const RING = 1 << 20;

/** Number in system over time, integrated, against the sum of sojourns. */
class NumberInSystem {
  count = 0;
  private area = 0;
  private since = 0;
  private sojourns = 0;

  change(nowSeconds: number, delta: number): void {
    this.area += this.count * (nowSeconds - this.since);
    this.since = nowSeconds;
    this.count += delta;
  }

  addSojourn(seconds: number): void {
    this.sojourns += seconds;
  }

  result(): LittlesLaw {
    return {
      meanNumber: this.area / this.since,
      throughputTimesSojourn: this.sojourns / this.since,
    };
  }
}

/**
 * First come, first served stations in a row, each with its servers; Poisson arrivals of rate `lambda`.
 * With `lossless` false, an arrival that finds all servers of the first station busy is lost.
 */
export function simulateStations(options: {
  seed: number;
  jobs: number;
  lambda: number;
  services: readonly Law[];
  servers: number;
  lossless?: boolean;
  observer: Partial<Observer>;
}): LittlesLaw {
  const { seed, jobs, lambda, services, servers, lossless = true, observer } = options;
  const queue = new EventQueue();
  const arrivals = namedStream(seed, "arrivals");
  const streams = services.map((_, station) => namedStream(seed, "service", `${station}`));
  const arrivedAt = new Float64Array(RING);
  const served = new Float64Array(RING);
  const waiting = services.map(() => new Int32Array(RING));
  const heads = services.map(() => 0);
  const tails = services.map(() => 0);
  const busy = services.map(() => 0);
  const inSystem = new NumberInSystem();

  const begin = (station: number, job: number) => {
    const seconds = services[station]?.(streams[station] as RandomStream) ?? 0;
    served[job & (RING - 1)] = seconds;
    queue.schedule(queue.nowSeconds + seconds, 0, DEPARTURE + station, job);
  };
  const enter = (station: number, job: number) => {
    if ((busy[station] ?? 0) < servers) {
      busy[station] = (busy[station] ?? 0) + 1;
      if (station === 0) observer.waited?.(0);
      begin(station, job);
    } else {
      const tail = tails[station] ?? 0;
      (waiting[station] as Int32Array)[tail & (RING - 1)] = job;
      tails[station] = tail + 1;
    }
  };
  const leave = (station: number, job: number) => {
    const head = heads[station] ?? 0;
    if (head < (tails[station] ?? 0)) {
      const next = (waiting[station] as Int32Array)[head & (RING - 1)] as number;
      heads[station] = head + 1;
      if (station === 0) {
        observer.waited?.(queue.nowSeconds - (arrivedAt[next & (RING - 1)] as number));
      }
      begin(station, next);
    } else {
      busy[station] = (busy[station] ?? 0) - 1;
    }
    if (station + 1 < services.length) {
      enter(station + 1, job);
      return;
    }
    const sojourn = queue.nowSeconds - (arrivedAt[job & (RING - 1)] as number);
    inSystem.change(queue.nowSeconds, -1);
    inSystem.addSojourn(sojourn);
    observer.left?.(sojourn, served[job & (RING - 1)] as number);
  };

  queue.schedule(arrivals.exponential(1 / lambda), 0, ARRIVAL, 0);
  while (queue.next()) {
    const job = queue.subject;
    if (queue.kind !== ARRIVAL) {
      leave(queue.kind - DEPARTURE, job);
      continue;
    }
    if (job + 1 < jobs) {
      queue.schedule(queue.nowSeconds + arrivals.exponential(1 / lambda), 0, ARRIVAL, job + 1);
    }
    observer.found?.(inSystem.count);
    if (!lossless && inSystem.count >= servers) continue;
    arrivedAt[job & (RING - 1)] = queue.nowSeconds;
    inSystem.change(queue.nowSeconds, 1);
    enter(0, job);
  }
  return inSystem.result();
}

/** M/G/1 processor sharing as a fluid link of capacity 1: a job's size is its service time alone. */
export function simulateSharedLink(options: {
  seed: number;
  jobs: number;
  lambda: number;
  size: Law;
  observer: Partial<Observer>;
}): LittlesLaw {
  const { seed, jobs, lambda, size, observer } = options;
  const arrivals = namedStream(seed, "arrivals");
  const sizes = namedStream(seed, "size");
  const network = new FluidNetwork();
  const path = [network.addResource(1)];
  const arrivedAt: number[] = [];
  const sizeOf: number[] = [];
  const inSystem = new NumberInSystem();
  let nextArrival = arrivals.exponential(1 / lambda);
  let started = 0;
  while (started < jobs || network.flowCount > 0) {
    const completion = network.nextCompletionSeconds();
    if (started < jobs && nextArrival <= completion) {
      network.advanceTo(nextArrival);
      observer.found?.(inSystem.count);
      const bytes = size(sizes);
      const flow = network.addFlow(path, bytes);
      arrivedAt[flow] = nextArrival;
      sizeOf[flow] = bytes;
      inSystem.change(nextArrival, 1);
      nextArrival += arrivals.exponential(1 / lambda);
      started++;
      continue;
    }
    network.advanceTo(completion);
    for (let flow = network.takeCompletion(); flow >= 0; flow = network.takeCompletion()) {
      const sojourn = completion - (arrivedAt[flow] as number);
      inSystem.change(completion, -1);
      inSystem.addSojourn(sojourn);
      observer.left?.(sojourn, sizeOf[flow] as number);
    }
  }
  return inSystem.result();
}

/** Time until `jobs` exponential jobs of mean 1 are done by `slots` slots. */
export function simulateMakespan(stream: RandomStream, jobs: number, slots: number): number {
  const queue = new EventQueue();
  let started = 0;
  while (started < Math.min(jobs, slots)) {
    queue.schedule(stream.exponential(1), 0, DEPARTURE, started++);
  }
  while (queue.next()) {
    if (started < jobs) {
      queue.schedule(queue.nowSeconds + stream.exponential(1), 0, DEPARTURE, started++);
    }
  }
  return queue.nowSeconds;
}

/** A closed loop: each of `population` jobs thinks, then queues for one of `servers`; `cycles` responses. */
export function simulateClosed(options: {
  seed: number;
  cycles: number;
  population: number;
  thinkMean: number;
  servers: number;
  /** Called at each response: how long it took, and how long ago the one before came. */
  responded: (responseSeconds: number, gapSeconds: number) => void;
}): LittlesLaw {
  const { seed, cycles, population, thinkMean, servers, responded } = options;
  const queue = new EventQueue();
  const think = namedStream(seed, "think");
  const service = namedStream(seed, "service");
  const arrivedAt = new Float64Array(population);
  const line: number[] = [];
  const inStation = new NumberInSystem();
  let busy = 0;
  let previous = 0;
  let remaining = cycles;
  for (let job = 0; job < population; job++) {
    queue.schedule(think.exponential(thinkMean), 0, ARRIVAL, job);
  }
  while (queue.next()) {
    const job = queue.subject;
    const now = queue.nowSeconds;
    if (queue.kind === ARRIVAL) {
      arrivedAt[job] = now;
      inStation.change(now, 1);
      if (busy < servers) {
        busy++;
        queue.schedule(now + service.exponential(1), 0, DEPARTURE, job);
      } else {
        line.push(job);
      }
      continue;
    }
    const response = now - (arrivedAt[job] as number);
    inStation.change(now, -1);
    inStation.addSojourn(response);
    responded(response, now - previous);
    previous = now;
    const next = line.shift();
    if (next === undefined) busy--;
    else queue.schedule(now + service.exponential(1), 0, DEPARTURE, next);
    // After the last cycle the jobs stay out, so the station ends empty.
    if (--remaining >= population) {
      queue.schedule(now + think.exponential(thinkMean), 0, ARRIVAL, job);
    }
  }
  return inStation.result();
}
