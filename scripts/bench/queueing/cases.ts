import { namedStream } from "@/lib/engine/random";
import { BatchMeans, BatchQuantiles, type Estimate } from "./batch-means";
import {
  type Law,
  type LittlesLaw,
  simulateClosed,
  simulateMakespan,
  simulateSharedLink,
  simulateStations,
} from "./stations";

/** A measured quantity and its closed-form value. */
export interface Measure {
  name: string;
  exact: number;
  estimate: Estimate;
}

export interface CaseResult {
  measures: Measure[];
  /** Null where the case has no arrivals to which the law could apply. */
  littlesLaw: LittlesLaw | null;
}

/** A queue with a closed-form answer (Kleinrock, "Queueing Systems", volumes 1 and 2). */
export interface QueueCase {
  name: string;
  /** Millions of jobs at which every half-width is at most 1 %: squared, what it is in percent at one million. */
  longRunMillions: number;
  run: (seed: number, jobs: number) => CaseResult;
}

const exponential: Law = (stream) => stream.exponential(1);
const constant: Law = () => 1;
const lognormal: Law = (stream) => stream.lognormalOfMean(1, 2);

function manyServers(seed: number, jobs: number): CaseResult {
  const delayed = new BatchMeans(jobs);
  const waits = new BatchMeans(jobs);
  const sojourns = new BatchMeans(jobs);
  const found = new BatchMeans(jobs);
  const littlesLaw = simulateStations({
    seed,
    jobs,
    lambda: 8,
    services: [exponential],
    servers: 10,
    observer: {
      waited: (seconds) => {
        delayed.add(seconds > 0 ? 1 : 0);
        waits.add(seconds);
      },
      left: (sojourn) => sojourns.add(sojourn),
      // Poisson arrivals see time averages, so what they find is L.
      found: (count) => found.add(count),
    },
  });
  return {
    littlesLaw,
    measures: [
      { name: "P(wait)", exact: 0.40918015, estimate: delayed.estimate() },
      { name: "Wq", exact: 0.20459008, estimate: waits.estimate() },
      { name: "T", exact: 1.20459008, estimate: sojourns.estimate() },
      { name: "L", exact: 9.6367206, estimate: found.estimate() },
    ],
  };
}

function oneServer(seed: number, jobs: number): CaseResult {
  const sojourns = new BatchMeans(jobs);
  const quantiles = new BatchQuantiles(jobs);
  const littlesLaw = simulateStations({
    seed,
    jobs,
    lambda: 0.8,
    services: [exponential],
    servers: 1,
    observer: {
      left: (sojourn) => {
        sojourns.add(sojourn);
        quantiles.add(sojourn);
      },
    },
  });
  return {
    littlesLaw,
    measures: [
      { name: "T", exact: 5, estimate: sojourns.estimate() },
      { name: "P50", exact: 3.4657359, estimate: quantiles.estimate(0.5) },
      { name: "P90", exact: 11.51292546, estimate: quantiles.estimate(0.9) },
      { name: "P99", exact: 23.02585093, estimate: quantiles.estimate(0.99) },
    ],
  };
}

function generalService(service: Law, exactWait: number) {
  return (seed: number, jobs: number): CaseResult => {
    const waits = new BatchMeans(jobs);
    const littlesLaw = simulateStations({
      seed,
      jobs,
      lambda: 0.8,
      services: [service],
      servers: 1,
      observer: { waited: (seconds) => waits.add(seconds) },
    });
    return {
      littlesLaw,
      measures: [{ name: "Wq", exact: exactWait, estimate: waits.estimate() }],
    };
  };
}

