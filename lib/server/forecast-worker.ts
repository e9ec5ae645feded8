import { parentPort, type TransferListItem, workerData } from "node:worker_threads";
import { summarise } from "@/lib/forecast/forecast";
import { type ForecastRequest, prepareForecast } from "@/lib/forecast/plan";
import { joinBatches, replicate } from "@/lib/forecast/replicate";
import type { ForecastAnswer, ForecastTask } from "./forecast-messages";

/** The entry of a worker thread: prepares a forecast once, then runs the shares of it that it is given. */
const port = parentPort;
if (port === null) throw new Error("this file runs as a worker thread");

const plan = prepareForecast(workerData as ForecastRequest);

port.on("message", (task: ForecastTask) => {
  if (task.kind === "replicate") {
    const batch = replicate(plan, task.firstReplication, task.count);
    const { factors, endSeconds, lastPhase } = batch;
    const buffers = [factors, endSeconds, lastPhase].map(({ buffer }) => buffer);
    send({ kind: "batch", batch }, buffers as TransferListItem[]);
    return;
  }
  const all = joinBatches(task.batches, plan.nominal.migrations.length);
  send({ kind: "forecast", forecast: summarise(plan, all) }, []);
});

function send(answer: ForecastAnswer, transferred: readonly TransferListItem[]): void {
  port?.postMessage(answer, transferred);
}
