"use client";

import { Table } from "@mantine/core";
import { useTranslations } from "next-intl";
import { NoData } from "@/components/ui/no-data";
import type { ChartCardProps } from "./chart-card";
import classes from "./chart-card.module.css";

/** The figures of a chart. */
export function ChartTable(props: ChartCardProps) {
  const { title, data, xKey, xLabel, series, formatX = String, formatY = String } = props;
  const t = useTranslations("common.chart");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys.
    <section className={classes.table} tabIndex={0} aria-label={title}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{xLabel ?? t("category")}</Table.Th>
            {series.map((one) => (
              <Table.Th key={one.key} ta="end">
                {one.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map((row) => (
            <Table.Tr key={String(row[xKey])}>
              <Table.Th scope="row" fw={400}>
                {formatX(row[xKey] ?? "")}
              </Table.Th>
              {series.map((one) => {
                const value = row[one.key];
                return (
                  <Table.Td key={one.key} ta="end" className="lf-numeric">
                    {typeof value === "number" ? formatY(value) : <NoData />}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
