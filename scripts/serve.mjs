// Serves what is already built: migrates the database, then starts the server. For containers.
import { NODE_FLAGS } from "./node-flags.mjs";
import {
  bin,
  environment,
  listenAddress,
  migrate,
  requireFreePort,
  requireNode,
  run,
} from "./prepare.mjs";

requireNode();
await requireFreePort();
await migrate();
const { port, host } = listenAddress();
process.stdout.write(
  `\n  Landfall: http://${host === "127.0.0.1" ? "localhost" : host}:${port}\n\n`,
);
await run("Serve", bin("next"), ["start", "-p", port, "-H", host], {
  ...environment(),
  // Threads take over what their process was started with. What somebody has set comes last, and wins.
  NODE_OPTIONS: [...NODE_FLAGS, process.env.NODE_OPTIONS ?? ""].join(" ").trim(),
});
