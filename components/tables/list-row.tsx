"use client";

import { Checkbox, Skeleton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import type { DataColumn } from "./columns";
import classes from "./data-table.module.css";

interface ListRowProps<TRow> {
  /** Place in the whole list, from 0. */
  index: number;
  /** Undefined while its page is on the way. */
  row: TRow | undefined;
  columns: readonly DataColumn<TRow>[];
  template: string;
  topPx: number;
  heightPx: number;
  active: boolean;
  openable: boolean;
  current: boolean;
  /** Null where rows cannot be selected. */
  selected: boolean | null;
  onToggle: () => void;
  onOpen: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  focusWhenThere: (element: HTMLElement | null) => void;
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest("a, button, input, label") !== null;
}

/** Controls in the cells are in the tab order with their row: a list of any length is a few stops. */
function rove(row: HTMLElement | null, active: boolean): void {
  for (const control of row?.querySelectorAll<HTMLElement>("a[href], button, input") ?? []) {
    control.tabIndex = active ? 0 : -1;
  }
}

/** One row of a virtual list: cells, or a placeholder of the same height. */
export function ListRow<TRow>(props: ListRowProps<TRow>) {
  const { index, row, columns, selected, focusWhenThere } = props;
  const t = useTranslations("table");
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => focusWhenThere(ref.current));
  useEffect(() => rove(ref.current, props.active));
  const open = (event: MouseEvent) => {
    if (row && props.openable && !isControl(event.target)) props.onOpen();
  };
  const cellOf = (column: DataColumn<TRow>): ReactNode =>
    row === undefined ? <Skeleton height={10} width="70%" /> : column.cell(row);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a virtual list are placed absolutely, which a table row cannot be.
    <div
      ref={ref}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      aria-current={props.current || undefined}
      className={classes.row}
      data-openable={props.openable || undefined}
      tabIndex={props.active ? 0 : -1}
      style={{
        gridTemplateColumns: props.template,
        height: props.heightPx,
        transform: `translateY(${props.topPx}px)`,
      }}
      onClick={open}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
    >
      {selected === null ? null : (
        // biome-ignore lint/a11y/useSemanticElements: see the row.
        // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus.
        <div role="gridcell" className={classes.selectCell}>
          <Checkbox
            size="xs"
            checked={selected}
            disabled={row === undefined}
            onChange={props.onToggle}
            aria-label={t("selectRow", { row: index + 1 })}
          />
        </div>
      )}
      {columns.map((column) => (
        <div
          key={column.id}
          role={column.rowHeader ? "rowheader" : "gridcell"}
          className={classes.cell}
          data-align={column.align}
        >
          {cellOf(column)}
        </div>
      ))}
    </div>
  );
}
