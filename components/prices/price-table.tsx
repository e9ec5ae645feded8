"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { regionName } from "@/components/assessment/region-name";
import { localPage } from "@/components/inventory/local-page";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest, Sort } from "@/components/tables/page-request";
import { useBlade } from "@/components/ui/blade";
import { exportHref } from "@/lib/client/export-href";
import type { ProjectPrices } from "@/lib/cost/price-api-schema";
import { PRICE_VALUES } from "@/lib/cost/price-values";
import { HOURS_PER_MONTH, type PriceEntry, priceKey } from "@/lib/cost/schema";
import { usePriceText } from "./use-price-text";

const FIRST_SORT: Sort = { column: "nodeType", direction: "asc" };

function useColumns(): DataColumn<PriceEntry>[] {
  const t = useTranslations("prices.table");
  const tValues = useTranslations("assessment.values.savingsOptions");
  const tTrust = useTranslations("assessment.cost.confidence");
  const format = useFormatter();
  const price = usePriceText();
  return useMemo(
    () => [
      {
        id: "nodeType",
        label: t("nodeType"),
        cell: (row) => row.nodeType,
        sortable: true,
        rowHeader: true,
        widthPx: 110,
      },
      {
        id: "savingsOption",
        label: t("term"),
        cell: (row) => tValues(row.savingsOption),
        sortable: true,
        widthPx: 140,
      },
      {
        id: "vcf",
        label: t("vcf"),
        cell: (row) => t(`vcfValues.${row.vcf}`),
        sortable: true,
        widthPx: 160,
      },
      {
        id: "region",
        label: t("region"),
        cell: (row) => (row.region === null ? t("noRegion") : regionName(row.region)),
        sortable: true,
        widthPx: 150,
      },
      {
        id: "perHostMonth",
        label: t("perMonth"),
        cell: (row) => price(row.perHostMonth, row.currency),
        sortable: true,
        align: "end",
        widthPx: 150,
      },
      {
        id: "perHour",
        label: t("perHour"),
        cell: (row) => price(row.perHostMonth / HOURS_PER_MONTH, row.currency),
        align: "end",
        widthPx: 110,
      },
      {
        id: "confidence",
        label: t("confidence"),
        cell: (row) => tTrust(row.confidence),
        sortable: true,
        widthPx: 170,
      },
      {
        id: "date",
        label: t("date"),
        cell: (row) =>
          format.dateTime(new Date(`${row.date}T00:00:00Z`), {
            dateStyle: "medium",
            timeZone: "UTC",
          }),
        sortable: true,
        widthPx: 130,
      },
      { id: "source", label: t("source"), cell: (row) => row.source, sortable: true, widthPx: 300 },
    ],
    [t, tValues, tTrust, format, price],
  );
}

/** Every price of the list in use; a row opens to be corrected or taken out. */
export function PriceTable({ projectId, prices }: { projectId: string; prices: ProjectPrices }) {
  const t = useTranslations("prices.table");
  const columns = useColumns();
  const blade = useBlade("price");
  const { id, entries } = prices.current;
  const regions = useMemo(
    () => [...new Set(entries.flatMap(({ region }) => region ?? []))].sort(),
    [entries],
  );
  const nodeTypes = useMemo(
    () => [...new Set(entries.map(({ nodeType }) => nodeType))].sort(),
    [entries],
  );
  const pageQuery = useCallback(
    (request: PageRequest) => ({
      queryKey: ["local", "prices", projectId, id, request],
      queryFn: () =>
        localPage(
          entries.filter(
            (entry) =>
              (request.filters.region === undefined || entry.region === request.filters.region) &&
              (request.filters.nodeType === undefined ||
                entry.nodeType === request.filters.nodeType),
          ),
          PRICE_VALUES,
          request,
        ),
      staleTime: Number.POSITIVE_INFINITY,
    }),
    [projectId, id, entries],
  );
  return (
    <DataTable
      id="prices"
      label={t("title")}
      columns={columns}
      rowId={priceKey}
      pageQuery={pageQuery}
      defaultSort={FIRST_SORT}
      searchable
      filters={[
        {
          id: "nodeType",
          label: t("nodeType"),
          options: nodeTypes.map((value) => ({ value, label: value })),
        },
        {
          id: "region",
          label: t("region"),
          options: regions.map((value) => ({ value, label: regionName(value) })),
        },
      ]}
      exportHref={(format, request) => exportHref(projectId, "prices", format, request)}
      onOpenRow={(row) => blade.open(priceKey(row))}
      isCurrent={(row) => priceKey(row) === blade.value}
      maxHeight="520px"
    />
  );
}
