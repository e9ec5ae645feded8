import type { ColumnValues } from "@/lib/inventory/row-search";
import type { PriceEntry } from "./schema";

/** The columns that the list of prices is searched and sorted by, on its page and in its download alike. */
export const PRICE_VALUES = {
  nodeType: (row) => row.nodeType,
  savingsOption: (row) => row.savingsOption,
  vcf: (row) => row.vcf,
  region: (row) => row.region,
  perHostMonth: (row) => row.perHostMonth,
  confidence: (row) => row.confidence,
  date: (row) => row.date,
  source: (row) => row.source,
} satisfies ColumnValues<PriceEntry>;
