"use client";

import { type UseQueryOptions, type UseQueryResult, useQueries } from "@tanstack/react-query";
import { useCallback, useMemo, useRef } from "react";
import { type ListState, type Page, type PageRequest, pageOffsets } from "./page-request";

/** Fits two screens of compact rows, and is well under the server's bound of 500. */
export const pageSize = 100;

/** Builds the query of one page; usually a `queryOptions` factory of `lib/client`. */
export type PageQuery<TRow> = (
  request: PageRequest,
) => Pick<UseQueryOptions<Page<TRow>>, "queryKey" | "queryFn" | "refetchInterval" | "staleTime">;

export interface RowWindow<TRow> {
  /** Null until the first answer. */
  total: number | null;
  /** Whether it is the answer to what is asked now, and not to what was asked before. */
  isCurrent: boolean;
  /** The row at an index of the whole list, or undefined while its page is on the way. */
  rowAt: (index: number) => TRow | undefined;
  /** The rows of the pages around what is visible, with their index in the whole list. */
  loaded: readonly { index: number; row: TRow }[];
  error: unknown;
  isFetching: boolean;
  refetch: () => void;
}

/** Reads the pages that cover rows `first` to `last`, and keeps what was read in the cache. */
export function useRowWindow<TRow>(
  pageQuery: PageQuery<TRow>,
  state: ListState,
  first: number,
  last: number,
): RowWindow<TRow> {
  const offsets = pageOffsets(Math.max(first, 0), Math.max(last, 0), pageSize);
  // The first page is always there: it knows the total, and the top is where people return to.
  const wanted = offsets.includes(0) ? offsets : [0, ...offsets];
  const wantedText = wanted.join();
  const combine = useCallback(
    (results: UseQueryResult<Page<TRow>>[]) => {
      const starts = wantedText.split(",").map(Number);
      const pages = results.map((result) => result.data);
      return {
        total: pages.find((page) => page !== undefined)?.total ?? null,
        loaded: pages.flatMap((page, position) =>
          (page?.rows ?? []).map((row, within) => ({
            index: (starts[position] ?? 0) + within,
            row,
          })),
        ),
        error: results.find((result) => result.isError)?.error ?? null,
        isFetching: results.some((result) => result.isFetching),
        refetches: results.map((result) => result.refetch),
      };
    },
    [wantedText],
  );
  const { refetches, ...rows } = useQueries({
    queries: wanted.map((offset) => pageQuery({ ...state, offset, limit: pageSize })),
    combine,
  });
  // Another sort, search or filter is another query: until it is answered, what was there stays, and with it the
  // field or the heading that has the focus.
  const answered = useRef(rows);
  if (rows.total !== null) answered.current = rows;
  const { total, loaded } = answered.current;
  const byIndex = useMemo(() => new Map(loaded.map(({ index, row }) => [index, row])), [loaded]);
  return {
    total,
    isCurrent: rows.total !== null,
    loaded,
    error: rows.error,
    isFetching: rows.isFetching,
    rowAt: (index) => byIndex.get(index),
    refetch: () => {
      for (const refetch of refetches) void refetch();
    },
  };
}
