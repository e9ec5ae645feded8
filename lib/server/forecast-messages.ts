import type { ReplicationBatch } from "@/lib/forecast/replicate";
import type { Forecast } from "@/lib/forecast/schema";

/** What a forecast asks of a worker thread, and what comes back. The request is the thread's `workerData`. */

export type ForecastTask =
  | { kind: "replicate"; firstReplication: number; count: number }
  | { kind: "summarise"; batches: ReplicationBatch[] };

export type ForecastAnswer =
  | { kind: "batch"; batch: ReplicationBatch }
  | { kind: "forecast"; forecast: Forecast };
