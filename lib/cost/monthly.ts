import { NODE_TYPES } from "@/lib/assessment/node-types";
import type { AssessmentSettings } from "@/lib/assessment/schema";
import type { NodeSizing } from "@/lib/assessment/sizing-schema";
import type { HostSku } from "@/lib/private-cloud/regions";
import type { CostHead, MonthlyCost, PriceEntry, PriceList } from "./schema";

/**
 * Monthly cost of a layout: hosts times the host price of the chosen reservation, less the discount,
 * plus what a team entered for Cloud Foundation and external storage. A price that the list lacks
 * gives null with the reason, and nulls the total.
 */
export function monthlyCost(
  sizing: NodeSizing,
  vmCount: number,
  settings: AssessmentSettings,
  prices: PriceList,
): MonthlyCost {
  const savingsOption = settings.savingsSettings.savingsOptions;
  // The portal offers no discount with a reservation.
  const discountRatio = savingsOption === "None" ? settings.discountPercentage / 100 : 0;
  const hosts = hostsByType(sizing).map(([head, nodeType, quantity]) =>
    hostHead(head, nodeType, quantity, discountRatio, settings, prices),
  );
  const heads = [...hosts, ...vcfHead(sizing, settings), ...externalStorageHead(sizing, settings)];
  const hostsMonthly = sumOrNull(hosts);
  const totalMonthly = sumOrNull(heads);
  return {
    currency: settings.currency,
    savingsOption,
    hostsMonthly,
    totalMonthly,
    perVmMonthly: hostsMonthly === null || vmCount === 0 ? null : hostsMonthly / vmCount,
    discountRatio,
    heads,
    priceListId: prices.id,
    priceListDate: prices.date,
  };
}

function sumOrNull(heads: readonly CostHead[]): number | null {
  let sum = 0;
  for (const head of heads) {
    if (head.monthly === null) return null;
    sum += head.monthly;
  }
  return sum;
}

function hostsByType(sizing: NodeSizing): ["nodes" | "baseNodes", HostSku, number][] {
  const base = sizing.clusters.find((cluster) => cluster.role === "base");
  const rows: ["nodes" | "baseNodes", HostSku, number][] = [
    ["nodes", sizing.nodeType, sizing.nodeNumber],
  ];
  if (base) rows.push(["baseNodes", base.nodeType, sizing.baseNodes]);
  return rows;
}

function hostHead(
  head: "nodes" | "baseNodes",
  nodeType: HostSku,
  quantity: number,
  discountRatio: number,
  settings: AssessmentSettings,
  prices: PriceList,
): CostHead {
  const entry = findPrice(nodeType, settings, prices);
  const known = entry !== null && typeof entry !== "string";
  const rate = known ? exchangeRate(settings, entry) : null;
  const unitPrice = known && rate !== null ? entry.perHostMonth * rate * (1 - discountRatio) : null;
  return {
    head,
    nodeType,
    monthly: unitPrice === null ? null : unitPrice * quantity,
    reason: known ? (rate === null ? "exchangeRateMissing" : null) : (entry ?? "priceMissing"),
    quantity,
    unitPrice,
    confidence: known ? entry.confidence : null,
    priceRegion: known ? entry.region : null,
    regionMatches: known && entry.region === settings.azureLocation,
    priceSource: known ? entry.source : null,
    priceDate: known ? entry.date : null,
  };
}

/**
 * The best price of a host: the region's own; else, where references are allowed, one whose source
 * names no region, then one of another region. Of equals, one in the assessment's currency.
 */
function findPrice(
  nodeType: HostSku,
  settings: AssessmentSettings,
  prices: PriceList,
): PriceEntry | "regionPriceMissing" | null {
  const vcf = settings.isVcfByolEnabled ? "byol" : "included";
  const matching = prices.entries
    .filter(
      (entry) =>
        entry.nodeType === nodeType &&
        entry.savingsOption === settings.savingsSettings.savingsOptions &&
        entry.vcf === vcf,
    )
    .sort((left, right) => distance(left, settings) - distance(right, settings));
  const best = matching[0] ?? null;
  if (best === null || best.region === settings.azureLocation) return best;
  return settings.allowReferencePrices ? best : "regionPriceMissing";
}

/** How far a price is from what is assessed: region first, then currency. */
function distance(entry: PriceEntry, settings: AssessmentSettings): number {
  const region = entry.region === settings.azureLocation ? 0 : entry.region === null ? 1 : 2;
  const currency = entry.currency === settings.currency ? 0 : entry.currency === "USD" ? 1 : 2;
  return region * 3 + currency;
}

/** Units of the assessment's currency for one of the price's; null when it is not known. */
function exchangeRate(settings: AssessmentSettings, entry: PriceEntry): number | null {
  if (settings.currency === entry.currency) return 1;
  return entry.currency === "USD" ? settings.exchangeRatePerUsd : null;
}

/** Cloud Foundation is bought by the core of every host (VCF licence portability page, 2025-11-04). */
function vcfHead(sizing: NodeSizing, settings: AssessmentSettings): CostHead[] {
  if (!settings.isVcfByolEnabled) return [];
  const cores = sizing.clusters.reduce(
    (sum, cluster) => sum + cluster.hosts * NODE_TYPES[cluster.nodeType].physicalCores,
    0,
  );
  return [
    enteredHead(
      "vcfSubscription",
      cores,
      settings.vcfPricePerCoreMonth,
      "vcfPriceMissing",
      settings,
    ),
  ];
}

function externalStorageHead(sizing: NodeSizing, settings: AssessmentSettings): CostHead[] {
  if (sizing.externalStorageGib === 0) return [];
  return [
    enteredHead(
      "externalStorage",
      sizing.externalStorageGib,
      settings.externalStoragePricePerGibMonth,
      "externalStoragePriceMissing",
      settings,
    ),
  ];
}

function enteredHead(
  head: "vcfSubscription" | "externalStorage",
  quantity: number,
  unitPrice: number | null,
  missing: "vcfPriceMissing" | "externalStoragePriceMissing",
  settings: AssessmentSettings,
): CostHead {
  return {
    head,
    nodeType: null,
    monthly: unitPrice === null ? null : unitPrice * quantity,
    reason: unitPrice === null ? missing : null,
    quantity,
    unitPrice,
    confidence: unitPrice === null ? null : "entered",
    priceRegion: unitPrice === null ? null : settings.azureLocation,
    regionMatches: unitPrice !== null,
    priceSource: null,
    priceDate: null,
  };
}
