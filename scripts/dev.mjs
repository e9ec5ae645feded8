// `npm run dev`: the development server, with the workers bundled once.
import {
  bin,
  environment,
  generate,
  install,
  listenAddress,
  migrate,
  requireFreePort,
  requireNode,
  run,
} from "./prepare.mjs";

requireNode();
await requireFreePort();
await install();
await generate();
await migrate();
await run("Bundle workers and command line", process.execPath, ["scripts/bundle.mjs"]);
const { port, host } = listenAddress();
await run("Develop", bin("next"), ["dev", "-p", port, "-H", host], environment());
