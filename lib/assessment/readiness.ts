import { MIGRATION_TYPES, type MigrationType } from "@/lib/hcx/migration-types";
import type { Coverage, Inventory, InventoryVm } from "@/lib/inventory/schema";
import { ALL_NODE_TYPES } from "./node-types";
import { buildContext, type ReadinessOptions } from "./readiness-context";
import { type ReadinessRule, type RuleContext, type VmRule, VSPHERE_TYPES } from "./readiness-rule";
import { READINESS_RULES } from "./readiness-rules";
import type {
  Finding,
  Readiness,
  RuleResult,
  SheetRead,
  Suitability,
  TypeVerdict,
  Verdict,
  VmReadiness,
} from "./readiness-schema";

/**
 * Types in the order of choice when they serve a VM equally well: no downtime and parallel transfer
 * first, then parallel, then serial (HCX user guide, migration types).
 */
export const TYPE_PREFERENCE: readonly MigrationType[] = [
  "RAV",
  "Bulk",
  "vMotion",
  "AssistedvMotion",
  "Cold",
  "OsAssistedMigration",
];

const VERDICT_ORDER: Readonly<Record<Verdict, number>> = {
  ok: 0,
  warning: 1,
  notEvaluated: 2,
  blocked: 3,
};

type CoverageIndex = ReadonlyMap<string, ReadonlySet<string>>;

type Effect = readonly [type: MigrationType, verdict: Verdict];

/** A rule with everything that does not depend on the VM. */
type PreparedRule = {
  rule: VmRule;
  result: RuleResult;
  effects: readonly Effect[];
  /** Only a rule that could block a type leaves its verdict open. */
  openEffects: readonly Effect[];
  attachesCondition: boolean;
};

function prepareRule(rule: VmRule, result: RuleResult): PreparedRule {
  const effects = MIGRATION_TYPES.flatMap((type): Effect[] => {
    const verdict = rule.verdicts[type];
    return verdict === undefined || verdict === "ok" ? [] : [[type, verdict]];
  });
  return {
    rule,
    result,
    effects,
    openEffects: effects
      .filter(([, verdict]) => verdict === "blocked")
      .map(([type]) => [type, "notEvaluated"]),
    attachesCondition: rule.severity !== "info" && effects.length > 0,
  };
}

/**
 * Checks every VM that is in scope (not set aside) against the catalogue.
 *
 * A rule whose sheet or column the export lacks is not evaluated, for no VM; where the column is
 * there and a VM's cell is blank, it is not evaluated for that VM. Neither ever counts as passed:
 * a type that such a rule could block has the verdict `notEvaluated`, and a VM whose best type has it is suitable
 * under conditions at best.
 */
export function assessReadiness(inventory: Inventory, options: ReadinessOptions = {}): Readiness {
  const context = buildContext(inventory, {
    asOf: options.asOf ?? null,
    nodeTypes: options.nodeTypes ?? ALL_NODE_TYPES,
    confidence: options.confidence ?? null,
  });
  const coverage = indexCoverage(inventory.coverage);
  const results: RuleResult[] = [];
  const prepared: PreparedRule[] = [];
  for (const rule of READINESS_RULES) {
    const result = emptyResult(rule, coverage);
    if (!rule.isFact) results.push(result);
    if (rule.scope === "vm") prepared.push(prepareRule(rule, result));
    else checkEstate(rule, context, result);
  }
  const vms = inventory.vms
    .filter((vm) => vm.setAside === null)
    .map((vm) => assessVm(vm, context, prepared));
  return { vms, rules: results };
}

function assessVm(
  vm: InventoryVm,
  context: RuleContext,
  prepared: readonly PreparedRule[],
): VmReadiness {
  const findings: Finding[] = [];
  const types = emptyTypes();
  let hasCondition = false;
  for (const { rule, result, effects, openEffects, attachesCondition } of prepared) {
    const details = result.evaluated ? rule.check(vm, context) : null;
    if (details === null) {
      if (result.evaluated) result.notEvaluatedVmCount += 1;
      for (const [type, verdict] of openEffects) raise(types, type, verdict, rule.id);
    } else if (details.length > 0) {
      for (const [type, verdict] of effects) raise(types, type, verdict, rule.id);
      if (rule.isFact) continue;
      findings.push({ ruleId: rule.id, details: [...details] });
      result.vmKeys.push(vm.key);
      hasCondition ||= attachesCondition;
    }
  }
  const bestType = chooseType(types);
  const known = knownSuitability(vm, bestType, hasCondition);
  const isOpen =
    bestType !== null && known !== "ReadinessUnknown" && types[bestType].verdict === "notEvaluated";
  return {
    vmKey: vm.key,
    suitability: isOpen ? "ConditionallySuitable" : known,
    bestType,
    types,
    findings,
    knownSuitability: isOpen ? known : null,
  };
}

