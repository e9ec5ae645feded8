import { STALE_AFTER_DAYS } from "@/lib/discovery/confidence";
import {
  estateRule,
  from,
  NO_EFFECT,
  type ReadinessRule,
  type RuleContext,
  type SubjectResult,
} from "./readiness-rule";

/** Azure Migrate takes fewer than 20,000 servers from one RVTools file. */
const AZURE_MIGRATE_FILE_VMS = 20_000;

const MANDATORY_COLUMNS = [
  "VM ID",
  "Cluster",
  "VI SDK UUID",
  "OS according to the configuration file",
  "VM UUID",
];

/** About the export itself: what it lacks, and how old it is. */
export const EXPORT_RULES: readonly ReadinessRule[] = [
  estateRule({
    id: "duplicate-rows",
    number: 57,
    severity: "info",
    effort: "none",
    verdicts: NO_EFFECT,
    source: "RvToolsMerge; RVTools exports that repeat rows",
    reads: [[from("vInfo", "VM")]],
    checkEstate: (context) => fromNote(context, "duplicatesCollapsed"),
  }),
  estateRule({
    id: "mandatory-columns",
    number: 71,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "RvToolsMerge mandatory columns; Azure Migrate RVTools import limits",
    reads: [[from("vInfo", "VM")]],
    checkEstate: ({ inventory }) => {
      const present = inventory.coverage.vInfo ?? [];
      const missing = MANDATORY_COLUMNS.filter((column) => !present.includes(column));
      const found = missing.map((column) => ({ subject: column, details: [{}] }));
      return inventory.vms.length >= AZURE_MIGRATE_FILE_VMS
        ? [...found, { subject: "vInfo", details: [{ vms: inventory.vms.length }] }]
        : found;
    },
  }),
  estateRule({
    id: "stale-export",
    number: 72,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "Inventory changes daily; a plan on an old export misses it",
    reads: [[from("vInfo", "VM")]],
    checkEstate: ({ confidence }) => {
      const days = confidence?.exportAgeDays ?? null;
      if (days === null) return null;
      return days > STALE_AFTER_DAYS ? [{ subject: "vInfo", details: [{ days }] }] : [];
    },
  }),
  estateRule({
    id: "truncated-export",
    number: 72,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "RVTools exports whose vInfo is shorter than vCPU",
    reads: [[from("vInfo", "VM"), from("vCPU")]],
    checkEstate: (context) => fromNote(context, "truncatedVInfo"),
  }),
];

/** A note of the data confidence report as a finding; not evaluated without the report. */
function fromNote(
  { confidence }: RuleContext,
  code: "duplicatesCollapsed" | "truncatedVInfo",
): SubjectResult {
  if (confidence === null) return null;
  return confidence.notes
    .filter((note) => note.code === code)
    .map((note) => ({ subject: "vInfo", details: [{ ...note.detail, count: note.count }] }));
}
