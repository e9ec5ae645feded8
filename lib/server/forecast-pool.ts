import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ForecastRequest } from "@/lib/forecast/plan";
import type { ReplicationBatch } from "@/lib/forecast/replicate";
import type { Forecast } from "@/lib/forecast/schema";
import type { ForecastAnswer, ForecastTask } from "./forecast-messages";

/** More threads than this bring nothing that preparing the plan in each of them would not cost again. */
const WORKERS_MAX = 8;
/** Heap of one thread; a plan of 100,000 VMs needs about half of it. */
const HEAP_LIMIT_MIB = 1_536;
/** A share of the replications is short enough to show progress, and long enough to be worth its message. */
const SHARES = 40;
const SHARE_MAX = 25;

export interface RunningForecast {
  /** Rejects with `ForecastCancelled` after `cancel`, and with what a thread threw. */
  finished: Promise<Forecast>;
  cancel: () => void;
}

export class ForecastCancelled extends Error {
  constructor() {
    super("the forecast was cancelled");
    this.name = "ForecastCancelled";
  }
}

export interface PoolOptions {
  /** The bundled `forecast-worker.mjs`. */
  workerFile: string | URL;
  /** Threads; as many as there are cores unless told. The result is the same for any number. */
  workers?: number;
  onProgress?: (replicationsDone: number) => void;
}

/** Runs the replications of a forecast on all cores, off the thread that calls. */
export function startForecast(request: ForecastRequest, options: PoolOptions): RunningForecast {
  const share = Math.max(1, Math.min(SHARE_MAX, Math.ceil(request.replications / SHARES)));
  const wanted = options.workers ?? Math.min(WORKERS_MAX, availableParallelism());
  const count = Math.max(1, Math.min(wanted, Math.ceil(request.replications / share)));
  const workers = Array.from(
    { length: count },
    () =>
      new Worker(options.workerFile, {
        workerData: request,
        resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MIB },
        execArgv: ["--enable-source-maps"],
      }),
  );
  const stop = () => {
    for (const worker of workers) void worker.terminate();
  };
  const finished = new Promise<Forecast>((resolve, reject) => {
    const batches: ReplicationBatch[] = [];
    let nextReplication = 0;
    let done = 0;
    const giveShare = (worker: Worker) => {
      const size = Math.min(share, request.replications - nextReplication);
      if (size <= 0) return;
      tell(worker, { kind: "replicate", firstReplication: nextReplication, count: size });
      nextReplication += size;
    };
    const hear = (worker: Worker, answer: ForecastAnswer) => {
      if (answer.kind === "forecast") {
        resolve(answer.forecast);
        return;
      }
      batches.push(answer.batch);
      done += answer.batch.count;
      options.onProgress?.(done);
      if (done < request.replications) giveShare(worker);
      else tell(worker, { kind: "summarise", batches });
    };
    for (const worker of workers) {
      worker.on("message", (answer: ForecastAnswer) => hear(worker, answer));
      worker.on("error", reject);
      // Settled already unless the threads were stopped from outside.
      worker.on("exit", () => reject(new ForecastCancelled()));
      giveShare(worker);
    }
  }).finally(stop);
  return { finished, cancel: stop };
}

function tell(worker: Worker, task: ForecastTask): void {
  const buffers =
    task.kind === "summarise"
      ? task.batches.flatMap(({ factors, endSeconds, lastPhase }) => [
          factors.buffer,
          endSeconds.buffer,
          lastPhase.buffer,
        ])
      : [];
  worker.postMessage(task, buffers as ArrayBuffer[]);
}
