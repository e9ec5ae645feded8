import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { setVariable } from "./environment-variable";

/**
 * Bundles a worker as `npm start` does, into a folder from which its packages are found, and points at it. Answers
 * with a function that removes the folder and gives the process its environment back.
 */
export async function bundleWorker(
  name: "job-worker" | "forecast-worker" = "job-worker",
): Promise<() => void> {
  const parent = join("node_modules", ".cache", "landfall");
  mkdirSync(parent, { recursive: true });
  // One of its own: test files run side by side in threads of one process.
  const outdir = mkdtempSync(join(parent, "worker-"));
  const restore = setVariable("LANDFALL_DIST_DIR", outdir);
  await build({
    entryPoints: { [name]: `lib/server/${name}.ts` },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": "." },
    logLevel: "silent",
  });
  return () => {
    rmSync(outdir, { recursive: true, force: true });
    restore();
  };
}
