"use client";

import { Button, Text } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconSearchOff } from "@tabler/icons-react";
import { type RowSelectionState, useTable } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { QueryError } from "@/components/shell/query-error";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import type { ExportFormat } from "@/lib/export/schema";
import { type DataColumn, listFeatures, toColumnDefs } from "./columns";
import classes from "./data-table.module.css";
import { ExportMenu } from "./export-menu";
import { type Density, type ListFilter, ListToolbar } from "./list-toolbar";
import { type ListState, nextSort, type Sort } from "./page-request";
import { useListState } from "./use-list-state";
import { type PageQuery, useRowWindow } from "./use-row-window";
import { type GridSelection, VirtualGrid } from "./virtual-grid";

export interface DataTableProps<TRow> {
  /** Names the list's view settings in this browser, for instance `inventory-vms`. */
  id: string;
  /** What the list is, read aloud. */
  label: string;
  columns: readonly DataColumn<TRow>[];
  /** A row's key: it keeps the selection across pages and sorts. */
  rowId: (row: TRow) => string;
  /** The query of one page; the state of sort, search and filters comes from the address. */
  pageQuery: PageQuery<TRow>;
  defaultSort?: Sort;
  searchable?: boolean;
  filters?: readonly ListFilter[];
  /** Enter or a click on a row. */
  onOpenRow?: (row: TRow) => void;
  /** Marks the row whose details are open. */
  isCurrent?: (row: TRow) => boolean;
  /** Row keys that are selected; rows can be selected when both are given. */
  selectedIds?: readonly string[];
  onSelectedIdsChange?: (ids: string[]) => void;
  /** Commands for the selected rows. */
  selectionActions?: ReactNode;
  /** Buttons at the right of the toolbar, for instance the exports. */
  actions?: ReactNode;
  /** Where the list downloads from with its search, sort and filters; shows the export menu. */
  exportHref?: (format: ExportFormat, request: ListState) => string;
  /** What an empty list says: usually an `EmptyState` with the next step. */
  empty?: ReactNode;
  /** Before address parameters, when a page has two lists. */
  paramPrefix?: string;
  /** CSS length. */
  maxHeight?: string;
  /** The query asks again by itself: no bar for every answer on the way. */
  live?: boolean;
}

const noFilters: readonly ListFilter[] = [];

/** Which columns are shown, kept in this browser. */
function useColumnVisibility<TRow>(id: string, columns: readonly DataColumn<TRow>[]) {
  const [chosen, setChosen] = useLocalStorage<Record<string, boolean>>({
    key: `landfall-columns-${id}`,
    defaultValue: {},
  });
  const visibility = useMemo(() => {
    const atFirst = columns.map((column) => [column.id, !column.hiddenAtFirst] as const);
    return { ...Object.fromEntries(atFirst), ...chosen };
  }, [columns, chosen]);
  return [visibility, setChosen] as const;
}

/**
 * A list of any length: the server sorts, searches, filters and cuts; this shows the rows that are
 * on screen. Keys: arrows move, Enter opens, space selects. States: loading, error, empty, nothing
 * matches. See `DataColumn` for columns and `PageQuery` for where rows come from.
 */
