import type { DelimitedTable } from "./delimited/delimited-table";
import { type DependencyReading, readDependencies } from "./dependency/read-dependencies";
import type { ReadingSession } from "./part-reading";
import { type PerformanceReading, readPerformance } from "./performance/read-performance";
import type { ConfidenceNote, SheetReport } from "./schema";

/** What the reader of a table says of its rows and columns, whatever it made of them. */
export interface TableReading {
  readonly sheets: SheetReport[];
  readonly notes: ConfidenceNote[];
}

export type { DependencyReading, PerformanceReading };

export type TableReader<Reading extends TableReading> = (
  table: DelimitedTable,
  session: ReadingSession,
) => Promise<Reading>;

/** What reads the tables that are no inventory. Null: nothing does, and such files end as `unsupportedKind`. */
export const TABLE_READERS: {
  readonly dependencyCsv: TableReader<DependencyReading> | null;
  readonly performanceCsv: TableReader<PerformanceReading> | null;
} = {
  dependencyCsv: readDependencies,
  performanceCsv: readPerformance,
};
