import { join } from "node:path";
import { build } from "esbuild";

/** Bundles the worker as `npm start` does, into a folder from which its packages are found, and points at it. */
export async function bundleWorker(): Promise<void> {
  const outdir = join("node_modules", ".cache", "landfall", `worker-${process.pid}`);
  process.env.LANDFALL_DIST_DIR = outdir;
  await build({
    entryPoints: { "job-worker": "lib/server/job-worker.ts" },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": "." },
    logLevel: "silent",
  });
}
