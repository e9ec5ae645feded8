// `npm start`: from a fresh clone to a running server, doing only what is not done yet.
import { buildProduct, generate, install, requireFreePort, requireNode } from "./prepare.mjs";

requireNode();
await requireFreePort();
await install();
await generate();
await buildProduct();
await import("./serve.mjs");
