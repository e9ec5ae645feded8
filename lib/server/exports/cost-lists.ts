import { businessCase } from "@/lib/cost/business-case/business-case";
import { CASE_YEARS } from "@/lib/cost/business-case/fields";
import { PRICE_VALUES } from "@/lib/cost/price-values";
import { priceKey } from "@/lib/cost/schema";
import { searchRows } from "@/lib/inventory/row-search";
import { readBusinessCase } from "../business-case";
import { projectPrices } from "../prices";
import { type ExportList, type ExportValue, rowQueryOf, rowsOf } from "./export-table";

/** The stored business case, year by year; a head that is not known has empty years and says why. */
export const exportBusinessCase: ExportList = async ({ projectId, texts }) => {
  const { facts, inputs } = await readBusinessCase(projectId);
  const outcome = facts ? businessCase(facts, inputs) : null;
  const lines: ExportValue[][] = [];
  if (outcome?.ok) {
    const add = (side: string, label: string, years: readonly number[] | null, note = "") =>
      lines.push([
        side,
        label,
        ...Array.from({ length: CASE_YEARS }, (_, year) => years?.[year] ?? null),
        note,
      ]);
    for (const side of ["onPremises", "avs"] as const) {
      for (const { head, years, missing } of outcome[side]) {
        add(
          texts(`business-case.table.${side}`),
          texts(`business-case.heads.${head}.label`),
          years,
          missing
            ? texts("business-case.table.missing", {
                field: texts(`business-case.fields.${missing}.label`),
              })
            : texts(`business-case.heads.${head}.formula`),
        );
      }
    }
    const sums = [
      ["stay", "stay"],
      ["remaining", "remaining"],
      ["avsSum", "avs"],
      ["move", "move"],
      ["savings", "savings"],
      ["cumulative", "cumulative"],
      ["discounted", "discounted"],
    ] as const;
    for (const [label, part] of sums) {
      add(
        texts("business-case.table.comparison"),
        texts(`business-case.table.${label}`),
        outcome.years.map((year) => year[part]),
      );
    }
    lines.push([
      texts("business-case.table.comparison"),
      texts("business-case.figures.npv"),
      outcome.npv,
      ...Array.from({ length: CASE_YEARS - 1 }, () => null),
      facts?.currency ?? "",
    ]);
  }
  return {
    fileName: "landfall-business-case",
    sheet: texts("shell.nav.businessCase"),
    columns: [
      { label: texts("export.businessCase.side"), width: 28 },
      { label: texts("business-case.table.head"), width: 34 },
      ...Array.from({ length: CASE_YEARS }, (_, year) => ({
        label: texts("business-case.table.year", { year }),
        format: "money" as const,
        width: 18,
      })),
      { label: texts("export.businessCase.note"), width: 60 },
    ],
    rows: rowsOf(lines, (line) => line),
  };
};

export const exportPrices: ExportList = async ({ projectId, query, texts }) => {
  const { current } = await projectPrices(projectId);
  const rows = searchRows(
    current.entries.filter(
      (entry) =>
        (!query.region || entry.region === query.region) &&
        (!query.nodeType || entry.nodeType === query.nodeType),
    ),
    PRICE_VALUES,
    rowQueryOf(query),
  );
  const name = (key: string) => texts(`prices.table.${key}`);
  return {
    fileName: "landfall-prices",
    sheet: name("title"),
    columns: [
      { label: name("nodeType") },
      { label: name("term"), width: 20 },
      { label: name("vcf"), width: 20 },
      { label: name("region"), width: 20 },
      { label: name("perMonth"), format: "money" },
      { label: texts("export.currency") },
      { label: name("confidence"), width: 24 },
      { label: name("date") },
      { label: name("source"), width: 60 },
      { label: texts("export.key"), width: 40 },
    ],
    rows: rowsOf(rows, (row) => [
      row.nodeType,
      texts(`assessment.values.savingsOptions.${row.savingsOption}`),
      name(`vcfValues.${row.vcf}`),
      row.region ?? name("noRegion"),
      row.perHostMonth,
      row.currency,
      texts(`assessment.cost.confidence.${row.confidence}`),
      row.date,
      row.source,
      priceKey(row),
    ]),
  };
};
