import { defineConfig } from "@playwright/test";
import { SERVER_PID_FILE } from "./e2e/server-kill";

const PORT = 3210;

/** Run by `npm run e2e`, which finds the browser and makes a data folder for the run. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // A shared machine with two cores is several times slower than a quiet one; a test that hangs still ends.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  fullyParallel: false,
  // One server and one database: the specs make their own projects, and two cores are all CI has.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: "en-US",
    timezoneId: "Asia/Seoul",
    viewport: { width: 1440, height: 900 },
    // A trace copies the page at every step, which doubles the time of pages with long tables: on request.
    trace: process.env.LANDFALL_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.LANDFALL_CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    },
  },
  projects: [
    { name: "setup", testMatch: "first-run.setup.ts" },
    {
      name: "chromium",
      testMatch: "*.spec.ts",
      dependencies: ["setup"],
      use: { storageState: "test-results/owner.json" },
    },
  ],
  webServer: {
    command: "node scripts/e2e-server.mjs",
    url: `http://127.0.0.1:${PORT}/api/health`,
    env: { PORT: String(PORT), LANDFALL_E2E_PID: SERVER_PID_FILE },
    timeout: 60_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
