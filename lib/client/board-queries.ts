import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import {
  type BoardEvent,
  type BoardEventsQuery,
  type BoardRow,
  type BoardRowPage,
  type BoardRowsQuery,
  type BoardSummary,
  boardEventPageSchema,
  boardRowPageSchema,
  boardSummarySchema,
  type MigrationDetail,
  migrationDetailSchema,
} from "@/lib/world/board-schema";
import {
  type BoardUtilisation,
  boardUtilisationSchema,
} from "@/lib/world/board-utilisation-schema";
import { apiFetch } from "./api";
import { projectPath } from "./world-queries";

/** How often a board is asked again while time runs; slow enough that 1,000 rows cost nothing. */
const POLL_MILLISECONDS = 1_500;

/** Which instant is looked at, and whether it moves on by itself. */
export interface BoardMoment {
  /** Null is now. */
  at: number | null;
  /** The clock runs, so that the answer is soon out of date. */
  running: boolean;
}

function pollOf(moment: BoardMoment): number | false {
  return moment.at === null && moment.running ? POLL_MILLISECONDS : false;
}

/** A query in the plain shape that lists take: they build one for every page that is on screen. */
export interface ListQuery<TPage> {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal }) => Promise<TPage>;
  refetchInterval: number | false;
}

function boardPath(projectId: string): string {
  return `${projectPath(projectId)}/board`;
}

/** Counters, groups, throughput and forecast of the whole project. */
export const boardQuery = (projectId: string, moment: BoardMoment) =>
  queryOptions({
    queryKey: ["project", projectId, "board", "summary", { at: moment.at }],
    queryFn: ({ signal }): Promise<BoardSummary> =>
      apiFetch(boardPath(projectId), {
        schema: boardSummarySchema,
        query: { at: moment.at },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: pollOf(moment),
  });

/** One page of migrations. */
export function boardRowsQuery(
  projectId: string,
  moment: BoardMoment,
  query: Partial<BoardRowsQuery>,
): ListQuery<BoardRowPage> {
  return {
    queryKey: ["project", projectId, "board", "rows", { at: moment.at, ...query }],
    queryFn: ({ signal }) =>
      apiFetch(`${boardPath(projectId)}/vms`, {
        schema: boardRowPageSchema,
        query: { at: moment.at, ...query },
        signal,
      }),
    refetchInterval: pollOf(moment),
  };
}

/** The migrations that lists have read so far, by id: what a selection is about. */
export function knownMigrations(client: QueryClient, projectId: string): Map<string, BoardRow> {
  const pages = client.getQueriesData<BoardRowPage>({
    queryKey: ["project", projectId, "board", "rows"],
  });
  return new Map(
    pages.flatMap(([, page]) => (page?.rows ?? []).map((row) => [row.migrationId, row] as const)),
  );
}

/** A page of events in the shape that lists take. */
export interface EventPage {
  total: number;
  rows: BoardEvent[];
}

/** What happened up to the moment, newest first. */
export function boardEventsQuery(
  projectId: string,
  moment: BoardMoment,
  query: Partial<BoardEventsQuery>,
): ListQuery<EventPage> {
  return {
    queryKey: ["project", projectId, "board", "events", { at: moment.at, ...query }],
    queryFn: async ({ signal }) => {
      const page = await apiFetch(`${boardPath(projectId)}/events`, {
        schema: boardEventPageSchema,
        query: { at: moment.at, ...query },
        signal,
      });
      return { total: page.total, rows: page.events };
    },
    refetchInterval: pollOf(moment),
  };
}

/** One migration with its phases, disks, downtime and what can be done about it. */
export const migrationQuery = (projectId: string, moment: BoardMoment, migrationId: string) =>
  queryOptions({
    queryKey: ["project", projectId, "board", "migration", migrationId, { at: moment.at }],
    queryFn: ({ signal }): Promise<MigrationDetail> =>
      apiFetch(`${boardPath(projectId)}/migrations/${encodeURIComponent(migrationId)}`, {
        schema: migrationDetailSchema,
        query: { at: moment.at },
        signal,
      }),
    placeholderData: (previous) => (previous?.migrationId === migrationId ? previous : undefined),
    refetchInterval: pollOf(moment),
  });

/** How busy links, appliances and hosts were up to the moment. */
export const utilisationQuery = (projectId: string, moment: BoardMoment) =>
  queryOptions({
    queryKey: ["project", projectId, "board", "utilisation", { at: moment.at }],
    queryFn: ({ signal }): Promise<BoardUtilisation> =>
      apiFetch(`${boardPath(projectId)}/utilisation`, {
        schema: boardUtilisationSchema,
        query: { at: moment.at },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: pollOf(moment),
  });
