import { z } from "zod";
import { searchRows } from "@/lib/inventory/row-search";
import {
  type BoardEvent,
  type BoardRow,
  boardEventsQuerySchema,
  boardRowsQuerySchema,
  type GroupSummary,
} from "@/lib/world/board-schema";
import { boardSentence } from "@/lib/world/message-words";
import { readBoard, readBoardEvents, readBoardRows, readWorldView } from "../world-views";
import {
  type ExportList,
  type ExportValue,
  pagedRows,
  parseQuery,
  rowQueryOf,
  rowsOf,
} from "./export-table";
import { simulatedTimeText } from "./simulated-time";

/** Lists of the board at an instant: `at` in seconds after the world's epoch, now where it is left out. */

const moment = z.looseObject({ at: z.coerce.number().min(0).optional() });

/** As many rows as the board's own queries give at once. */
const BOARD_PAGE_ROWS = 1_000;

export const exportBoardVms: ExportList = async ({ projectId, query, texts }) => {
  const { at } = parseQuery(moment, query);
  const parsed = parseQuery(boardRowsQuerySchema, query);
  const { clock } = await readWorldView(projectId, at);
  // One instant for all pages: the clock may run while the file is written.
  const atSeconds = at ?? clock.nowSeconds;
  const page = (offset: number) =>
    readBoardRows(projectId, atSeconds, { ...parsed, offset, limit: BOARD_PAGE_ROWS });
  const time = simulatedTimeText(clock.epochIso, clock.timeZone);
  const name = (key: string) => texts(`board.columns.${key}`);
  const values = (row: BoardRow): ExportValue[] => [
    row.vmName,
    row.groupName,
    texts(`groups.types.${row.type}`),
    texts(`board.states.${row.state}`),
    row.phase === null ? null : texts(`phases.names.${row.phase}`),
    row.progressRatio,
    row.rateBytesPerSecond,
    row.bytesTransferred,
    row.bytesTotal,
    time(row.etaSeconds),
    row.message ? boardSentence(texts, row.message) : null,
  ];
  return {
    fileName: "landfall-migrations",
    sheet: texts("board.migrations"),
    columns: [
      { label: name("vm"), width: 32 },
      { label: name("group"), width: 24 },
      { label: name("type"), width: 24 },
      { label: name("state"), width: 24 },
      { label: name("phase"), width: 24 },
      { label: name("progress"), format: "percent" },
      { label: texts("export.bytesPerSecond", { name: name("rate") }), format: "integer" },
      { label: texts("export.bytes", { name: name("transferred") }), format: "integer" },
      { label: texts("export.bytes", { name: texts("export.board.total") }), format: "integer" },
      { label: texts("export.zoned", { name: name("eta"), zone: clock.timeZone }), width: 20 },
      { label: name("status"), width: 60 },
    ],
    rows: pagedRows(await page(0), page, values),
  };
};

export const exportBoardEvents: ExportList = async ({ projectId, query, texts }) => {
  const { at } = parseQuery(moment, query);
  const parsed = parseQuery(boardEventsQuerySchema, query);
  const { clock } = await readWorldView(projectId, at);
  const atSeconds = at ?? clock.nowSeconds;
  const page = async (offset: number) => {
    const events = await readBoardEvents(projectId, atSeconds, {
      ...parsed,
      offset,
      limit: BOARD_PAGE_ROWS,
    });
    return { rows: events.events, total: events.total };
  };
  const time = simulatedTimeText(clock.epochIso, clock.timeZone);
  const name = (key: string) => texts(`board.columns.${key}`);
  const values = (event: BoardEvent): ExportValue[] => [
    time(event.atSeconds),
    texts(`board.severities.${event.severity}`),
    boardSentence(texts, event.message),
    event.vmName,
    event.groupName,
    texts(`board.sources.${event.source}`),
  ];
  return {
    fileName: "landfall-events",
    sheet: texts("board.events"),
    columns: [
      { label: texts("export.zoned", { name: name("time"), zone: clock.timeZone }), width: 20 },
      { label: name("severity") },
      { label: name("event"), width: 80 },
      { label: name("vm"), width: 32 },
      { label: name("group"), width: 24 },
      { label: name("source"), width: 20 },
    ],
    rows: pagedRows(await page(0), page, values),
  };
};

const GROUP_VALUES = {
  name: (group: GroupSummary) => group.name,
  state: (group: GroupSummary) => group.state,
  totalVms: (group: GroupSummary) => group.totalVms,
  mesh: (group: GroupSummary) => group.serviceMeshName,
};

export const exportGroups: ExportList = async ({ projectId, query, texts }) => {
  const { at } = parseQuery(moment, query);
  const [{ groups }, { clock }] = await Promise.all([
    readBoard(projectId, at),
    readWorldView(projectId, at),
  ]);
  const time = simulatedTimeText(clock.epochIso, clock.timeZone);
  const name = (key: string) => texts(`groups.columns.${key}`);
  const zoned = (label: string) => texts("export.zoned", { name: label, zone: clock.timeZone });
  return {
    fileName: "landfall-groups",
    sheet: texts("shell.nav.groups"),
    columns: [
      { label: name("name"), width: 32 },
      { label: name("state"), width: 24 },
      { label: name("vms"), format: "integer" },
      { label: name("type"), width: 40 },
      { label: name("progress"), format: "percent" },
      { label: zoned(texts("export.groups.windowStart")), width: 20 },
      { label: zoned(texts("export.groups.windowEnd")), width: 20 },
      { label: zoned(texts("export.groups.started")), width: 20 },
      { label: zoned(texts("export.groups.finished")), width: 20 },
    ],
    rows: rowsOf(searchRows(groups, GROUP_VALUES, rowQueryOf(query)), (group) => [
      group.name,
      texts(`board.groupStates.${group.state}`),
      group.totalVms,
      group.types
        .map(({ type, count }) =>
          texts("groups.typeCount", { type: texts(`groups.types.${type}`), count }),
        )
        .join(", "),
      group.progressRatio,
      time(group.switchoverWindow?.startSeconds ?? null),
      time(group.switchoverWindow?.endSeconds ?? null),
      time(group.startedAtSeconds),
      time(group.finishedAtSeconds),
    ]),
  };
};
