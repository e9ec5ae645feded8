import { parentPort, workerData } from "node:worker_threads";
import { ImportError } from "@/lib/discovery/schema";
import { runAssessmentJob } from "./assessment-job";
import { createClient } from "./database";
import { runImportJob } from "./import-job";
import type { Job, JobMessage } from "./job-messages";

/**
 * The entry of a worker thread: one job, then it ends. It has a database connection of its own, because
 * the SQLite driver blocks the thread that it works on.
 */
async function main(job: Job): Promise<void> {
  const client = createClient();
  const send = (message: JobMessage) => parentPort?.postMessage(message);
  try {
    if (job.kind === "import") {
      await runImportJob(client, job, (progress) => send({ type: "progress", progress }));
    } else {
      await runAssessmentJob(client, job);
    }
    send({ type: "done" });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    send({ type: "rejected", code: error.code, detail: error.detail });
  } finally {
    await client.$disconnect();
  }
}

await main(workerData as Job);
