"use client";

import { ActionIcon, Button, CloseButton, Menu, Select, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconColumns3, IconFilterOff, IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { DataColumn } from "./columns";
import classes from "./data-table.module.css";
import type { ListStateControls } from "./use-list-state";

/** A choice that the server filters by. */
export interface ListFilter {
  /** The server's name of the filter. */
  id: string;
  label: string;
  options: readonly { value: string; label: string }[];
}

export type Density = "compact" | "comfortable";

interface ListToolbarProps<TRow> {
  state: ListStateControls;
  onClear: () => void;
  searchable: boolean;
  filters: readonly ListFilter[];
  total: number | null;
  columns: readonly DataColumn<TRow>[];
  isVisible: (columnId: string) => boolean;
  onToggleColumn: (columnId: string) => void;
  density: Density;
  onDensity: (density: Density) => void;
  actions: ReactNode;
}

/** Waits until a person stops typing before it asks the server. */
const searchDelayMs = 250;

function SearchField({ state }: { state: ListStateControls }) {
  const t = useTranslations("table");
  const [text, setText] = useState(state.search);
  useEffect(() => setText(state.search), [state.search]);
  const send = useDebouncedCallback(state.setSearch, searchDelayMs);
  const field = useRef<HTMLInputElement>(null);
  const change = (next: string) => {
    setText(next);
    send(next);
  };
  return (
    <TextInput
      ref={field}
      type="search"
      size="xs"
      className={classes.search}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      placeholder={t("search")}
      aria-label={t("search")}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        text === "" ? null : (
          <CloseButton
            size="xs"
            onClick={() => {
              change("");
              field.current?.focus();
            }}
            aria-label={t("clearSearch")}
          />
        )
      }
    />
  );
}

function ViewMenu<TRow>(props: ListToolbarProps<TRow>) {
  const t = useTranslations("table");
  const firstChoice = props.columns.find((column) => !column.rowHeader)?.id;
  return (
    <Menu position="bottom-end" closeOnItemClick={false} width={240}>
      <Menu.Target>
        <ActionIcon size={30} aria-label={t("columns")}>
          <IconColumns3 size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("columns")}</Menu.Label>
        {/* biome-ignore lint/a11y/useSemanticElements: a group of menu items, not of form fields. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys. */}
        <div role="group" tabIndex={0} aria-label={t("columns")} className={classes.columnChoices}>
          {props.columns.map((column) => (
            <Menu.CheckboxItem
              key={column.id}
              checked={props.isVisible(column.id)}
              disabled={column.rowHeader ?? false}
              // Not the frame that scrolls, from which no arrow leads to an item.
              data-autofocus={column.id === firstChoice || undefined}
              onChange={() => props.onToggleColumn(column.id)}
            >
              {column.label}
            </Menu.CheckboxItem>
          ))}
        </div>
        <Menu.Divider />
        <Menu.Label>{t("density")}</Menu.Label>
        <Menu.RadioGroup
          value={props.density}
          onChange={(density) =>
            props.onDensity(density === "comfortable" ? "comfortable" : "compact")
          }
        >
          <Menu.RadioItem value="compact">{t("densityCompact")}</Menu.RadioItem>
          <Menu.RadioItem value="comfortable">{t("densityComfortable")}</Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Search, filters, count, and how the list is shown. */
export function ListToolbar<TRow>(props: ListToolbarProps<TRow>) {
  const { state, searchable, filters, total, actions } = props;
  const t = useTranslations("table");
  const narrowed = state.search !== "" || Object.keys(state.filters).length > 0;
  return (
    <div className={`${classes.toolbar} lf-no-print`}>
      {searchable ? <SearchField state={state} /> : null}
      {filters.map((filter) => (
        <Select
          key={filter.id}
          size="xs"
          className={classes.filter}
          aria-label={filter.label}
          placeholder={`${filter.label}: ${t("filterAny")}`}
          data={filter.options.map((option) => ({ ...option }))}
          value={state.filters[filter.id] ?? null}
          onChange={(value) => state.setFilter(filter.id, value)}
          clearable
          searchable={filter.options.length > 10}
          comboboxProps={{ width: "max-content", position: "bottom-start" }}
        />
      ))}
      {narrowed ? (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={14} aria-hidden />}
          onClick={props.onClear}
        >
          {t("clearFilters")}
        </Button>
      ) : null}
      <Text fz="xs" c="dimmed" className={classes.total} role="status">
        {total === null ? "" : t("total", { count: total })}
      </Text>
      {actions}
      <ViewMenu {...props} />
    </div>
  );
}
