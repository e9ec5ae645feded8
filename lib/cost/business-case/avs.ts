import { CASE_YEARS, type FieldKey } from "./fields";
import { headRow } from "./heads";
import { labour, windowsLicences } from "./on-premises";
import type { AvsChoice, AvsHead, BusinessCaseFacts, BusinessCaseInputs, HeadRow } from "./schema";
import { type FieldValues, termOf } from "./values";

type Field = (key: FieldKey) => number;

const MONTHS_PER_YEAR = 12;

/**
 * Hosts that run in a year: whole hosts for the share that has moved, grown, and never fewer than the
 * smallest cluster. Before anything has moved there are none.
 */
export function hostsOfYear(
  choice: AvsChoice,
  facts: BusinessCaseFacts,
  movedRatio: number,
  growth: number,
): number {
  if (movedRatio <= 0) return 0;
  // A host of 1e-9 is a rounding error of the shares, not a host.
  const needed = Math.ceil(choice.nodeNumber * movedRatio * growth - 1e-9);
  return Math.max(needed, Math.min(facts.minimumHosts, choice.nodeNumber));
}

/** What AVS costs in each year, by head, with as much of the estate on it as the pace says. */
export function avsHeads(
  facts: BusinessCaseFacts,
  inputs: BusinessCaseInputs,
  choice: AvsChoice,
  values: FieldValues,
): HeadRow<AvsHead>[] {
  const basePrice = termOf(facts, inputs)?.perBaseHostMonth ?? 0;
  const pace = inputs.migrationPace;
  const moved = (year: number) => pace[year] ?? 0;
  const growth = (field: Field, year: number) => (1 + field("growthRate")) ** year;
  const hosts = (field: Field, year: number) =>
    hostsOfYear(choice, facts, moved(year), growth(field, year));
  const base = (year: number) => (moved(year) > 0 ? choice.baseNodes : 0);
  const cores = (field: Field, year: number) =>
    hosts(field, year) * choice.coresPerNode + base(year) * choice.coresPerBaseNode;
  const bill = (field: Field, year: number) =>
    (hosts(field, year) * field("avsHostPerMonth") + base(year) * basePrice) * MONTHS_PER_YEAR;
  const network = (field: Field, year: number) => bill(field, year) * field("avsNetworkRatio");
  const scaled = (field: Field, year: number) => moved(year) * growth(field, year);
  const row = (head: AvsHead, formula: (field: Field, year: number) => number) =>
    headRow(head, values, CASE_YEARS, formula);
  return [
    row("avsHosts", bill),
    row("avsNetwork", network),
    row(
      "avsNetworkMaintenance",
      (field, year) => network(field, year) * field("avsNetworkMaintenanceRatio"),
    ),
    ...(facts.vcfByol
      ? [
          row(
            "avsVcf",
            (field, year) => cores(field, year) * field("vcfPerCoreMonth") * MONTHS_PER_YEAR,
          ),
        ]
      : []),
    row(
      "avsSecurity",
      (field, year) =>
        field("vmCount") *
        field("securityPerServerYear") *
        field("avsSecurityRatio") *
        scaled(field, year),
    ),
    row("avsManagement", (field, year) => management(field) * scaled(field, year)),
    row(
      "avsLabour",
      (field, year) => labour(field) * field("avsLabourRatio") * scaled(field, year),
    ),
    row("avsWindows", (field, year) => windowsLicences(field, cores(field, year))),
    row("migration", (field, year) => {
      const newly = moved(year) - (year === 0 ? 0 : moved(year - 1));
      return field("migrationPerVm") * field("vmCount") * newly;
    }),
  ];
}

/** Monitoring, patching and backup as on premises, times the share that stays on AVS. */
function management(field: Field): number {
  const servers =
    field("vmCount") * (field("monitoringPerServerYear") + field("patchingPerServerYear"));
  const backup =
    (field("vmCount") * field("backupPerServerYear") +
      field("storageGib") * field("backupPerGibYear")) *
    field("productionRatio");
  return (servers + backup) * field("avsManagementRatio");
}
