// npm run bench -- <name> [options]: bundles scripts/bench/<name>.ts as the product is bundled, and runs that.
// Files with a dash belong to one of those; `node scripts/bench.mjs` runs them too, for benchmarks that want a
// process of their own.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { BUNDLE_OPTIONS } from "./bundle.mjs";
import { NODE_FLAGS } from "./node-flags.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);
const [name = "", ...options] = process.argv.slice(2);
const script = `scripts/bench/${name}.ts`;

if (!/^[a-z-]+$/.test(name) || !existsSync(script)) {
  const names = readdirSync("scripts/bench")
    .filter((file) => /^[a-z]+\.ts$/.test(file))
    .map((file) => file.slice(0, -3));
  console.error(`Usage: npm run bench -- <${names.join("|")}> [--json]`);
  process.exit(2);
}

/** A bundle lies elsewhere than its sources: each of them still knows its own place. */
const sourcePlaces = {
  name: "source places",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const places = { url: pathToFileURL(path).href, dirname: dirname(path), filename: path };
      const contents = readFileSync(path, "utf8").replace(
        /\bimport\.meta\.(url|dirname|filename)\b/g,
        (_, place) => JSON.stringify(places[place]),
      );
      return { contents, loader: "ts" };
    });
  },
};

// Below node_modules, where the packages that the bundle leaves out are found.
const cache = "node_modules/.cache/landfall";
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, "bench-bundle-"));
let status = 1;
try {
  await build({
    ...BUNDLE_OPTIONS,
    entryPoints: { [name]: script },
    outdir: folder,
    plugins: [sourcePlaces],
  });
  const file = join(folder, `${name}.mjs`);
  const flags = [...NODE_FLAGS, "--enable-source-maps", ...process.execArgv];
  status =
    spawnSync(process.execPath, [...flags, file, ...options], { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);
