import { GIB_PER_TIB } from "@/lib/units/bytes";
import { CASE_YEARS, EXTENDED_UPDATE_RATIOS, type FieldKey } from "./fields";
import { headRow } from "./heads";
import type { BusinessCaseInputs, HeadRow, OnPremisesHead } from "./schema";
import type { FieldValues } from "./values";

/**
 * What the servers that move cost where they are, a year and head. Formulas and defaults are those of
 * Azure Migrate's business case (2024-10-29): hardware counts by its yearly depreciation.
 */

type Field = (key: FieldKey) => number;

const THREADS_PER_CORE = 2;
const HOURS_PER_YEAR = 8_760;
const MONTHS_PER_YEAR = 12;

/** Cost of a hyper-threaded core: 16.232 x ratio + 113.87, the ratio being memory a core. */
function serverHardware(field: Field, inputs: BusinessCaseInputs): number {
  const threads = THREADS_PER_CORE * field("physicalCores");
  const memory = field("memoryGib");
  if (threads === 0 || memory === 0) return 0;
  const ratio = inputs.serverRatio === "memoryPerCore" ? memory / threads : threads / memory;
  return (field("serverCostPerCoreSlope") * ratio + field("serverCostPerCoreBase")) * threads;
}

const storageHardware = (field: Field) => field("storageGib") * field("storagePerGib");

/** Cabinets with their routers; a cabinet that is begun is paid. */
const networkHardware = (field: Field) =>
  Math.ceil(field("hostCount") / field("serversPerCabinet")) * field("networkPerCabinet");

/** Energy drawn, in kW: cores x 0.009 and TB x 10 x 0.0001, each x load factor x PUE. */
function energyKw(field: Field): number {
  const watts =
    field("physicalCores") * field("computeKwPerCore") +
    (field("storageGib") / GIB_PER_TIB) * field("storageKwPerTb");
  return watts * field("energyLoadFactor") * field("powerUsageEffectiveness");
}

/** Colocation by the kW of capacity, of which 40 % stays unused; an own site by its upkeep. */
function facilities(field: Field, inputs: BusinessCaseInputs): number {
  if (inputs.facilityModel === "ownDatacentre") return field("ownFacilityPerYear");
  const capacityKw = energyKw(field) / (1 - field("unusedCapacityRatio"));
  return capacityKw * field("colocationPerKwMonth") * MONTHS_PER_YEAR;
}

function backup(field: Field): number {
  const servers = field("vmCount") * field("backupPerServerYear");
  const data = field("storageGib") * field("backupPerGibYear");
  return (servers + data) * field("productionRatio");
}

/** VMs / VMs an administrator x hourly rate x hours of a year. */
export const labour = (field: Field) =>
  (field("vmCount") / field("vmsPerAdmin")) * field("adminHourlyRate") * field("adminHoursPerYear");

/** Windows is licensed by packs of two cores and written off over its years. */
export const windowsLicences = (field: Field, cores: number) =>
  ((cores / 2) * field("windowsPer2CorePack")) / field("licenceDepreciationYears");

/** All heads in the order of the table, each grown by the growth rate from year to year. */
export function onPremisesHeads(
  values: FieldValues,
  inputs: BusinessCaseInputs,
): HeadRow<OnPremisesHead>[] {
  const row = (head: OnPremisesHead, formula: (field: Field) => number) =>
    headRow(
      head,
      values,
      CASE_YEARS,
      (field, year) => formula(field) * (1 + field("growthRate")) ** year,
    );
  return [
    row("servers", (field) => serverHardware(field, inputs) / field("serverDepreciationYears")),
    row("storage", (field) => storageHardware(field) / field("storageDepreciationYears")),
    row("storageMaintenance", (field) => storageHardware(field) * field("storageMaintenanceRatio")),
    row("network", (field) => networkHardware(field) / field("networkDepreciationYears")),
    row("networkMaintenance", (field) => networkHardware(field) * field("networkMaintenanceRatio")),
    row("facilities", (field) => facilities(field, inputs)),
    // A colocation price includes the energy.
    ...(inputs.facilityModel === "ownDatacentre"
      ? [row("energy", (field) => energyKw(field) * HOURS_PER_YEAR * field("electricityPerKwh"))]
      : []),
    row("security", (field) => field("vmCount") * field("securityPerServerYear")),
    row("sqlProtection", (field) => field("sqlServers") * field("sqlProtectionPerServerYear")),
    row("monitoring", (field) => field("vmCount") * field("monitoringPerServerYear")),
    row("patching", (field) => field("vmCount") * field("patchingPerServerYear")),
    row("backup", backup),
    row("labour", labour),
    row(
      "vmwareLicences",
      (field) => field("physicalCores") * field("vcfPerCoreMonth") * MONTHS_PER_YEAR,
    ),
    row("windowsLicences", (field) => windowsLicences(field, field("physicalCores"))),
    headRow(
      "extendedUpdates",
      values,
      CASE_YEARS,
      (field, year) => field("unsupportedLicenceCost") * (EXTENDED_UPDATE_RATIOS[year] ?? 0),
    ),
  ];
}
