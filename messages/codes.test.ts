import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { AVS_FORMS } from "@/components/avs/avs-forms";
import { HCX_FORMS } from "@/components/hcx/hcx-forms";
import { MESSAGE_CODES } from "@/lib/hcx/failure-catalogue";
import { LIMIT_NAMES } from "@/lib/hcx/limits";
import { PHASES } from "@/lib/migration/phase";
import { COMMAND_KINDS } from "@/lib/world/schema";
import { STEP_IDS } from "@/lib/world/view-schema";
import { locales } from "./load";

const ROOT = join(import.meta.dirname, "..");

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourcesBelow(path);
    return path.endsWith(".ts") && !path.endsWith(".test.ts") ? [readFileSync(path, "utf8")] : [];
  });
}

const sources = ["private-cloud", "hcx", "world"].flatMap((noun) =>
  sourcesBelow(join(ROOT, "lib", noun)),
);

interface RefusalCall {
  code: string;
  /** Names of the values that the call hands to the sentence. */
  values: string[];
}

const namesOf = (literal: string) =>
  [...literal.matchAll(/(?:^|,)\s*(\w+)/g)].map((match) => match[1] ?? "");

/** The text of a call's arguments: up to the bracket that closes it. */
function argumentText(text: string, from: number): string {
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
  }
  return text.slice(from, at - 1).trim();
}

/** Every call that refuses a command by a literal code, and what it hands to the sentence. */
function refusalsOf(source: string): RefusalCall[] {
  // Paths such as `migrations.${index}` have braces that are no values.
  const text = source.replace(/`[^`]*`/g, '""');
  return [...text.matchAll(/\b(problem|overlapProblems)\(\s*"(\w+)"/g)].map((match) => {
    const [head, call, code = ""] = match;
    // It hands on the same three for every code: lib/private-cloud/check-addresses.ts.
    if (call === "overlapProblems") return { code, values: ["block", "other", "name"] };
    const given = argumentText(text, match.index + head.indexOf("(") + 1);
    const literal = /\{([^{}]*)\}\s*,?$/.exec(given)?.[1];
    if (literal !== undefined) return { code, values: namesOf(literal) };
    if (!/\bvalues\s*,?$/.test(given)) return { code, values: [] };
    const before = [...text.slice(0, match.index).matchAll(/const values = \{([^{}]*)\}/g)];
    return { code, values: namesOf(before.at(-1)?.[1] ?? "") };
  });
}

/** A schema's refusals hand on a bound at most, which no sentence needs. */
const schemaRefusals = sources.flatMap((text) =>
  [...text.matchAll(/error: "(\w+)"/g)].map((match) => ({ code: match[1] ?? "", values: [] })),
);
const refusals: RefusalCall[] = [...sources.flatMap(refusalsOf), ...schemaRefusals];

/** Where Zod's own words stand for a refusal, and where the clock refuses. */
const OTHER_CODES = ["wrongType", "invalidValue", "jumpBackwards"];

/** What a migration can wait for or be held back by, apart from limits: lib/migration. */
const WAITING_WORDS = [
  "sourceHost",
  "sourceDatastore",
  "ix",
  "link",
  "targetDatastore",
  "migrationTracker",
  "sourceVcenter",
  "reschedule",
];

/** The commands on migrations that can have no effect: lib/migration/command-run.ts. */
const REFUSABLE_WORDS = [
  "startGroup",
  "cancel",
  "retry",
  "forcePowerOff",
  "forceCleanup",
  "reschedule",
];

const read = (locale: string, namespace: string) =>
  JSON.parse(readFileSync(join(ROOT, "messages", locale, `${namespace}.json`), "utf8"));

describe.each(locales)("what code says by a code, in %s", (locale) => {
  it("has a sentence for every reason to refuse a command", () => {
    const { problems } = read(locale, "world");
    const codes = new Set([...refusals.map(({ code }) => code), ...OTHER_CODES]);
    expect([...codes].filter((code) => !(code in problems)).sort()).toEqual([]);
    expect(Object.keys(problems).filter((code) => !codes.has(code))).toEqual([]);
  });

  it("has no sentence that needs a value which the refusal does not hand on", () => {
    const { problems } = read(locale, "world");
    const lacking = refusals.flatMap(({ code, values }) =>
      [...String(problems[code]).matchAll(/\{(\w+)[,}]/g)]
        .filter((match) => !values.includes(match[1] ?? ""))
        .map((match) => `${code}: ${match[1]}`),
    );
    expect(lacking).toEqual([]);
  });

  it("states a share below one percent as it is, not as 0 %", () => {
    const t = createTranslator({ locale, messages: { text: read(locale, "world") } });
    // The underlay table allows vMotion one lost packet of a thousand.
    const shown = t("text.problems.underlayLoss", {
      service: "vMotion",
      maximum: 0.001,
      value: 0.0025,
    });
    expect(shown).toContain("0.1%");
    expect(shown).toContain("0.25%");
  });

  it("has a word for whatever a migration waits for and whatever it refuses", () => {
    const { words } = read(locale, "world");
    const needed = [...LIMIT_NAMES, ...WAITING_WORDS, ...REFUSABLE_WORDS];
    expect(needed.filter((word) => !(word in words))).toEqual([]);
  });

  it("has a label and a help text for every field of the set-up forms, and a word for every step", () => {
    const { fields, steps } = read(locale, "setup-pages");
    const lacking = [...AVS_FORMS, ...HCX_FORMS].flatMap(({ kind, fields: specs }) =>
      specs
        .map(({ path }) => path.replaceAll(".", "-"))
        .filter((path) => {
          const text = fields[kind.replace(".", "-")]?.[path] ?? fields.shared[path];
          return !text?.label || !text?.help;
        })
        .map((path) => `${kind} ${path}`),
    );
    expect(lacking).toEqual([]);
    expect(STEP_IDS.filter((id) => !steps[id.replace(".", "-")]?.title)).toEqual([]);
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
