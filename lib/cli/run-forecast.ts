import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { forecastOf } from "@/lib/forecast/forecast";
import type { ForecastRequest } from "@/lib/forecast/plan";
import type { Forecast } from "@/lib/forecast/schema";
import { startForecast } from "@/lib/server/forecast-pool";

/**
 * Runs a forecast on all cores, with progress on a terminal's standard error. The bundled worker lies beside
 * the bundled command line; from source there is none, and one thread gives the same answer.
 */
export async function runForecast(
  request: ForecastRequest,
  showsProgress: boolean,
): Promise<Forecast> {
  const workerFile = new URL("./forecast-worker.mjs", import.meta.url);
  if (!existsSync(fileURLToPath(workerFile))) return forecastOf(request);
  const isWatched = showsProgress && process.stderr.isTTY === true;
  const { finished } = startForecast(request, {
    workerFile,
    onProgress: (done) => {
      if (isWatched) process.stderr.write(`\r${done} of ${request.replications} replications`);
    },
  });
  const forecast = await finished;
  if (isWatched) process.stderr.write("\r\u001b[K");
  return forecast;
}
