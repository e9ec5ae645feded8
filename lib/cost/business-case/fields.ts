/**
 * Every number that the business case takes, as data: its default, where that comes from, its bounds
 * and how far sensitivity moves it. Keys name their units: money is in US dollars where it is a
 * default, in the case's currency where a team enters it.
 */

/** Where a default was read. `assumed` is ours; `missing` is named by the source without a value. */
export const SOURCES = {
  businessCase: {
    title: "Azure Migrate: how a business case is calculated",
    date: "2024-10-29",
  },
  assessment: { title: "The assessment that the case is made from", date: null },
  inventory: { title: "The import that the assessment is made from", date: null },
  assumed: { title: "Assumption of Landfall", date: null },
  missing: {
    title: "Azure Migrate: how a business case is calculated (no value given)",
    date: "2024-10-29",
  },
} as const;
export type SourceKey = keyof typeof SOURCES;

export const FIELD_GROUPS = [
  "estate",
  "servers",
  "storage",
  "network",
  "facilities",
  "security",
  "management",
  "labour",
  "licences",
  "avs",
  "finance",
] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** `money` is in the case's currency; `ratio` is 0 to 1 and shown in percent. */
export type FieldUnit = "money" | "ratio" | "count" | "gib" | "years" | "kw" | "hours" | "factor";

export interface FieldSpec {
  group: FieldGroup;
  unit: FieldUnit;
  /** Null where no source gives a value: the head is left out until a team enters one. */
  default: number | null;
  source: SourceKey;
  min: number;
  max: number;
  /** How far sensitivity moves the value: by a share of it, or by an amount. Null: not varied. */
  vary: { by: "share" | "amount"; size: number } | null;
}

const SHARE = { by: "share", size: 0.2 } as const;
const LARGE = 1e12;

function money(group: FieldGroup, value: number | null, source: SourceKey): FieldSpec {
  return { group, unit: "money", default: value, source, min: 0, max: LARGE, vary: SHARE };
}

function ratio(group: FieldGroup, value: number | null, source: SourceKey, max = 1): FieldSpec {
  return { group, unit: "ratio", default: value, source, min: 0, max, vary: SHARE };
}

function figure(
  group: FieldGroup,
  unit: FieldUnit,
  value: number | null,
  source: SourceKey,
  min = 0,
): FieldSpec {
  return { group, unit, default: value, source, min, max: LARGE, vary: SHARE };
}

/**
 * Defaults of Azure Migrate's business case (2024-10-29). Values that the page leaves out (labour
 * rates, colocation, licence prices) have none here either.
 */
export const FIELDS = {
  /** What moves. Null stands for what the assessment and its import say. */
  vmCount: figure("estate", "count", null, "assessment"),
  hostCount: figure("estate", "count", null, "inventory"),
  physicalCores: figure("estate", "count", null, "inventory"),
  memoryGib: figure("estate", "gib", null, "inventory"),
  storageGib: figure("estate", "gib", null, "assessment"),
  sqlServers: figure("estate", "count", null, "missing"),

  serverCostPerCoreSlope: money("servers", 16.232, "businessCase"),
  serverCostPerCoreBase: money("servers", 113.87, "businessCase"),
  serverDepreciationYears: figure("servers", "years", 4, "businessCase", 1),

  storagePerGib: money("storage", 2, "businessCase"),
  storageDepreciationYears: figure("storage", "years", 4, "businessCase", 1),
  storageMaintenanceRatio: ratio("storage", 0.1, "businessCase"),

  networkPerCabinet: money("network", 906, "businessCase"),
  serversPerCabinet: figure("network", "count", 16, "businessCase", 1),
  networkDepreciationYears: figure("network", "years", 5, "businessCase", 1),
  networkMaintenanceRatio: ratio("network", 0.15, "businessCase"),

  computeKwPerCore: figure("facilities", "kw", 0.009, "businessCase"),
  /** 10 kWh times 0.0001, as the page writes it. */
  storageKwPerTb: figure("facilities", "kw", 0.001, "businessCase"),
  energyLoadFactor: figure("facilities", "factor", 2, "businessCase"),
  powerUsageEffectiveness: figure("facilities", "factor", 1.8, "businessCase", 1),
  unusedCapacityRatio: ratio("facilities", 0.4, "businessCase", 0.95),
  colocationPerKwMonth: money("facilities", null, "missing"),
  electricityPerKwh: money("facilities", null, "missing"),
  ownFacilityPerYear: money("facilities", null, "missing"),

  securityPerServerYear: money("security", 250, "businessCase"),
  sqlProtectionPerServerYear: money("security", 1_000, "businessCase"),

  monitoringPerServerYear: money("management", 145, "businessCase"),
  patchingPerServerYear: money("management", 145, "businessCase"),
  backupPerServerYear: money("management", 145, "businessCase"),
  backupPerGibYear: money("management", 0.022, "businessCase"),
  productionRatio: ratio("management", 1, "assumed"),

  vmsPerAdmin: figure("labour", "count", null, "missing", 1),
  adminHourlyRate: money("labour", null, "missing"),
  /** 730 hours a month times 12, as the page counts the labour of a year. */
  adminHoursPerYear: figure("labour", "hours", 8_760, "businessCase"),

  vcfPerCoreMonth: money("licences", null, "assessment"),
  windowsPer2CorePack: money("licences", null, "missing"),
  licenceDepreciationYears: figure("licences", "years", 5, "businessCase", 1),
  /** Licence cost of servers past their support; extended updates are a share of it each year. */
  unsupportedLicenceCost: money("licences", null, "missing"),

  avsHostPerMonth: money("avs", null, "assessment"),
  avsNetworkRatio: ratio("avs", 0.1, "businessCase"),
  avsNetworkMaintenanceRatio: ratio("avs", 0.15, "businessCase"),
  /** The same guests run the same agents on AVS: no saving is claimed unless a team says so. */
  avsSecurityRatio: ratio("avs", 1, "assumed", 10),
  avsManagementRatio: ratio("avs", 1, "assumed", 10),
  avsLabourRatio: ratio("avs", 1, "assumed", 10),
  migrationPerVm: money("avs", null, "missing"),

  discountRate: ratio("finance", 0.07, "businessCase"),
  growthRate: {
    ...ratio("finance", 0, "assumed"),
    min: -0.5,
    max: 1,
    vary: { by: "amount", size: 0.02 },
  },
} as const satisfies Record<string, FieldSpec>;

export type FieldKey = keyof typeof FIELDS;
export const FIELD_KEYS = Object.keys(FIELDS) as FieldKey[];

export const specOf = (key: FieldKey): FieldSpec => FIELDS[key];

/** Years that the case looks at, the first being year 0 (Azure Migrate's columns). */
export const CASE_YEARS = 5;

/** Share of the servers that has moved by the end of each year (Azure Migrate's default pace). */
export const DEFAULT_PACE: readonly number[] = [0, 0.2, 0.5, 1, 1];

/** Extended security updates as a share of licence cost, by year (Azure Migrate's business case). */
export const EXTENDED_UPDATE_RATIOS: readonly number[] = [0.75, 1, 1.25, 0, 0];
