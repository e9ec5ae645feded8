import { parseArgs } from "node:util";
import { assess } from "@/lib/assessment/assess";
import type { Assessment } from "@/lib/assessment/assessment-schema";
import { settingsFromPairs } from "@/lib/assessment/setting-pairs";
import { checkSettings } from "@/lib/assessment/settings-problems";
import { PRICES_2026 } from "@/lib/cost/prices-2026";
import { type ExportReading, readExport } from "@/lib/discovery/read-export";
import { type DataConfidence, ImportError } from "@/lib/discovery/schema";
import type { Inventory, InventoryVm } from "@/lib/inventory/schema";
import english from "@/messages/en/discovery.json";
import { openInputs } from "./read-inputs";

const USAGE = "Usage: landfall assess FILE... [--set key=value]... [--json]";
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
    return refuse(settings.problems.map(({ path, problem }) => `${path}: ${problem}`).join("\n"));
  }
  const errors = checkSettings(settings.settings).filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    return refuse(errors.map(({ setting, code }) => `${setting}: ${code}`).join("\n"));
  }
  const reading = await readFiles(parsed.files);
  if (typeof reading === "string") return refuse(reading);
  const { inventory, confidence } = reading;
  if (inventory === null) return refuse(sentenceOf(new ImportError("noVInfo")));
  const assessment = assess(inventory, settings.settings, PRICES_2026, { confidence });
  const report = reportOf(inventory, confidence, assessment);
  process.stdout.write(
    parsed.json ? `${JSON.stringify(report, null, 2)}\n` : `${summaryOf(report)}\n`,
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
      options: { set: { type: "string", multiple: true }, json: { type: "boolean" } },
    });
    if (positionals.length === 0) return USAGE;
    return { files: positionals, set: values.set ?? [], json: values.json ?? false };
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
    if (error instanceof ImportError) return sentenceOf(error);
    if (error instanceof Error && "code" in error && "path" in error) return error.message;
    throw error;
  }
}

function sentenceOf(error: ImportError): string {
  const { title, remedy } = english.errors[error.code];
  return `${title} ${remedy}`;
}

function reportOf(inventory: Inventory, confidence: DataConfidence, assessment: Assessment) {
  const inScope = inventory.vms.filter((vm) => vm.setAside === null);
  const duplicates = confidence.notes.find((note) => note.code === "duplicatesCollapsed");
  const best = assessment.options.find(
    (option) => option.sizing.nodeType === assessment.recommended?.nodeType,
  );
  return {
    inventory: {
      vms: inScope.length,
      poweredOn: inScope.filter((vm) => vm.powerState === "poweredOn").length,
      templates: inventory.vms.filter((vm) => vm.setAside === "template").length,
      vcpus: sumOf(inScope, (vm) => vm.cpus),
      memoryMiB: sumOf(inScope, (vm) => vm.memoryMib),
      provisionedMiB: sumOf(inScope, (vm) => vm.provisionedMib),
      inUseMiB: sumOf(inScope, (vm) => vm.inUseMib),
      hosts: inventory.hosts.length,
      duplicatesCollapsed: duplicates?.count ?? 0,
    },
    confidence: confidence.notes,
    readiness: assessment.suitability,
    findings: assessment.readiness.rules
      .filter((rule) => rule.vmKeys.length > 0 || rule.subjects.length > 0)
      .map((rule) => ({
        rule: rule.ruleId,
        number: rule.number,
        severity: rule.severity,
        vms: rule.vmKeys.length,
        subjects: rule.subjects.length,
      })),
    notEvaluated: assessment.readiness.rules
      .filter((rule) => !rule.evaluated)
      .map((rule) => ({ rule: rule.ruleId, missing: rule.missing })),
    sizing: assessment.options.map((option) => option.sizing),
    recommended: assessment.recommended,
    cost: best?.cost ?? null,
    costs: assessment.options.map(({ sizing, cost }) => ({ nodeType: sizing.nodeType, ...cost })),
    assumptions: assessment.assumptions,
    settings: assessment.settings,
  };
}

/** Null when no VM has the figure: an absent column is not a sum of zero. */
function sumOf(
  vms: readonly InventoryVm[],
  figure: (vm: InventoryVm) => number | null,
): number | null {
  const known = vms.flatMap((vm) => figure(vm) ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function summaryOf(report: ReturnType<typeof reportOf>): string {
  const { inventory, readiness, sizing, cost } = report;
  const lines = [
    `VMs ${inventory.vms} (${inventory.poweredOn} powered on), ${inventory.templates} templates, ${inventory.hosts} hosts`,
    ...Object.entries(readiness).map(([state, count]) => `${state} ${count}`),
    `Checks with findings ${report.findings.length}, not evaluated ${report.notEvaluated.length}`,
    ...sizing.map(
      (row) =>
        `${row.nodeType} ${row.nodeNumber} hosts, limited by ${row.limitingFactor}: CPU ${row.cpuUtilization.toFixed(1)} %, memory ${row.ramUtilization.toFixed(1)} %, storage ${row.storageUtilization.toFixed(1)} %`,
    ),
    cost === null || cost.hostsMonthly === null
      ? "Monthly cost of hosts: not known"
      : `Monthly cost of hosts: ${cost.hostsMonthly.toFixed(2)} ${cost.currency} (prices of ${cost.priceListDate})`,
  ];
  return lines.join("\n");
}
