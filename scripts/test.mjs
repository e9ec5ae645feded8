// `npm test`: everything, from a fresh clone: the cheap checks, a production build, and a real browser.
import { install, requireNode, run } from "./prepare.mjs";

requireNode();
await install();
await run("Check", process.execPath, ["scripts/check.mjs"]);
await run("Build", process.execPath, ["scripts/build.mjs"]);
await run("End to end", process.execPath, ["scripts/e2e.mjs"]);
