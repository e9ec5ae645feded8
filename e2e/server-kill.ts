import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, expect } from "@playwright/test";

/** Where scripts/e2e-server.mjs writes the process id of the server under test. */
export const SERVER_PID_FILE = join(tmpdir(), "landfall-e2e-server.pid");

const readPid = () => Number(readFileSync(SERVER_PID_FILE, "utf8"));

/** Kills the server as a power cut would, and waits until another one answers. */
export async function killServer(request: APIRequestContext): Promise<void> {
  const pid = readPid();
  process.kill(pid, "SIGKILL");
  await expect.poll(readPid).not.toBe(pid);
  await expect
    .poll(
      () =>
        request.get("/api/health").then(
          (answer) => answer.status(),
          () => 0,
        ),
      {
        timeout: 30_000,
      },
    )
    .toBe(200);
}
