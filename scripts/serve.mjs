// Serves what is already built: migrates the database, then starts the server. For containers.
import { bin, environment, migrate, requireNode, run } from "./prepare.mjs";

requireNode();
await migrate();
const port = process.env.PORT ?? "3000";
const host = process.env.HOST ?? "127.0.0.1";
process.stdout.write(
  `\n  Landfall: http://${host === "127.0.0.1" ? "localhost" : host}:${port}\n\n`,
);
await run("Serve", bin("next"), ["start", "-p", port, "-H", host], environment());
