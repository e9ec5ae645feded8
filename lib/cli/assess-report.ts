import type { Assessment } from "@/lib/assessment/assessment-schema";
import type { DataConfidence } from "@/lib/discovery/schema";
import type { Inventory, InventoryVm } from "@/lib/inventory/schema";

/**
 * What `landfall assess --json` prints: these keys, for programs to rely on. Sizes are MiB of 2^20 bytes.
 * `inventory` counts what the export holds, templates and what is set aside included; `readiness` and `sizing`
 * are about what would be migrated.
 */
export function reportOf(inventory: Inventory, confidence: DataConfidence, assessment: Assessment) {
  const { vms } = inventory;
  const duplicates = confidence.notes.find((note) => note.code === "duplicatesCollapsed");
  return {
    inventory: {
      vms: vms.length,
      poweredOn: vms.filter((vm) => vm.powerState === "poweredOn").length,
      templates: vms.filter((vm) => vm.setAside === "template").length,
      vcpus: sumOf(vms, (vm) => vm.cpus),
      memoryMiB: sumOf(vms, (vm) => vm.memoryMib),
      provisionedMiB: sumOf(vms, (vm) => vm.provisionedMib),
      inUseMiB: sumOf(vms, (vm) => vm.inUseMib),
      hosts: inventory.hosts.length,
      duplicatesCollapsed: duplicates?.count ?? 0,
    },
    confidence: confidence.notes,
    readiness: assessment.suitability,
    findings: assessment.readiness.rules
      .filter((rule) => rule.vmKeys.length > 0 || rule.subjects.length > 0)
      .map((rule) => ({
        rule: rule.ruleId,
        severity: rule.severity,
        vms: rule.vmKeys.length,
      })),
    sizing: assessment.options.map(({ sizing }) => ({
      nodeType: sizing.nodeType,
      nodeNumber: sizing.nodeNumber,
      limitingFactor: sizing.limitingFactor,
      cpuUtilization: sizing.cpuUtilization,
      ramUtilization: sizing.ramUtilization,
      storageUtilization: sizing.storageUtilization,
    })),
    cost: bestOf(assessment)?.cost ?? null,
  };
}
export type AssessReport = ReturnType<typeof reportOf>;

/** With `--details`: what could not be evaluated, the whole of sizing and cost, and what was assumed. */
export function detailsOf(assessment: Assessment) {
  return {
    notEvaluated: assessment.readiness.rules
      .filter((rule) => !rule.evaluated)
      .map((rule) => ({ rule: rule.ruleId, missing: rule.missing })),
    subjects: assessment.readiness.rules
      .filter((rule) => rule.subjects.length > 0)
      .map((rule) => ({ rule: rule.ruleId, subjects: rule.subjects })),
    options: assessment.options,
    recommended: assessment.recommended,
    assumptions: assessment.assumptions,
    settings: assessment.settings,
  };
}

function bestOf(assessment: Assessment) {
  const { recommended, options } = assessment;
  return options.find(({ sizing }) => sizing.nodeType === recommended?.nodeType);
}

/** Null when no VM has the figure: an absent column is not a sum of zero. */
function sumOf(
  vms: readonly InventoryVm[],
  figure: (vm: InventoryVm) => number | null,
): number | null {
  const known = vms.flatMap((vm) => figure(vm) ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The report as lines for a terminal. */
export function summaryOf(report: AssessReport, assessment: Assessment): string {
  const { inventory, readiness, sizing, cost } = report;
  const notEvaluated = assessment.readiness.rules.filter((rule) => !rule.evaluated).length;
  const lines = [
    `VMs ${inventory.vms} (${inventory.poweredOn} powered on, ${inventory.templates} templates), ${inventory.hosts} hosts`,
    ...Object.entries(readiness).map(([state, count]) => `${state} ${count}`),
    `Checks with findings ${report.findings.length}, not evaluated ${notEvaluated}`,
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
