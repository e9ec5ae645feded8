import { z } from "zod";
import { AVS_REGIONS, HOST_SKUS } from "@/lib/private-cloud/regions";
import { suitabilitySchema } from "./readiness-schema";

/**
 * Settings of an AVS assessment. Keys and values are those of Azure Migrate's AVS assessment API
 * (2024-03-03-preview) where it has them; the others say why they are here.
 * Defaults follow "Azure Migrate: AVS assessment calculation" (2024-08-07) and the defaults of
 * Microsoft's Azure Migrate Export tool (2025-04-28).
 */

const location = z
  .string()
  .transform((text) => text.toLowerCase().replace(/\s/g, ""))
  .refine((text) => AVS_REGIONS.some((region) => region.location === text), "unknownRegion");

export const nodeTypeSchema = z.enum(HOST_SKUS);

export const FTT_RAID_LEVELS = [
  "Ftt1Raid1",
  "Ftt1Raid5",
  "Ftt2Raid1",
  "Ftt2Raid6",
  "Ftt3Raid1",
] as const;
export const fttRaidLevelSchema = z.enum(FTT_RAID_LEVELS);
export type FttRaidLevel = z.infer<typeof fttRaidLevelSchema>;

export const SAVINGS_OPTIONS = ["None", "RI1Year", "RI3Year", "RI5Year"] as const;
/** `RI5Year` is not in the API's list; AVS sells it for some host types. */
export const savingsOptionSchema = z.enum(SAVINGS_OPTIONS);
export type SavingsOption = z.infer<typeof savingsOptionSchema>;

/** Currencies that the Azure Migrate API lists and that a price list can be entered in. */
export const CURRENCIES = [
  "USD",
  "DKK",
  "CAD",
  "IDR",
  "JPY",
  "KRW",
  "NZD",
  "NOK",
  "RUB",
  "SAR",
  "ZAR",
  "SEK",
  "TRY",
  "GBP",
  "MXN",
  "MYR",
  "INR",
  "HKD",
  "BRL",
  "TWD",
  "EUR",
  "CHF",
  "ARS",
  "AUD",
  "CNY",
] as const;
export const currencySchema = z.enum(CURRENCIES);

/** One decimal, as the portal's field takes it. */
const oneDecimal = z.number().multipleOf(0.1);
const share = z.number().min(0).max(0.9);

