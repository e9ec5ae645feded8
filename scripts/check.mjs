// `npm run check`: all that is cheap: format, lint, types, unused code, structure and unit tests. Two lanes, because
// two cores are the least that a machine has; everything is looked at, whatever fails first.
import { bin, environment, fail, generate, install, requireNode, runQuietly } from "./prepare.mjs";

requireNode();
await install();
await generate();
const env = environment();
const tests = runQuietly("Unit and structure tests", bin("vitest"), ["run"], env);
const isFormatted = await runQuietly("Format and lint", bin("biome"), [
  "check",
  ".",
  "--error-on-warnings",
]);
const isTyped =
  (await runQuietly("Route types", bin("next"), ["typegen"], env)) &&
  (await runQuietly("Types", bin("tsc"), ["--noEmit"]));
const isUsed = await runQuietly("Unused code", bin("knip"), []);
const isTested = await tests;
if (!(isFormatted && isTyped && isUsed && isTested)) {
  fail("The check failed. What went wrong is printed above.");
}
