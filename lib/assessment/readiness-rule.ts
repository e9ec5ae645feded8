import type { DataConfidence } from "@/lib/discovery/schema";
import type { MigrationType } from "@/lib/hcx/migration-types";
import type {
  Inventory,
  InventoryDisk,
  InventoryHost,
  InventoryNic,
  InventoryPortGroup,
  InventoryVm,
} from "@/lib/inventory/schema";
import type { HostSku } from "@/lib/private-cloud/regions";
import type { Detail, Effort, Severity, SheetRead, Verdict } from "./readiness-schema";

/** What rules may look at besides the VM. Built once an assessment. */
export type RuleContext = {
  inventory: Inventory;
  confidence: DataConfidence | null;
  /** The moment that ages are measured against: the export's own, unless the caller says otherwise. */
  asOfMilliseconds: number | null;
  nodeTypes: readonly HostSku[];
  hostOfVm: ReadonlyMap<InventoryVm, InventoryHost>;
  /** The port groups of a NIC's network; none where the export has none of that name. */
  portGroupsOfNic: ReadonlyMap<InventoryNic, readonly InventoryPortGroup[]>;
  datastoreNames: ReadonlySet<string>;
  localDatastoreNames: ReadonlySet<string>;
  /** Disks whose file another VM in scope has as well. */
  sharedDisks: ReadonlySet<InventoryDisk>;
  repeatedMacNics: ReadonlySet<InventoryNic>;
  /** In lower case. */
  repeatedAddresses: ReadonlySet<string>;
  repeatedNames: ReadonlySet<InventoryVm>;
  repeatedUuids: ReadonlySet<InventoryVm>;
};

/** No detail: the VM passes. Null: the export does not say for this VM. */
export type CheckResult = readonly Detail[] | null;
export type SubjectResult = readonly { subject: string; details: Detail[] }[] | null;

type RuleFacts = {
  /** Stable slug; the key of the rule's texts in `messages/*\/readiness.json`. */
  id: string;
  /** Number in the catalogue of 72 checks; null for what this product adds. */
  number: number | null;
  /** A plain fact that rules a type out and that nobody has to clear: a reason, never a finding. */
  isFact?: boolean;
  severity: Severity;
  effort: Effort;
  /** Types that are not named are `ok`. */
  verdicts: Partial<Record<MigrationType, Verdict>>;
  /** Public document or tool behind the threshold or verdict. */
  source: string;
  /** Ways to see it, any of which is enough; each lists all that it needs. */
  reads: readonly (readonly SheetRead[])[];
};

export type VmRule = RuleFacts & {
  scope: "vm";
  check: (vm: InventoryVm, context: RuleContext) => CheckResult;
};

export type EstateRule = RuleFacts & {
  scope: "estate";
  checkEstate: (context: RuleContext) => SubjectResult;
};

export type ReadinessRule = VmRule | EstateRule;

/** A VM rule whose texts and verdicts stand in one row. */
export function vmRule(rule: Omit<VmRule, "scope">): VmRule {
  return { ...rule, scope: "vm" };
}

export function estateRule(rule: Omit<EstateRule, "scope">): EstateRule {
  return { ...rule, scope: "estate" };
}

/** A way to see something: one sheet and its columns, in RVTools' current spelling. */
export function from(sheet: SheetRead["sheet"], ...columns: string[]): SheetRead {
  return { sheet, columns };
}

type Verdicts = Partial<Record<MigrationType, Verdict>>;

/** Every type that moves a VM of vSphere; OS Assisted Migration is for KVM and Hyper-V sources. */
export const VSPHERE_TYPES = ["vMotion", "Cold", "Bulk", "RAV", "AssistedvMotion"] as const;
/** Types that end in a vMotion of the running VM. */
export const LIVE_TYPES = ["vMotion", "RAV", "AssistedvMotion"] as const;

export function each(types: readonly MigrationType[], verdict: Verdict): Verdicts {
  return Object.fromEntries(types.map((type) => [type, verdict]));
}

export const ALL_BLOCKED: Verdicts = each(VSPHERE_TYPES, "blocked");
export const ALL_WARNED: Verdicts = each(VSPHERE_TYPES, "warning");
export const LIVE_BLOCKED: Verdicts = each(LIVE_TYPES, "blocked");
export const NO_EFFECT: Verdicts = {};

/** Text comparison for exports: case and outer blanks never matter. */
export function same(text: string | null, expected: string): boolean {
  return text !== null && text.trim().toLowerCase() === expected.toLowerCase();
}

/** What nearly every check of nearly every VM finds: one list for all of them, instead of millions. */
const NOTHING: readonly Detail[] = [];

/** One detail when `value` is true, none when false, unknown when null. */
export function whenTrue(value: boolean | null, detail: Detail = {}): CheckResult {
  if (value === null) return null;
  return value ? [detail] : NOTHING;
}

/**
 * Details of the rows that match. `predicate` answers null where a row does not say; when no row
 * matches and one does not say, neither does the VM.
 */
export function matching<Row>(
  rows: readonly Row[],
  predicate: (row: Row) => boolean | null,
  detail: (row: Row) => Detail,
): CheckResult {
  let details: Detail[] | null = null;
  let unknown = false;
  for (const row of rows) {
    const answer = predicate(row);
    if (answer === null) {
      unknown = true;
    } else if (answer) {
      details ??= [];
      details.push(detail(row));
    }
  }
  return details ?? (unknown ? null : NOTHING);
}
