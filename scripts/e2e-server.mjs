// The server of the browser tests: scripts/serve.mjs that comes back when a test kills it. It writes the process id
// of the server to LANDFALL_E2E_PID, so that a test can send SIGKILL and see what is there afterwards.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { bin, environment, migrate, requireFreePort, requireNode } from "./prepare.mjs";

requireNode();
await requireFreePort();
await migrate();

let server = null;
let isEnding = false;

function start() {
  server = spawn(bin("next"), ["start", "-p", process.env.PORT, "-H", "127.0.0.1"], {
    stdio: "inherit",
    env: { ...process.env, ...environment() },
  });
  writeFileSync(process.env.LANDFALL_E2E_PID, String(server.pid));
  server.on("exit", (code, signal) => {
    if (isEnding || signal !== "SIGKILL") process.exit(code ?? 0);
    start();
  });
}

process.on("SIGTERM", () => {
  isEnding = true;
  server.kill("SIGTERM");
});
start();