function processorSharing(size: Law) {
  return (seed: number, jobs: number): CaseResult => {
    const sojourns = new BatchMeans(jobs);
    const slowdowns = new BatchMeans(jobs);
    const found = new BatchMeans(jobs);
    const littlesLaw = simulateSharedLink({
      seed,
      jobs,
      lambda: 0.8,
      size,
      observer: {
        left: (sojourn, alone) => {
          sojourns.add(sojourn);
          slowdowns.add(sojourn / alone);
        },
        found: (count) => found.add(count),
      },
    });
    return {
      littlesLaw,
      measures: [
        { name: "T", exact: 5, estimate: sojourns.estimate() },
        { name: "T/x", exact: 5, estimate: slowdowns.estimate() },
        { name: "E[N]", exact: 4, estimate: found.estimate() },
      ],
    };
  };
}

function loss(seed: number, jobs: number): CaseResult {
  const blocked = new BatchMeans(jobs);
  const littlesLaw = simulateStations({
    seed,
    jobs,
    lambda: 8,
    services: [lognormal],
    servers: 10,
    lossless: false,
    observer: { found: (count) => blocked.add(count >= 10 ? 1 : 0) },
  });
  return {
    littlesLaw,
    measures: [{ name: "blocked", exact: 0.12166106, estimate: blocked.estimate() }],
  };
}

function makespan(seed: number, jobs: number): CaseResult {
  const runs = Math.floor(jobs / 100);
  const spans = new BatchMeans(runs);
  const squares = new BatchMeans(runs);
  const stream = namedStream(seed, "service");
  for (let run = 0; run < runs; run++) {
    const span = simulateMakespan(stream, 100, 10);
    spans.add(span);
    squares.add((span - 11.92896825) ** 2);
  }
  return {
    littlesLaw: null,
    measures: [
      { name: "makespan", exact: 11.92896825, estimate: spans.estimate() },
      { name: "variance", exact: 2.44976773, estimate: squares.estimate() },
    ],
  };
}

function closed(seed: number, jobs: number): CaseResult {
  const responses = new BatchMeans(jobs);
  const gaps = new BatchMeans(jobs);
  const littlesLaw = simulateClosed({
    seed,
    cycles: jobs,
    population: 20,
    thinkMean: 9,
    servers: 2,
    responded: (response, gap) => {
      responses.add(response);
      gaps.add(gap);
    },
  });
  // Throughput is the inverse of the mean gap between responses; so is its interval, to first order.
  const gap = gaps.estimate();
  const throughput = { mean: 1 / gap.mean, halfWidth: gap.halfWidth / gap.mean ** 2 };
  return {
    littlesLaw,
    measures: [
      { name: "X", exact: 1.75612226, estimate: throughput },
      { name: "R", exact: 2.38872873, estimate: responses.estimate() },
    ],
  };
}

function tandem(seed: number, jobs: number): CaseResult {
  const sojourns = new BatchMeans(jobs);
  const littlesLaw = simulateStations({
    seed,
    jobs,
    lambda: 0.7,
    services: [1, 0.9, 0.8].map(
      (mu): Law =>
        (stream) =>
          stream.exponential(1 / mu),
    ),
    servers: 1,
    observer: { left: (sojourn) => sojourns.add(sojourn) },
  });
  return {
    littlesLaw,
    measures: [{ name: "T", exact: 18.33333333, estimate: sojourns.estimate() }],
  };
}

export const QUEUE_CASES: readonly QueueCase[] = [
  { name: "M/M/10", longRunMillions: 50, run: manyServers },
  { name: "M/M/1", longRunMillions: 64, run: oneServer },
  { name: "M/D/1", longRunMillions: 8, run: generalService(constant, 2) },
  { name: "M/M/1 wait", longRunMillions: 16, run: generalService(exponential, 4) },
  { name: "M/lognormal/1", longRunMillions: 170, run: generalService(lognormal, 10) },
  { name: "M/M/1-PS", longRunMillions: 11, run: processorSharing(exponential) },
  { name: "M/lognormal/1-PS", longRunMillions: 28, run: processorSharing(lognormal) },
  { name: "M/G/10/10", longRunMillions: 9, run: loss },
  { name: "makespan", longRunMillions: 50, run: makespan },
  { name: "closed", longRunMillions: 2, run: closed },
  { name: "tandem", longRunMillions: 12, run: tandem },
];
