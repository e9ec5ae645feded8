import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MESSAGE_CODES } from "@/lib/hcx/failure-catalogue";
import { PHASES } from "@/lib/migration/phase";
import { COMMAND_KINDS } from "@/lib/world/schema";
import { locales } from "./load";

const ROOT = join(import.meta.dirname, "..");

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourcesBelow(path);
    return path.endsWith(".ts") && !path.endsWith(".test.ts") ? [readFileSync(path, "utf8")] : [];
  });
}

/** Every code with which a command can be refused, as the code writes them. */
const problemCodes = new Set(
  ["private-cloud", "hcx", "world"].flatMap((noun) =>
    sourcesBelow(join(ROOT, "lib", noun)).flatMap((text) => [
      ...[...text.matchAll(/problem\(\s*"(\w+)"/g)].map((match) => match[1] ?? ""),
      ...[...text.matchAll(/error: "(\w+)"/g)].map((match) => match[1] ?? ""),
    ]),
  ),
);

const read = (locale: string, namespace: string) =>
  JSON.parse(readFileSync(join(ROOT, "messages", locale, `${namespace}.json`), "utf8"));

describe.each(locales)("what code says by a code, in %s", (locale) => {
  it("has a sentence for every reason to refuse a command", () => {
    const { problems } = read(locale, "world");
    expect([...problemCodes].filter((code) => !(code in problems)).sort()).toEqual([]);
  });

  it("has a message and a remedy for every failure of the catalogue", () => {
    const failures = read(locale, "failures");
    const lacking = MESSAGE_CODES.filter(
      (code) => !failures[code]?.message || !failures[code]?.remedy,
    );
    expect(lacking).toEqual([]);
  });

  it("has a name for every phase and every command of the log", () => {
    const { names } = read(locale, "phases");
    const { command } = read(locale, "world").messages;
    expect(PHASES.filter((phase) => !(phase in names))).toEqual([]);
    expect(COMMAND_KINDS.filter((kind) => !(kind.replace(".", "_") in command))).toEqual([]);
  });
});
