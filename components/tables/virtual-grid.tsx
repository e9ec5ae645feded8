"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type FocusEvent, useCallback, useEffect, useRef } from "react";
import { type DataColumn, gridTemplate } from "./columns";
import classes from "./data-table.module.css";
import { ListHead } from "./list-head";
import { ListRow } from "./list-row";
import type { Density } from "./list-toolbar";
import type { Sort } from "./page-request";
import { useGridKeys } from "./use-grid-keys";

const rowHeightPx: Record<Density, number> = { compact: 30, comfortable: 42 };
/** Matches `.headRow` and the border under it. */
const headHeightPx = 35;
/** Rows that are there beyond the edges of the screen. */
const overscan = 8;
/** What the server assumes of a screen, so that the first answer carries rows. */
const assumedRect = { width: 1_000, height: 600 };

export interface GridSelection {
  isSelected: (index: number) => boolean;
  toggle: (index: number) => void;
  all: boolean;
  some: boolean;
  toggleAll: () => void;
}

interface VirtualGridProps<TRow> {
  label: string;
  columns: readonly DataColumn<TRow>[];
  total: number;
  rowAt: (index: number) => TRow | undefined;
  sort: Sort | null;
  onSort: (column: string) => void;
  onOpenRow: ((row: TRow) => void) | undefined;
  isCurrent: ((row: TRow) => boolean) | undefined;
  selection: GridSelection | null;
  density: Density;
  maxHeight: string;
  isFetching: boolean;
  /** Changes when the list is another one (sorted, searched, filtered): back to the top. */
  resetKey: string;
  onRangeChange: (first: number, last: number) => void;
}

/** A browser leaves a control that shows in part where it is; a row is wider than the list, and stays. */
function showWhole({ target }: FocusEvent): void {
  if (!target.matches("[role=row]")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** The rows that are on screen, of a list of any length, as an ARIA grid. */
export function VirtualGrid<TRow>(props: VirtualGridProps<TRow>) {
  const { columns, total, rowAt, selection, density, resetKey, onRangeChange } = props;
  const scrollRef = useRef<HTMLDivElement>(null);
  const heightPx = rowHeightPx[density];
  const open = (index: number) => {
    const row = rowAt(index);
    if (row !== undefined) props.onOpenRow?.(row);
  };
  const keys = useGridKeys({
    total,
    rowsPerScreen: () => {
      const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
      return Math.max(1, endIndex - startIndex);
    },
    scrollRef,
    scrollToIndex: (index) => virtualizer.scrollToIndex(index),
    onOpen: open,
    onToggle: (index) => selection?.toggle(index),
  });
  // The row that Tab comes to is there wherever the list is scrolled to.
  const { active } = keys;
  const withActive = useCallback(
    (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), active])].sort((one, other) => one - other),
    [active],
  );
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => heightPx,
    overscan,
    rangeExtractor: withActive,
    scrollPaddingStart: headHeightPx,
    scrollMargin: 0,
    initialRect: assumedRect,
  });
  const items = virtualizer.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  const first = Math.max(startIndex - overscan, 0);
  const last = Math.min(endIndex + overscan, total - 1);

  useEffect(() => onRangeChange(first, last), [first, last, onRangeChange]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their height changes
  useEffect(() => virtualizer.measure(), [heightPx]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list goes back to the top
  useEffect(() => {
    virtualizer.scrollToOffset(0);
    keys.setActive(0);
  }, [resetKey]);

  const { template, minimumWidthPx } = gridTemplate(columns, selection !== null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold absolutely placed rows.
    <div
      ref={scrollRef}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + (selection ? 1 : 0)}
      aria-multiselectable={selection ? true : undefined}
      aria-busy={props.isFetching}
      className={classes.scroll}
      style={{ maxHeight: props.maxHeight }}
      onFocus={showWhole}
    >
      {props.isFetching ? <div className={classes.busy} role="presentation" /> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: part of the grid of divs. */}
      <div role="rowgroup" className={classes.head} style={{ minWidth: minimumWidthPx }}>
        <ListHead
          columns={columns}
          template={template}
          sort={props.sort}
          onSort={props.onSort}
          selection={
            selection
              ? { all: selection.all, some: selection.some, onToggleAll: selection.toggleAll }
              : null
          }
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: part of the grid of divs. */}
      <div
        role="rowgroup"
        className={classes.body}
        style={{ height: virtualizer.getTotalSize(), minWidth: minimumWidthPx }}
      >
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            <ListRow
              key={item.key}
              index={item.index}
              row={row}
              columns={columns}
              template={template}
              topPx={item.start}
              heightPx={heightPx}
              active={item.index === active}
              openable={props.onOpenRow !== undefined}
              current={row !== undefined && (props.isCurrent?.(row) ?? false)}
              selected={selection ? selection.isSelected(item.index) : null}
              onToggle={() => selection?.toggle(item.index)}
              onOpen={() => open(item.index)}
              onFocus={() => keys.setActive(item.index)}
              onKeyDown={(event) => keys.onKeyDown(event, item.index)}
              focusWhenThere={(element) => keys.focusWhenThere(element, item.index)}
            />
          );
        })}
      </div>
    </div>
  );
}
