// `npm run e2e`: the browser tests against a production build on a database of their own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findOrInstallChromium } from "./chromium.mjs";
import { bin, environment, requireNode, run } from "./prepare.mjs";

requireNode();
const chromium = findOrInstallChromium();
const dataDirectory = mkdtempSync(join(tmpdir(), "landfall-e2e-"));
process.on("exit", () => rmSync(dataDirectory, { recursive: true, force: true }));
process.env.LANDFALL_DATA_DIR = dataDirectory;
process.env.DATABASE_URL = `file:${join(dataDirectory, "landfall.db")}`;
await run("Browser tests", bin("playwright"), ["test", ...process.argv.slice(2)], {
  ...environment(),
  LANDFALL_CHROMIUM: chromium,
});
