import { Entity, Exponential, Queue, Simulation } from "simscript";
import { type BenchCase, secondsOf } from "./bench-case";
import { MM1_LAMBDA } from "./engine-kernel";

// An event here is an arrival or a departure, as in the kernel's own case: two a job.
const EVENTS_PER_JOB = 2;
const SIMJS_JOBS = 200_000;
const SIMSCRIPT_JOBS = 5_000;

/** The members of simjs that the benchmark uses. */
interface Simjs {
  Entity: new () => {
    setTimer(duration: number): { done(callback: () => void): void };
    useFacility(facility: object, duration: number): void;
    start(): void;
  };
  Facility: new (name: string) => object;
  Random: new (seed: number) => { exponential(rate: number): number };
  Sim: new () => {
    addEntity(entity: object): void;
    simulate(endTime: number, maxEvents: number): boolean;
  };
}

/** The package's bundle exports nothing: it leaves its classes in `window.Sim`. */
async function loadSimjs(): Promise<Simjs> {
  const page: { Sim?: Simjs } = {};
  Object.assign(globalThis, { window: page });
  await import("simjs");
  Reflect.deleteProperty(globalThis, "window");
  if (page.Sim === undefined) throw new Error("simjs has not left its classes in window.Sim");
  return page.Sim;
}

let simjs: Promise<Simjs> | undefined;

async function runSimjs(): Promise<number> {
  simjs ??= loadSimjs();
  const { Entity: Base, Facility, Random, Sim } = await simjs;
  const random = new Random(1);
  const server = new Facility("server");
  let arrived = 0;
  class Source extends Base {
    override start(): void {
      arrived++;
      // biome-ignore lint/correctness/useHookAtTopLevel: simjs's own name for a method; no React here.
      this.useFacility(server, random.exponential(1));
      if (arrived < SIMJS_JOBS) this.setTimer(random.exponential(MM1_LAMBDA)).done(this.start);
    }
  }
  const sim = new Sim();
  sim.addEntity(Source);
  const seconds = secondsOf(() => {
    sim.simulate(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  });
  return (SIMJS_JOBS * EVENTS_PER_JOB) / seconds / 1e6;
}

class OneServer extends Simulation {
  server = new Queue("server", 1);
  line = new Queue("line");
  service = new Exponential(1);

  override onStarting(): void {
    super.onStarting();
    this.generateEntities(Job, new Exponential(1 / MM1_LAMBDA), SIMSCRIPT_JOBS);
  }
}

class Job extends Entity<OneServer> {
  override async script(): Promise<void> {
    const { server, line, service } = this.simulation;
    await this.enterQueue(line);
    await this.enterQueue(server);
    this.leaveQueue(line);
    await this.delay(service.sample());
    this.leaveQueue(server);
  }
}

async function runSimscript(): Promise<number> {
  // It hands control to the browser now and then; outside of one the next turn of the event loop serves.
  globalThis.requestAnimationFrame ??= (callback) => {
    setImmediate(() => callback(0));
    return 0;
  };
  const simulation = new OneServer();
  const start = performance.now();
  await new Promise<void>((resolve) => {
    simulation.finished.addEventListener(() => resolve());
    void simulation.start(true);
  });
  return (SIMSCRIPT_JOBS * EVENTS_PER_JOB) / ((performance.now() - start) / 1000) / 1e6;
}

export const PEER_CASES: readonly BenchCase[] = [
  { name: "simjs 2.0.3, M/M/1", unit: "M events/s", run: runSimjs },
  { name: "simscript 1.0.37, M/M/1", unit: "M events/s", run: runSimscript },
];
