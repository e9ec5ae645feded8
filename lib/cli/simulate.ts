import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { parseScenario, type ScenarioProblem } from "@/lib/migration/check-scenario";
import { reportOf } from "@/lib/migration/report";
import type { Scenario } from "@/lib/migration/schema";
import { simulateMigrations } from "@/lib/migration/simulate";
import { forecastSummaryOf } from "./forecast-summary";
import { runForecast } from "./run-forecast";
import { summaryOf } from "./simulate-summary";

const USAGE =
  "Usage: landfall simulate SCENARIO.json [--seed N] [--replications N [--from SECONDS]] [--json]";
/** More take more memory than the answer gets better by: the error of a quantile falls with the root. */
const REPLICATIONS_MAX = 100_000;
const EXIT_OK = 0;
/** A wrong command line, a file that cannot be read, or a scenario with problems. */
const EXIT_USAGE = 2;

interface CommandLine {
  file: string;
  seed: number | null;
  /** 0 makes no forecast. */
  replications: number;
  /** Up to here the forecast keeps what happened. */
  fromSeconds: number;
  json: boolean;
}

/**
 * `landfall simulate`: runs a scenario from a file and prints what becomes of it. Returns the exit code. Every
 * problem of a wrong scenario goes to standard error with its path, and with `--json` to standard output too.
 */
export async function run(args: string[]): Promise<number> {
  const parsed = parseCommandLine(args);
  if (typeof parsed === "string") return refuse(parsed);
  const { json } = parsed;
  const text = await readScenario(parsed.file);
  if (!text.ok) return refuseScenario([{ path: "", message: text.reason }], json);
  const result = parseScenario(text.value);
  if (!result.ok) return refuseScenario(result.problems, json);
  const scenario: Scenario =
    parsed.seed === null ? result.scenario : { ...result.scenario, seed: parsed.seed };
  const report = reportOf(simulateMigrations(scenario));
  const { replications, fromSeconds } = parsed;
  const forecast =
    replications === 0
      ? null
      : await runForecast({ scenario, history: [], fromSeconds, replications }, !json);
  if (json) {
    const printed = forecast === null ? report : { ...report, forecast };
    process.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
  } else {
    const lines = forecast === null ? [] : forecastSummaryOf(forecast, report);
    process.stdout.write(`${[summaryOf(report), ...lines].join("\n")}\n`);
  }
  return EXIT_OK;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return EXIT_USAGE;
}

function refuseScenario(problems: readonly ScenarioProblem[], json: boolean): number {
  if (json) process.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`);
  return refuse(
    problems.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join("\n"),
  );
}

function parseCommandLine(args: string[]): CommandLine | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        seed: { type: "string" },
        replications: { type: "string" },
        from: { type: "string" },
        json: { type: "boolean" },
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return USAGE;
    const seed = values.seed === undefined ? null : wholeNumber(values.seed);
    const replications = wholeNumber(values.replications ?? "0");
    if (seed !== null && Number.isNaN(seed)) return `--seed takes a whole number\n${USAGE}`;
    if (!(replications <= REPLICATIONS_MAX)) {
      return `--replications takes a whole number up to ${REPLICATIONS_MAX}\n${USAGE}`;
    }
    const fromSeconds = wholeNumber(values.from ?? "0");
    if (Number.isNaN(fromSeconds)) return `--from takes whole seconds\n${USAGE}`;
    if (values.from !== undefined && replications === 0) {
      return `--from needs --replications\n${USAGE}`;
    }
    return { file, seed, replications, fromSeconds, json: values.json ?? false };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`;
  }
}

/** NaN for anything else. */
function wholeNumber(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : Number.NaN;
}

async function readScenario(
  file: string,
): Promise<{ ok: true; value: unknown } | { ok: false; reason: string }> {
  try {
    return { ok: true, value: JSON.parse(await readFile(file, "utf8")) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, reason: `${file}: ${error.message}` };
    if (error instanceof Error && "code" in error) return { ok: false, reason: error.message };
    throw error;
  }
}
