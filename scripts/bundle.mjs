// Bundles what runs outside Next: the worker threads and the command line. Packages stay in node_modules.

import { existsSync } from "node:fs";
import { build } from "esbuild";

const entries = {
  "job-worker": "lib/server/job-worker.ts",
  "forecast-worker": "lib/server/forecast-worker.ts",
  landfall: "lib/cli/main.ts",
};

/** How whatever runs outside Next is bundled; benchmarks too, so that they measure what ships. */
export const BUNDLE_OPTIONS = /** @type {const} */ ({
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  packages: "external",
  alias: { "@": "." },
  sourcemap: true,
  logLevel: "warning",
});

export async function bundle() {
  await build({
    ...BUNDLE_OPTIONS,
    entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
    outdir: "dist",
    banner: { js: "#!/usr/bin/env node" },
  });
}

if (import.meta.url === `file://${process.argv[1]}`) await bundle();
