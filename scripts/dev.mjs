// `npm run dev`: the development server, with the workers bundled once.
import { bin, environment, generate, install, migrate, requireNode, run } from "./prepare.mjs";

requireNode();
await install();
await generate();
await migrate();
await run("Bundle workers and command line", process.execPath, ["scripts/bundle.mjs"]);
const port = process.env.PORT ?? "3000";
await run("Develop", bin("next"), ["dev", "-p", port, "-H", "127.0.0.1"], environment());
