import type { SavingsOption } from "@/lib/assessment/schema";
import type { HostSku } from "@/lib/private-cloud/regions";
import type { PriceConfidence, PriceEntry, PriceList } from "./schema";

/**
 * Prices of AVS hosts without VMware Cloud Foundation (bring your own), US dollars a host and month.
 * Source: "Azure VMware Solution: Node Pricing and US SKU Availability", an engineering note of 2026
 * that quotes the Azure pricing table and, for AV48, the calculator of East US. Second-hand: no
 * official list price could be read, and none for Korea Central. AV36 is not published, nor are
 * prices with Cloud Foundation included or a 5-year AV64 reservation.
 */
type Row = [HostSku, SavingsOption, region: string | null, perHostMonth: number, PriceConfidence];

const ROWS: readonly Row[] = [
  ["AV36P", "None", null, 5986.0, "secondHand"],
  ["AV36P", "RI1Year", null, 4036.9, "secondHand"],
  ["AV36P", "RI3Year", null, 2606.1, "secondHand"],
  ["AV48", "None", "eastus", 7978.9, "secondHand"],
  ["AV48", "RI1Year", "eastus", 5425.65, "estimate"],
  ["AV48", "RI3Year", "eastus", 3498.58, "secondHand"],
  ["AV48", "RI5Year", "eastus", 3510.72, "estimate"],
  ["AV52", "None", null, 8343.9, "secondHand"],
  ["AV52", "RI1Year", null, 5548.0, "secondHand"],
  ["AV52", "RI3Year", null, 3496.7, "secondHand"],
  ["AV64", "None", null, 8343.9, "secondHand"],
  ["AV64", "RI1Year", null, 5548.0, "secondHand"],
  ["AV64", "RI3Year", null, 3496.7, "secondHand"],
];

const SOURCE =
  "Azure VMware Solution: Node Pricing and US SKU Availability (engineering note, 2026)";
/** The note has no day; it was read in 2026. */
const DATE = "2026-01-01";

/** The list of a project until its team loads or enters prices of its own. */
export const PRICES_2026: PriceList = {
  id: "avs-vcf-byol-2026",
  date: DATE,
  source: SOURCE,
  entries: ROWS.map(
    ([nodeType, savingsOption, region, perHostMonth, confidence]): PriceEntry => ({
      nodeType,
      savingsOption,
      vcf: "byol",
      region,
      currency: "USD",
      perHostMonth,
      confidence,
      source: SOURCE,
      date: DATE,
    }),
  ),
};