/** Shared by every type that nothing is said of; `raise` puts another in its place. */
const OK: TypeVerdict = { verdict: "ok", reasons: [] };

function emptyTypes(): Record<MigrationType, TypeVerdict> {
  return {
    vMotion: OK,
    Cold: OK,
    Bulk: OK,
    RAV: OK,
    OsAssistedMigration: OK,
    AssistedvMotion: OK,
  };
}

/** Keeps the worst verdict, and the rules behind that verdict only. */
function raise(
  types: Record<MigrationType, TypeVerdict>,
  type: MigrationType,
  verdict: Verdict,
  ruleId: string,
): void {
  const difference = VERDICT_ORDER[verdict] - VERDICT_ORDER[types[type].verdict];
  if (difference > 0) types[type] = { verdict, reasons: [ruleId] };
  else if (difference === 0) types[type].reasons.push(ruleId);
}

function chooseType(types: Record<MigrationType, TypeVerdict>): MigrationType | null {
  let best: MigrationType | null = null;
  for (const type of TYPE_PREFERENCE) {
    if (types[type].verdict === "blocked") continue;
    if (best === null || VERDICT_ORDER[types[type].verdict] < VERDICT_ORDER[types[best].verdict]) {
      best = type;
    }
  }
  return best;
}

/**
 * Azure Migrate's four states by what is known: nothing can move it, it cannot be told, it can under conditions, it
 * can. It cannot be told without cores, memory and operating system: these are what Azure Migrate demands of every
 * server that it imports (server import by CSV, mandatory columns), and it reads little more from an RVTools export
 * (RVTools import: vInfo, vPartition and vMemory). What else is missing leaves checks open, each of them a condition
 * to meet and never a pass ("there might be some compatibility issues": AVS assessment, ready with conditions).
 */
function knownSuitability(
  vm: InventoryVm,
  bestType: MigrationType | null,
  hasCondition: boolean,
): Suitability {
  if (bestType === null) return "NotSuitable";
  const os = vm.osRunning ?? vm.osConfigured;
  if (vm.cpus === null || vm.memoryMib === null || os === null) return "ReadinessUnknown";
  return hasCondition ? "ConditionallySuitable" : "Suitable";
}

function emptyResult(rule: ReadinessRule, coverage: CoverageIndex): RuleResult {
  const lacking = rule.reads.map((way) => way.flatMap((read) => missingOf(read, coverage)));
  return {
    ruleId: rule.id,
    number: rule.number,
    severity: rule.severity,
    effort: rule.effort,
    evaluated: lacking.some((missing) => missing.length === 0),
    decides: VSPHERE_TYPES.some((type) => rule.verdicts[type] === "blocked"),
    missing: lacking.flat(),
    vmKeys: [],
    notEvaluatedVmCount: 0,
    subjects: [],
  };
}

function checkEstate(rule: ReadinessRule, context: RuleContext, result: RuleResult): void {
  if (rule.scope !== "estate" || !result.evaluated) return;
  const subjects = rule.checkEstate(context);
  if (subjects === null) result.evaluated = false;
  else result.subjects = subjects.map(({ subject, details }) => ({ subject, details }));
}

/** Column names are compared by their letters and digits: exports differ in blanks, case and dots. */
function normalise(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9#]/g, "");
}

function indexCoverage(coverage: Coverage): CoverageIndex {
  return new Map(
    Object.entries(coverage).map(([sheet, columns]) => [sheet, new Set(columns.map(normalise))]),
  );
}

function missingOf(read: SheetRead, coverage: CoverageIndex): SheetRead[] {
  const columns = coverage.get(read.sheet);
  if (!columns) return [read];
  const missing = read.columns.filter((column) => !columns.has(normalise(column)));
  return missing.length === 0 ? [] : [{ sheet: read.sheet, columns: missing }];
}

/** Counts by state, every state present. */
export function countBySuitability(vms: readonly VmReadiness[]): Record<Suitability, number> {
  const counts = { Suitable: 0, ConditionallySuitable: 0, NotSuitable: 0, ReadinessUnknown: 0 };
  for (const vm of vms) counts[vm.suitability] += 1;
  return counts;
}

/** Counts by the type that serves a VM best; `none` where every type is ruled out. */
export function countByBestType(vms: readonly VmReadiness[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { bestType } of vms) {
    const name = bestType ?? "none";
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
