"use client";

import { Checkbox, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { DataColumn } from "./columns";
import classes from "./data-table.module.css";
import type { Sort } from "./page-request";

interface ListHeadProps<TRow> {
  columns: readonly DataColumn<TRow>[];
  template: string;
  sort: Sort | null;
  onSort: (column: string) => void;
  /** Null where rows cannot be selected. */
  selection: { all: boolean; some: boolean; onToggleAll: () => void } | null;
}

const ariaSort = { asc: "ascending", desc: "descending" } as const;

function SortMark({ direction }: { direction: "asc" | "desc" | undefined }) {
  const Icon =
    direction === "asc" ? IconArrowUp : direction === "desc" ? IconArrowDown : IconArrowsSort;
  return <Icon size={13} aria-hidden className={classes.sortMark} data-on={direction} />;
}

/** The sticky headings; those that the server sorts by are buttons. */
export function ListHead<TRow>(props: ListHeadProps<TRow>) {
  const { columns, sort, selection } = props;
  const t = useTranslations("table");
  return (
    // biome-ignore lint/a11y/useSemanticElements: heads of a virtual grid of divs.
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus.
    <div
      role="row"
      aria-rowindex={1}
      className={classes.headRow}
      style={{ gridTemplateColumns: props.template }}
    >
      {selection ? (
        // biome-ignore lint/a11y/useSemanticElements: see the row.
        // biome-ignore lint/a11y/useFocusableInteractive: its checkbox takes the focus.
        <div role="columnheader" className={classes.selectCell}>
          <Checkbox
            size="xs"
            checked={selection.all}
            indeterminate={selection.some && !selection.all}
            onChange={selection.onToggleAll}
            aria-label={t("selectAll")}
          />
        </div>
      ) : null}
      {columns.map((column) => {
        const direction = sort?.column === column.id ? sort.direction : undefined;
        return (
          // biome-ignore lint/a11y/useSemanticElements: see the row.
          // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus.
          <div
            key={column.id}
            role="columnheader"
            className={classes.headCell}
            data-align={column.align}
            aria-sort={direction ? ariaSort[direction] : undefined}
          >
            {column.sortable ? (
              <UnstyledButton
                className={classes.sortButton}
                onClick={() => props.onSort(column.id)}
                title={t("sortBy", { column: column.label })}
              >
                <span className={classes.headText}>{column.label}</span>
                <SortMark direction={direction} />
              </UnstyledButton>
            ) : (
              <span className={classes.headText}>{column.label}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}
