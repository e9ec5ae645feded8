import {
  type AssessmentSettings,
  CURRENCIES,
  FTT_RAID_LEVELS,
  SAVINGS_OPTIONS,
} from "@/lib/assessment/schema";

/** Where the options of a choice get their names from. */
export type OptionNames = "values" | "regions" | "nodeTypes" | "suitability" | "none";

interface FieldBase {
  /** Path under `settings`. */
  path: string;
  /** Key of the label and help in `assessment.settings`, and of the options in `assessment.values`. */
  key: string;
  /** Shown only when it has a meaning under the other settings. */
  when?: (settings: AssessmentSettings) => boolean;
  /** Folded away at first. */
  advanced?: boolean;
}

export type SettingField = FieldBase &
  (
    | {
        kind: "number";
        min: number;
        max?: number;
        step: number;
        /** Shares are 0 to 1 in the settings and percent in the form. */
        percent?: boolean;
        /** Blank stands for "not known". */
        nullable?: boolean;
      }
    | { kind: "switch" }
    | {
        kind: "select" | "multi";
        names: OptionNames;
        /** Key of the options' names where it is not the field's own. */
        valuesKey?: string;
        options: readonly string[];
      }
  );

export const SETTING_GROUPS = ["location", "sizing", "storage", "savings"] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

const performanceBased = (settings: AssessmentSettings) =>
  settings.sizingCriterion === "PerformanceBased";

/** The form of an assessment as data; bounds are those of `assessmentSettingsSchema`. */
export const SETTING_FIELDS: Readonly<Record<SettingGroup, readonly SettingField[]>> = {
  location: [
    { path: "azureLocation", key: "azureLocation", kind: "select", names: "regions", options: [] },
    { path: "nodeTypes", key: "nodeTypes", kind: "multi", names: "nodeTypes", options: [] },
    { ...choice("environmentType", ["Production", "DevTest"]), advanced: true },
    { ...choice("avsAssessmentScenario", ["NewAvsSddc", "AvsSddcExpansion"]), advanced: true },
    {
      path: "isStretchClusterEnabled",
      key: "isStretchClusterEnabled",
      kind: "switch",
      advanced: true,
    },
    number("minimumHostsPerCluster", 3, 16, 1, true),
    number("spareHostsPerCluster", 0, 4, 1, true),
  ],
  sizing: [
    choice("sizingCriterion", ["PerformanceBased", "AsOnPremises"]),
    {
      path: "performanceData.percentile",
      key: "percentile",
      kind: "select",
      names: "values",
      options: ["Percentile50", "Percentile90", "Percentile95", "Percentile99"],
      when: performanceBased,
    },
    {
      path: "performanceData.timeRange",
      key: "timeRange",
      kind: "select",
      names: "values",
      options: ["Day", "Week", "Month", "Custom"],
      when: performanceBased,
    },
    number("vcpuOversubscription", 1, 10, 0.5),
    number("scalingFactor", 1, 10, 0.05),
    number("memOvercommit", 0.5, 10, 0.1, true),
    number("cpuHeadroom", 0, 90, 1, true),
    { path: "includePoweredOff", key: "includePoweredOff", kind: "switch", advanced: true },
    {
      path: "sizedSuitabilities",
      key: "sizedSuitabilities",
      kind: "multi",
      names: "suitability",
      options: ["Suitable", "ConditionallySuitable", "ReadinessUnknown", "NotSuitable"],
      advanced: true,
    },
    number("hostMemoryOverheadGib", 0, 256, 1, true),
    management("vcpus", "managementVcpus"),
    management("memoryGib", "managementMemoryGib"),
    management("storageGib", "managementStorageGib"),
    effort("low", "effortLow"),
    effort("medium", "effortMedium"),
    effort("high", "effortHigh"),
  ],
  storage: [
    {
      path: "failuresToTolerateAndRaidLevelList",
      key: "failuresToTolerateAndRaidLevelList",
      kind: "multi",
      names: "values",
      valuesKey: "fttRaidLevel",
      options: FTT_RAID_LEVELS,
    },
    number("dedupeCompression", 1, 10, 0.1),
    {
      ...choice("storageBasis", ["criterion", "inUse", "allocated", "provisioned"]),
      advanced: true,
    },
    { ...number("vsanSlack", 0, 90, 1, true), percent: true },
    { ...number("vsanMetadataOverhead", 0, 90, 0.1, true), percent: true },
    { ...number("vsanFormatOverhead", 0, 90, 0.1, true), percent: true },
    {
      path: "externalStorageTypes",
      key: "externalStorageTypes",
      kind: "multi",
      names: "values",
      options: ["None", "AnfStandard", "AnfPremium", "AnfUltra"],
      advanced: true,
    },
    { ...choice("storageCapacityUnit", ["binary", "asLabelled"]), advanced: true },
    { path: "enforceSla", key: "enforceSla", kind: "switch", advanced: true },
  ],
  savings: [
    {
      path: "savingsSettings.savingsOptions",
      key: "savingsOptions",
      kind: "select",
      names: "values",
      options: SAVINGS_OPTIONS,
    },
    number("discountPercentage", 0, 100, 1),
    { path: "currency", key: "currency", kind: "select", names: "none", options: CURRENCIES },
    {
      ...number("exchangeRatePerUsd", 0, undefined, 0.01),
      nullable: true,
      when: (settings) => settings.currency !== "USD",
    },
    { path: "isVcfByolEnabled", key: "isVcfByolEnabled", kind: "switch", advanced: true },
    { ...number("vcfPricePerCoreMonth", 0, undefined, 1, true), nullable: true },
    {
      ...number("externalStoragePricePerGibMonth", 0, undefined, 0.01, true),
      nullable: true,
      when: (settings) => settings.externalStorageTypes.some((type) => type !== "None"),
    },
    { path: "allowReferencePrices", key: "allowReferencePrices", kind: "switch", advanced: true },
  ],
};

function number(key: string, min: number, max: number | undefined, step: number, advanced = false) {
  return {
    path: key,
    key,
    kind: "number" as const,
    min,
    ...(max === undefined ? {} : { max }),
    step,
    advanced,
  };
}

function management(part: string, key: string): SettingField {
  return {
    path: `managementOverhead.${part}`,
    key,
    kind: "number",
    min: 0,
    step: 1,
    advanced: true,
  };
}

function effort(level: string, key: string): SettingField {
  return {
    path: `effortHours.${level}`,
    key,
    kind: "number",
    min: 0,
    max: 1_000,
    step: 0.25,
    advanced: true,
  };
}

function choice(key: string, options: readonly string[]) {
  return { path: key, key, kind: "select" as const, names: "values" as const, options };
}

/** The value under a dotted path; undefined where there is none. */
export function valueAt(settings: unknown, path: string): unknown {
  let value: unknown = settings;
  for (const part of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
