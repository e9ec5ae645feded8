"use client";

import { useFormatter } from "next-intl";
import { type ReactNode, useCallback, useMemo } from "react";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable, type DataTableProps } from "@/components/tables/data-table";
import type { PageRequest, Sort } from "@/components/tables/page-request";
import { EmptyState } from "@/components/ui/empty-state";
import { Known } from "@/components/ui/no-data";
import { localPage } from "./local-page";
import { useSizeText } from "./use-size-text";

type Kind = "text" | "number" | "size" | "percent" | "flag";

/** One column of a list of hosts, clusters or datastores. */
export interface EstateColumn<TRow> {
  id: string;
  label: string;
  kind: Kind;
  value: (row: TRow) => string | number | boolean | null;
  widthPx?: number;
}

interface EstateTableProps<TRow> {
  id: string;
  label: string;
  /** What identifies the rows in the cache: the import that they come from. */
  importId: string;
  rows: readonly TRow[];
  rowId: (row: TRow) => string;
  columns: readonly EstateColumn<TRow>[];
  yes: string;
  no: string;
  exportHref: DataTableProps<TRow>["exportHref"];
  empty: { icon: ReactNode; title: string; sentence: string };
}

const FIRST_SORT: Sort = { column: "name", direction: "asc" };

/** A list that came with the inventory's summary, shown like every other list. */
export function EstateTable<TRow>(props: EstateTableProps<TRow>) {
  const { id, importId, rows, columns, yes, no, empty } = props;
  const format = useFormatter();
  const size = useSizeText();
  const values = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, column.value])),
    [columns],
  );
  const pageQuery = useCallback(
    (request: PageRequest) => ({
      queryKey: ["local", id, importId, request],
      queryFn: () => localPage(rows, values, request),
      staleTime: Number.POSITIVE_INFINITY,
    }),
    [id, importId, rows, values],
  );
  const shown = useMemo<DataColumn<TRow>[]>(() => {
    const write = (kind: Kind, value: string | number | boolean): string => {
      if (typeof value === "boolean") return value ? yes : no;
      if (typeof value === "string") return value;
      if (kind === "size") return size.mib(value);
      if (kind === "percent") {
        return format.number(value / 100, { style: "percent", maximumFractionDigits: 0 });
      }
      return format.number(value);
    };
    return columns.map((column, index) => ({
      id: column.id,
      label: column.label,
      cell: (row: TRow) => (
        <Known value={column.value(row)}>{(value) => write(column.kind, value)}</Known>
      ),
      sortable: true,
      align: ["number", "size", "percent"].includes(column.kind) ? "end" : "start",
      rowHeader: index === 0,
      ...(column.widthPx ? { widthPx: column.widthPx } : {}),
    }));
  }, [columns, format, size, yes, no]);
  return (
    <DataTable
      id={`inventory-${id}`}
      label={props.label}
      columns={shown}
      rowId={props.rowId}
      pageQuery={pageQuery}
      defaultSort={FIRST_SORT}
      searchable
      paramPrefix={id}
      {...(props.exportHref ? { exportHref: props.exportHref } : {})}
      empty={
        <EmptyState icon={empty.icon} title={empty.title}>
          {empty.sentence}
        </EmptyState>
      }
    />
  );
}
