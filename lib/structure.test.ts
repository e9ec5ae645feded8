import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const IMPURE_ROOMS = ["server", "client", "cli"];

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const libFiles = filesBelow(join(ROOT, "lib")).filter((path) => /\.tsx?$/.test(path));
const sourceFiles = libFiles.filter((path) => !path.endsWith(".test.ts"));
const pureFiles = sourceFiles.filter(
  (path) => !IMPURE_ROOMS.includes(relative(join(ROOT, "lib"), path).split("/")[0] ?? ""),
);
const name = (path: string) => relative(ROOT, path);

/** Code without comments and strings: what a rule on words must look at. */
function code(path: string): string {
  return readFileSync(path, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\/\/.*$/gm, "")
    .replace(/(["'`])(?:\\.|(?!\1)[^\\])*\1/g, '""');
}

describe("the structure of the tree", () => {
  it("reads no clock, randomness or environment in a pure room", () => {
    const impure =
      /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bprocess\.env\b|\bperformance\.now\(|crypto\.randomUUID\(/;
    expect(pureFiles.filter((path) => impure.test(code(path))).map(name)).toEqual([]);
  });

  it("never orders or formats by the machine's locale in a pure room", () => {
    const byMachine = /\.localeCompare\([^,)]*\)|\.toLocale(?:Date|Time)?String\(\s*\)/;
    expect(pureFiles.filter((path) => byMachine.test(code(path))).map(name)).toEqual([]);
  });

  it("names files in kebab-case, and none of them a drawer for everything", () => {
    const wrong = libFiles.filter((path) => {
      const file = path.split("/").at(-1) ?? "";
      return !/^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.tsx?$/.test(file);
    });
    const drawers = libFiles.filter((path) =>
      /\/(utils?|helpers?|common|index|misc)\.tsx?$/.test(path),
    );
    expect([...wrong, ...drawers].map(name)).toEqual([]);
  });

  it("keeps files small enough to hold one idea", () => {
    const long = sourceFiles.filter((path) => readFileSync(path, "utf8").split("\n").length > 500);
    expect(long.map(name)).toEqual([]);
  });
});
