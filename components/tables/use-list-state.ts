"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { useSearchParamSetter } from "@/components/ui/use-search-param";
import { formatSort, type ListState, parseSort, type Sort } from "./page-request";

export interface ListStateControls extends ListState {
  setSort: (sort: Sort | null) => void;
  setSearch: (search: string) => void;
  setFilter: (id: string, value: string | null) => void;
  /** Takes away the search and every filter. */
  clear: () => void;
}

/**
 * Sort, search and filters of a list, kept in the address so that a link shows the same rows:
 * `sort=name.desc`, `q=text`, `filter.<id>=value`, each behind `<prefix>.` when a page has two lists.
 */
export function useListState(
  filterIds: readonly string[],
  defaultSort: Sort | null,
  prefix = "",
): ListStateControls {
  const parameters = useSearchParams();
  const set = useSearchParamSetter();
  const nameOf = useCallback((name: string) => (prefix ? `${prefix}.${name}` : name), [prefix]);
  const sortText = parameters.get(nameOf("sort"));
  const search = parameters.get(nameOf("q")) ?? "";
  const idsText = filterIds.join("\n");
  const filters = useMemo(() => {
    const ids = idsText === "" ? [] : idsText.split("\n");
    const entries = ids.flatMap((id) => {
      const value = parameters.get(nameOf(`filter.${id}`));
      return value === null ? [] : [[id, value] as const];
    });
    return Object.fromEntries(entries);
  }, [idsText, nameOf, parameters]);
  const sort = useMemo(() => parseSort(sortText) ?? defaultSort, [sortText, defaultSort]);
  return {
    sort,
    search,
    filters,
    setSort: (next) => set({ [nameOf("sort")]: next ? formatSort(next) : null }),
    setSearch: (next) => set({ [nameOf("q")]: next }),
    setFilter: (id, value) => set({ [nameOf(`filter.${id}`)]: value }),
    clear: () => {
      const names = ["q", ...filterIds.map((id) => `filter.${id}`)];
      set(Object.fromEntries(names.map((name) => [nameOf(name), null])));
    },
  };
}
