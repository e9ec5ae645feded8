import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    include: ["{lib,components,prisma,messages,scripts,app}/**/*.test.{ts,tsx}"],
    environment: "node",
    // Most of the code is pure: loading it once a worker instead of once a file takes a fifth of the time. A test
    // that changes the environment or a global puts it back.
    pool: "threads",
    isolate: false,
    // One core less, which is the default, leaves a machine of two with half of it.
    maxWorkers: "100%",
    testTimeout: 20_000,
    // A test that depends on the zone of the machine is a bug in the code under test.
    env: { TZ: "Asia/Seoul" },
  },
});
