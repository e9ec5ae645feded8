// `npm start`: from a fresh clone to a running server, doing only what is not done yet.
import {
  bin,
  buildProduct,
  environment,
  generate,
  install,
  migrate,
  requireNode,
  run,
} from "./prepare.mjs";

requireNode();
await install();
await generate();
await migrate();
await buildProduct();

const port = process.env.PORT ?? "3000";
const host = process.env.HOST ?? "127.0.0.1";
process.stdout.write(
  `\n  Landfall: http://${host === "127.0.0.1" ? "localhost" : host}:${port}\n\n`,
);
await run("Serve", bin("next"), ["start", "-p", port, "-H", host], environment());