export const assessmentSettingsSchema = z.object({
  azureLocation: location.default("koreacentral"),
  /** Empty: every type of the region, as the portal has had it since August 2024. */
  nodeTypes: z.array(nodeTypeSchema).default([]),
  failuresToTolerateAndRaidLevelList: z
    .array(fttRaidLevelSchema)
    .min(1)
    .default(["Ftt1Raid1", "Ftt2Raid6"]),
  /** The portal offers up to 10; over 4 it warns that performance may suffer. */
  vcpuOversubscription: z.number().min(1).max(10).default(4),
  /** 0.5 to 10 with one decimal; 1 is 100 %. */
  memOvercommit: oneDecimal.min(0.5).max(10).default(1),
  dedupeCompression: oneDecimal.min(1).max(10).default(1.5),
  /** Comfort factor on CPU, memory and storage ("growth factor" in the storage sequence). */
  scalingFactor: z.number().min(1).max(10).default(1),
  sizingCriterion: z.enum(["PerformanceBased", "AsOnPremises"]).default("PerformanceBased"),
  performanceData: z
    .object({
      percentile: z
        .enum(["Percentile50", "Percentile90", "Percentile95", "Percentile99"])
        .default("Percentile95"),
      timeRange: z.enum(["Day", "Week", "Month", "Custom"]).default("Month"),
    })
    .prefault({}),
  savingsSettings: z.object({ savingsOptions: savingsOptionSchema.default("None") }).prefault({}),
  /** Not combined with a reservation, as in the portal. */
  discountPercentage: z.number().min(0).max(100).default(0),
  currency: currencySchema.default("USD"),
  /** Units of `currency` per US dollar; needed when the price list is in US dollars. */
  exchangeRatePerUsd: z.number().positive().nullable().default(null),
  environmentType: z.enum(["Production", "DevTest"]).default("Production"),
  isStretchClusterEnabled: z.boolean().default(false),
  /** New hosts have come without VMware Cloud Foundation since 2025-11-01. */
  isVcfByolEnabled: z.boolean().default(true),
  /** Percent of CPU capacity kept free. The documents cite both 80 % and 100 % use: 0 is the latter. */
  cpuHeadroom: z.number().min(0).max(90).default(0),
  externalStorageTypes: z
    .array(z.enum(["None", "AnfStandard", "AnfPremium", "AnfUltra"]))
    .default(["None"]),
  avsAssessmentScenario: z.enum(["NewAvsSddc", "AvsSddcExpansion"]).default("NewAvsSddc"),

  /** Added: what counts as a VM's storage. `criterion`: in use when performance-based, else allocated. */
  storageBasis: z.enum(["criterion", "inUse", "allocated", "provisioned"]).default("criterion"),
  /** Added: share of vSAN capacity kept free for the SLA. */
  vsanSlack: share.default(0.25),
  /**
   * Added: vSAN's own overheads, as shares of capacity. vSAN's planning guide gives 6.2 % for
   * deduplication with checksums and 1 to 2 % for the on-disk format; Azure Migrate counts neither.
   */
  vsanMetadataOverhead: share.default(0),
  vsanFormatOverhead: share.default(0),
  /**
   * Added: disks are printed in decimal TB, VMs in binary. `binary` converts the disks; `asLabelled`
   * compares the two as printed, as several calculators do.
   */
  storageCapacityUnit: z.enum(["binary", "asLabelled"]).default("binary"),
  /** Added: management appliances counted up front (Azure Migrate: 44 vCPU, 75 GB, 722 GB). */
  managementOverhead: z
    .object({
      vcpus: z.number().min(0).max(10_000).default(44),
      memoryGib: z.number().min(0).max(100_000).default(75),
      storageGib: z.number().min(0).max(1_000_000).default(722),
    })
    .prefault({}),
  /** Added: memory that ESXi itself takes on each host; AVS planning gives 48 GB, Azure Migrate none. */
  hostMemoryOverheadGib: z.number().min(0).max(256).default(0),
  /** Added: hosts kept spare in each cluster. AVS itself keeps N+1; Azure Migrate states none. */
  spareHostsPerCluster: z.number().int().min(0).max(4).default(0),
  /** Added: refuse a policy that the SLA does not accept at the resulting host count. */
  enforceSla: z.boolean().default(true),
  /** Added: smallest cluster. Three is AVS's minimum, four its recommendation. */
  minimumHostsPerCluster: z.number().int().min(3).max(16).default(3),
  /** Added: which VMs are sized. Azure Migrate leaves out those that are not suitable. */
  sizedSuitabilities: z
    .array(suitabilitySchema)
    .min(1)
    .default(["Suitable", "ConditionallySuitable", "ReadinessUnknown"]),
  /** Added: hours that clear one finding, by level of effort. Assumptions of ours: no document has any. */
  effortHours: z
    .object({
      low: z.number().min(0).max(1_000).default(0.25),
      medium: z.number().min(0).max(1_000).default(2),
      high: z.number().min(0).max(1_000).default(16),
    })
    .prefault({}),
  /** Added: powered-off VMs are sized by Azure Migrate; a team may leave them behind. */
  includePoweredOff: z.boolean().default(true),
  /** Added: use a price whose source names no region, or another one, and say so. */
  allowReferencePrices: z.boolean().default(true),
  /** Added: subscription of VMware Cloud Foundation; not published, so a team enters its own. */
  vcfPricePerCoreMonth: z.number().min(0).nullable().default(null),
  /** Added: Azure NetApp Files price; not published in what could be read. */
  externalStoragePricePerGibMonth: z.number().min(0).nullable().default(null),
});
export type AssessmentSettings = z.infer<typeof assessmentSettingsSchema>;
export type AssessmentSettingsInput = z.input<typeof assessmentSettingsSchema>;

/** Settings with everything unspecified at its default. Throws Zod's error for values out of bounds. */
export function assessmentSettings(input: AssessmentSettingsInput = {}): AssessmentSettings {
  return assessmentSettingsSchema.parse(input);
}

/** Something that a combination of settings gets wrong; `setting` is the key to mark in a form. */
export type SettingsProblem = {
  setting: keyof AssessmentSettings;
  code:
    | "nodeTypeNotInRegion"
    | "noStretchedClustersInRegion"
    | "av64NotStretched"
    | "discountWithReservation"
    | "exchangeRateMissing"
    | "oversubscriptionAbove4";
  severity: "error" | "warning";
};
