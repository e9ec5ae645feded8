// `npm run check`: all that is cheap: format, lint, types, unused code, structure and unit tests.
import { bin, environment, generate, install, requireNode, run } from "./prepare.mjs";

requireNode();
await install();
await generate();
await run("Format and lint", bin("biome"), ["check", ".", "--error-on-warnings"]);
await run("Route types", bin("next"), ["typegen"], environment());
await run("Types", bin("tsc"), ["--noEmit"]);
await run("Unresolved imports", bin("knip"), ["--include", "unlisted,unresolved"]);
await run("Unit and structure tests", bin("vitest"), ["run"], environment());
