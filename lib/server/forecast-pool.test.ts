import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forecastOf } from "@/lib/forecast/forecast";
import { parseScenario } from "@/lib/migration/check-scenario";
import { ForecastCancelled, startForecast } from "./forecast-pool";

const folder = mkdtempSync(join(tmpdir(), "landfall-forecast-"));
const workerFile = join(folder, "forecast-worker.mjs");
beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, "forecast-worker.ts")],
    outfile: workerFile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: { "@": join(import.meta.dirname, "../..") },
    logLevel: "error",
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

function requestOf(replications: number) {
  const parsed = parseScenario({
    vms: [1, 2, 3].map((n) => ({ id: `vm ${n}`, disks: [{ sizeBytes: n * 1e11 }] })),
    groups: [{ id: "group", migrations: [1, 2, 3].map((n) => ({ vmId: `vm ${n}` })) }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return { scenario: parsed.scenario, history: [], fromSeconds: 600, replications };
}

describe("a forecast on several threads", () => {
  it("is the same for any number of them, and counts every replication once", async () => {
    const request = requestOf(30);
    const expected = forecastOf(request);
    for (const workers of [1, 2, 3]) {
      const progress: number[] = [];
      const onProgress = (done: number) => progress.push(done);
      const { finished } = startForecast(request, { workerFile, workers, onProgress });
      expect(await finished).toEqual(expected);
      expect(progress.at(-1)).toBe(30);
      expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    }
  }, 30_000);

  it("stops when it is cancelled", async () => {
    const running = startForecast(requestOf(1_000_000), { workerFile, workers: 2 });
    running.cancel();
    await expect(running.finished).rejects.toBeInstanceOf(ForecastCancelled);
  }, 30_000);

  it("rejects with what went wrong in a thread", async () => {
    const request = requestOf(4);
    const broken = { ...request, scenario: { ...request.scenario, vms: [] } };
    const running = startForecast(broken, { workerFile, workers: 1 });
    await expect(running.finished).rejects.toThrow("no VM has the id vm 1");
  }, 30_000);
});
