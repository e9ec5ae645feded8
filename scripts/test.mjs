// `npm test`: everything, from a fresh clone: the cheap checks, a production build, kills in the middle of writes,
// and a real browser.
import { install, requireNode, run } from "./prepare.mjs";

requireNode();
await install();
await run("Check", process.execPath, ["scripts/check.mjs"]);
await run("Build", process.execPath, ["scripts/build.mjs"]);
await run("Crashes", process.execPath, ["scripts/crash-test.mjs", "--kills", "4", "--vms", "800"]);
await run("End to end", process.execPath, ["scripts/e2e.mjs"]);
