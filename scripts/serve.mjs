// Serves what is already built: migrates the database, then starts the server. For containers.
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
await run("Serve", bin("next"), ["start", "-p", port, "-H", host], environment());