export function DataTable<TRow>(props: DataTableProps<TRow>) {
  const { columns, filters = noFilters, selectedIds, onSelectedIdsChange, rowId } = props;
  const t = useTranslations("table");
  const filterIds = useMemo(() => filters.map((filter) => filter.id), [filters]);
  const state = useListState(filterIds, props.defaultSort ?? null, props.paramPrefix);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [density, setDensity] = useLocalStorage<Density>({
    key: "landfall-density",
    defaultValue: "compact",
  });
  const [columnVisibility, setColumnVisibility] = useColumnVisibility(props.id, columns);
  const rows = useRowWindow(props.pageQuery, state, range.first, range.last);
  const onRangeChange = useCallback((first: number, last: number) => {
    setRange((old) => (old.first === first && old.last === last ? old : { first, last }));
  }, []);

  const rowSelection = useMemo<RowSelectionState>(
    () => Object.fromEntries((selectedIds ?? []).map((id) => [id, true] as const)),
    [selectedIds],
  );
  const columnDefs = useMemo(() => toColumnDefs(columns), [columns]);
  const table = useTable({
    features: listFeatures,
    columns: columnDefs,
    data: rows.loaded as { index: number; row: TRow }[],
    getRowId: (indexed) => rowId(indexed.row),
    manualSorting: true,
    state: { columnVisibility, rowSelection },
    onColumnVisibilityChange: setColumnVisibility,
    onRowSelectionChange: (updater) => {
      const next = typeof updater === "function" ? updater(rowSelection) : updater;
      onSelectedIdsChange?.(Object.keys(next).filter((id) => next[id]));
    },
  });

  const idAt = (index: number): string | null => {
    const row = rows.rowAt(index);
    return row === undefined ? null : rowId(row);
  };
  const selection: GridSelection | null =
    selectedIds && onSelectedIdsChange
      ? {
          isSelected: (index) => rowSelection[idAt(index) ?? ""] ?? false,
          toggle: (index) => table.getRow(idAt(index) ?? "", true).toggleSelected(),
          all: table.getIsAllRowsSelected(),
          some: selectedIds.length > 0,
          toggleAll: () => table.toggleAllRowsSelected(),
        }
      : null;
  // A button goes with what it clears: the focus stays in the list.
  const root = useRef<HTMLDivElement>(null);
  const focusList = () =>
    root.current?.querySelector<HTMLElement>("input[type=search], [role=grid]")?.focus();
  const clear = () => {
    state.clear();
    focusList();
  };
  const visibleColumns = columns.filter((column) => columnVisibility[column.id] !== false);
  // While the wider list is on its way, what is shown is still the narrowed one.
  const narrowed = state.search !== "" || Object.keys(state.filters).length > 0 || !rows.isCurrent;

  if (rows.error && rows.total === null) {
    return <QueryError error={rows.error} onRetry={rows.refetch} retrying={rows.isFetching} />;
  }
  if (rows.total === null) return <LoadingState shape="table" rows={10} />;
  if (rows.total === 0 && !narrowed && props.empty) return <>{props.empty}</>;
  return (
    <div className={classes.root} ref={root}>
      <ListToolbar
        state={state}
        onClear={clear}
        searchable={props.searchable ?? false}
        filters={filters}
        total={rows.total}
        columns={columns}
        isVisible={(columnId) => columnVisibility[columnId] !== false}
        onToggleColumn={(columnId) => table.getColumn(columnId)?.toggleVisibility()}
        density={density}
        onDensity={setDensity}
        actions={
          props.exportHref && rows.total > 0 ? (
            <>
              {props.actions}
              <ExportMenu href={(format) => props.exportHref?.(format, state) ?? ""} />
            </>
          ) : (
            props.actions
          )
        }
      />
      {selectedIds && selectedIds.length > 0 ? (
        <section
          className={classes.selectionBar}
          aria-label={t("selected", { count: selectedIds.length })}
        >
          <Text fz="sm" fw={600}>
            {t("selected", { count: selectedIds.length })}
          </Text>
          {props.selectionActions}
          <Button
            variant="subtle"
            onClick={() => {
              onSelectedIdsChange?.([]);
              focusList();
            }}
          >
            {t("clearSelection")}
          </Button>
        </section>
      ) : null}
      {rows.error ? (
        <QueryError error={rows.error} onRetry={rows.refetch} retrying={rows.isFetching} />
      ) : null}
      {rows.total === 0 ? (
        <EmptyState
          icon={<IconSearchOff size={28} />}
          title={t(narrowed ? "noMatchTitle" : "emptyTitle")}
          action={
            narrowed ? (
              <Button variant="default" onClick={clear}>
                {t("clearFilters")}
              </Button>
            ) : undefined
          }
        >
          {narrowed ? t("noMatch") : null}
        </EmptyState>
      ) : (
        <>
          <Text className={classes.printNote} c="dimmed">
            {t("printNote", { count: rows.total })}
          </Text>
          <VirtualGrid
            label={props.label}
            columns={visibleColumns}
            total={rows.total}
            rowAt={rows.rowAt}
            sort={state.sort}
            onSort={(column) => state.setSort(nextSort(state.sort, column))}
            onOpenRow={props.onOpenRow}
            isCurrent={props.isCurrent}
            selection={selection}
            density={density}
            maxHeight={props.maxHeight ?? "max(320px, calc(100dvh - 250px))"}
            isFetching={rows.isFetching && !props.live}
            resetKey={JSON.stringify([state.sort, state.search, state.filters])}
            onRangeChange={onRangeChange}
          />
        </>
      )}
    </div>
  );
}
