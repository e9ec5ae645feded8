import { parseArgs } from "node:util";
import { assess } from "@/lib/assessment/assess";
import { settingsFromPairs } from "@/lib/assessment/setting-pairs";
import { checkSettings } from "@/lib/assessment/settings-problems";
import { PRICES_2026 } from "@/lib/cost/prices-2026";
import { type ExportReading, readExport } from "@/lib/discovery/read-export";
import { ImportError } from "@/lib/discovery/schema";
import settingSentences from "@/messages/en/assessment.json";
import english from "@/messages/en/discovery.json";
import { detailsOf, reportOf, summaryOf } from "./assess-report";
import { openInputs } from "./read-inputs";

const USAGE = "Usage: landfall assess FILE... [--set key=value]... [--json [--details]]";
const EXIT_OK = 0;
/** A wrong command line, a wrong setting, or a file that cannot be read. */
const EXIT_USAGE = 2;

/**
 * `landfall assess`: reads exports, assesses them and prints the result. Settings are Azure
 * Migrate's names. Returns the exit code; sentences about what is wrong go to standard error.
 */
export async function run(args: string[]): Promise<number> {
  const parsed = parseCommandLine(args);
  if (typeof parsed === "string") return refuse(parsed);
  const settings = settingsFromPairs(parsed.set);
  if (!settings.ok) {
    return refuse(
      settings.problems
        .map(({ path, problem }) => `${path}: ${settingSentence(problem)}`)
        .join("\n"),
    );
  }
  const errors = checkSettings(settings.settings).filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    return refuse(
      errors.map(({ setting, code }) => `${setting}: ${settingSentence(code)}`).join("\n"),
    );
  }
  const reading = await readFiles(parsed.files);
  if (typeof reading === "string") return refuse(reading);
  const { inventory, confidence } = reading;
  if (inventory === null) return refuse(sentenceOf(new ImportError("noVInfo"), parsed.files));
  const assessment = assess(inventory, settings.settings, PRICES_2026, { confidence });
  const report = reportOf(inventory, confidence, assessment);
  const shown = parsed.details ? { ...report, ...detailsOf(assessment) } : report;
  process.stdout.write(
    parsed.json ? `${JSON.stringify(shown, null, 2)}\n` : `${summaryOf(report, assessment)}\n`,
  );
  return EXIT_OK;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return EXIT_USAGE;
}

function parseCommandLine(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        set: { type: "string", multiple: true },
        json: { type: "boolean", default: false },
        details: { type: "boolean", default: false },
      },
    });
    if (positionals.length === 0) return USAGE;
    const { json, details } = values;
    return { files: positionals, set: values.set ?? [], json, details };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`;
  }
}

/** What was read, or the sentence that says why it could not be. */
async function readFiles(files: readonly string[]): Promise<ExportReading | string> {
  try {
    const inputs = await openInputs(files);
    try {
      return await readExport(inputs.sources, { nowIso: new Date(Date.now()).toISOString() });
    } finally {
      await inputs.close();
    }
  } catch (error) {
    if (error instanceof ImportError) return sentenceOf(error, files);
    if (error instanceof Error && "code" in error && "path" in error) return error.message;
    throw error;
  }
}

/** The file that is meant, what is wrong with it, and what to do. */
function sentenceOf(error: ImportError, files: readonly string[]): string {
  const { title, remedy } = english.errors[error.code];
  const [only, ...others] = files;
  const file = error.detail.file ?? (others.length === 0 ? only : undefined);
  return `${file === undefined ? "" : `${file}: `}${title} ${remedy}`;
}

/** The sentence of a closed code; what Zod says is one already. */
function settingSentence(problem: string): string {
  const sentences: Readonly<Record<string, string>> = settingSentences.problems;
  return sentences[problem] ?? problem;
}
