/**
 * Host types by Azure region and availability zone.
 * Source: Azure VMware Solution "Private clouds and clusters" page (ms.date 2025-08-14, with later edits).
 * Generation 2 regions: preview-era Microsoft page (East US, Switzerland North) and the United States
 * regions of a 2026 note; the full list is not published in what could be read, so treat it as a floor.
 */

export const HOST_SKUS = ["AV36", "AV36P", "AV48", "AV52", "AV64"] as const;
export type HostSku = (typeof HOST_SKUS)[number];

export type AvsRegion = {
  /** Azure's own location name, as in ARM: `koreacentral`. */
  location: string;
  displayName: string;
  /** One list of host types a zone; a region without zones has one list. */
  skusByZone: readonly (readonly HostSku[])[];
  stretchedClusters: boolean;
  generation2: boolean;
};

type Row = [
  location: string,
  displayName: string,
  zones: string,
  flags?: "stretched" | "generation2" | "stretched generation2",
];

/** Zones are separated by `|`, host types by a space. */
const ROWS: readonly Row[] = [
  ["australiaeast", "Australia East", "AV36P AV64|AV36 AV64|AV36P AV64", "stretched"],
  ["australiasoutheast", "Australia Southeast", "AV36||"],
  ["brazilsouth", "Brazil South", "|AV36 AV64|"],
  ["canadacentral", "Canada Central", "|AV36 AV36P AV64|"],
  ["canadaeast", "Canada East", "AV36 AV64"],
  ["centralindia", "Central India", "||AV36P AV48 AV64"],
  ["centralus", "Central US", "AV36P AV64|AV36 AV64|AV36P AV64", "generation2"],
  ["eastasia", "East Asia", "AV36 AV64|AV36P|"],
  ["eastus", "East US", "AV36P AV64|AV36P AV64|AV36 AV36P AV64", "stretched generation2"],
  ["eastus2", "East US 2", "AV36 AV64|AV36P AV52 AV64|AV36P AV64", "generation2"],
  ["francecentral", "France Central", "AV36 AV64||"],
  [
    "germanywestcentral",
    "Germany West Central",
    "AV36P AV64|AV36 AV48 AV64|AV36 AV36P AV48 AV64",
    "stretched",
  ],
  ["italynorth", "Italy North", "||AV36P AV64"],
  ["japaneast", "Japan East", "|AV36 AV36P AV64|AV36P AV48"],
  ["japanwest", "Japan West", "AV36 AV64|AV36P|"],
  ["koreacentral", "Korea Central", "|AV48|AV48"],
  ["northcentralus", "North Central US", "AV36 AV64|AV36P AV64|", "generation2"],
  ["northeurope", "North Europe", "|AV36 AV64|"],
  ["qatarcentral", "Qatar Central", "||AV36P"],
  ["southafricanorth", "South Africa North", "AV48 AV64||AV36 AV64"],
  ["southcentralus", "South Central US", "AV36 AV64|AV36 AV36P AV52 AV64|", "generation2"],
  ["southeastasia", "Southeast Asia", "AV36P|AV36|"],
  ["spaincentral", "Spain Central", "AV48||AV48"],
  ["swedencentral", "Sweden Central", "AV36 AV64||AV48"],
  ["switzerlandnorth", "Switzerland North", "AV36 AV64||AV36P AV64", "generation2"],
  ["switzerlandwest", "Switzerland West", "AV36 AV64||"],
  ["uaenorth", "UAE North", "|AV48|AV36P AV64"],
  ["uksouth", "UK South", "AV36 AV36P AV52 AV64|AV36 AV64|AV36P AV64", "stretched"],
  ["ukwest", "UK West", "AV36 AV64||"],
  ["westeurope", "West Europe", "AV36 AV36P AV52 AV64|AV36 AV64|AV36P AV64", "stretched"],
  ["westus", "West US", "AV36 AV36P AV64||"],
  ["westus2", "West US 2", "AV36 AV64|AV36P AV64|AV48", "generation2"],
  ["westus3", "West US 3", "AV36P AV64||"],
  ["usgovarizona", "US Gov Arizona", "|AV36P AV48|"],
  ["usgovvirginia", "US Gov Virginia", "||AV36 AV48"],
];

function zoneSkus(text: string): HostSku[] {
  return HOST_SKUS.filter((sku) => text.split(" ").includes(sku));
}

export const AVS_REGIONS: readonly AvsRegion[] = ROWS.map(
  ([location, displayName, zones, flags]) => ({
    location,
    displayName,
    skusByZone: zones.split("|").map(zoneSkus),
    stretchedClusters: flags?.includes("stretched") ?? false,
    generation2: flags?.includes("generation2") ?? false,
  }),
);

export function findRegion(location: string): AvsRegion | null {
  return AVS_REGIONS.find((region) => region.location === location) ?? null;
}

/** Every host type that some zone of the region has, in the order of HOST_SKUS. */
export function skusOfRegion(region: AvsRegion): HostSku[] {
  return HOST_SKUS.filter((sku) => region.skusByZone.some((zone) => zone.includes(sku)));
}
