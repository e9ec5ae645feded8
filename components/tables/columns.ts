import {
  type ColumnDef,
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import type { ReactNode } from "react";

/** What a list can do; sorting, filtering and paging themselves are the server's. */
export const listFeatures = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
});
export type ListFeatures = typeof listFeatures;

/** A row with its place in the whole list. */
export interface IndexedRow<TRow> {
  index: number;
  row: TRow;
}

export type ListColumnDef<TRow> = ColumnDef<ListFeatures, IndexedRow<TRow>>;

/** One column of a `DataTable`. */
export interface DataColumn<TRow> {
  /** The server's name of the column: what `sort` carries. */
  id: string;
  /** The heading, and the name in the column chooser. */
  label: string;
  /** One line of content; long text is cut with an ellipsis. Unknown values render `<NoData />`. */
  cell: (row: TRow) => ReactNode;
  /** The narrowest width; spare room is shared out in proportion. 120 unless told. */
  widthPx?: number;
  /** `end` for numbers. */
  align?: "start" | "end";
  /** Whether the server sorts by it. False unless told. */
  sortable?: boolean;
  /** Shown only when chosen. */
  hiddenAtFirst?: boolean;
  /** The column that names the row, read aloud as its heading; cannot be hidden. */
  rowHeader?: boolean;
}

export const defaultColumnWidthPx = 120;
/** Fits a checkbox and its focus ring. */
export const selectionColumnWidthPx = 40;

export function toColumnDefs<TRow>(columns: readonly DataColumn<TRow>[]): ListColumnDef<TRow>[] {
  return columns.map((column) => ({
    id: column.id,
    header: column.label,
    accessorFn: (indexed: IndexedRow<TRow>) => indexed.row,
    enableSorting: column.sortable ?? false,
    enableHiding: !column.rowHeader,
  }));
}

/** The `grid-template-columns` of a row, and the width under which the list scrolls sideways. */
export function gridTemplate(
  columns: readonly { widthPx?: number }[],
  selectable: boolean,
): { template: string; minimumWidthPx: number } {
  const widths = columns.map((column) => column.widthPx ?? defaultColumnWidthPx);
  const tracks = widths.map((width) => `minmax(${width}px, ${width}fr)`);
  const total = widths.reduce((sum, width) => sum + width, 0);
  return selectable
    ? {
        template: [`${selectionColumnWidthPx}px`, ...tracks].join(" "),
        minimumWidthPx: total + selectionColumnWidthPx,
      }
    : { template: tracks.join(" "), minimumWidthPx: total };
}
