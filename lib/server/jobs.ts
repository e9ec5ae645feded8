import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { ImportError, type ImportProgress } from "@/lib/discovery/schema";
import { bundleDirectory } from "./environment";
import type { Job, JobMessage } from "./job-messages";

/** Heap that one job may use; a 50,000-VM workbook needs about a third of it. */
const HEAP_LIMIT_MIB = 1_536;
/** No real file takes this long; a crafted one must not hold a core for ever. */
const TIME_LIMIT_MILLISECONDS = 15 * 60_000;

export interface RunningJob {
  finished: Promise<void>;
  cancel: () => void;
}

/**
 * Runs one job in a worker thread of its own, off the event loop that answers requests.
 * `finished` rejects with ImportError when the files cannot be used, the limits are reached or it was
 * cancelled, and with any other error for a bug.
 */
export function startJob(job: Job, onProgress: (progress: ImportProgress) => void): RunningJob {
  const worker = new Worker(join(/* turbopackIgnore: true */ bundleDirectory(), "job-worker.mjs"), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MIB },
    execArgv: ["--enable-source-maps"],
  });
  let stopReason: "cancelled" | "timedOut" | null = null;
  const stop = (reason: "cancelled" | "timedOut") => {
    stopReason ??= reason;
    void worker.terminate();
  };
  const timer = setTimeout(() => stop("timedOut"), TIME_LIMIT_MILLISECONDS);
  const finished = new Promise<void>((resolve, reject) => {
    worker.on("message", (message: JobMessage) => {
      if (message.type === "progress") onProgress(message.progress);
      else if (message.type === "done") resolve();
      else reject(new ImportError(message.code, message.detail));
    });
    worker.on("error", (error: Error & { code?: string }) => {
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      reject(isMemory ? new ImportError("outOfMemory", { limitMib: HEAP_LIMIT_MIB }) : error);
    });
    worker.on("exit", () => {
      // Settled already unless the thread was stopped from outside.
      reject(new ImportError(stopReason ?? "cancelled"));
    });
  }).finally(() => clearTimeout(timer));
  return { finished, cancel: () => stop("cancelled") };
}
