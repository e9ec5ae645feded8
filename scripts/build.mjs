// `npm run build`: what `npm start` does before it serves.
import { buildProduct, generate, install, requireNode } from "./prepare.mjs";

requireNode();
await install();
await generate();
await buildProduct();
