import type { ColumnValues } from "@/lib/inventory/row-search";
import type { MoveGroupRow } from "./move-group-schema";

/** How move groups are searched and sorted, on the page and in the file that it downloads. */
export const MOVE_GROUP_VALUES = {
  name: (row) => row.name,
  vmCount: (row) => row.vmCount,
  cohesionRatio: (row) => row.cohesionRatio,
  outsideLinks: (row) => row.outsideLinks,
  blockers: (row) => row.blockers.length,
  tags: (row) => row.tags.join(", "),
} satisfies ColumnValues<MoveGroupRow>;
