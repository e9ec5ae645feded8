import { createHash } from "node:crypto";
import type { MigrationTimeline } from "../timeline";

/** SHA-256 of every number and name of a timeline: equal timelines, and hardly any others, have equal ones. */
export function digestOf(timeline: MigrationTimeline): string {
  const text = JSON.stringify(timeline, (_, value) => {
    if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, exact);
    return typeof value === "number" ? exact(value) : value;
  });
  return createHash("sha256").update(text).digest("hex");
}

/** JSON has neither NaN nor infinities; everything else is printed to the last bit. */
function exact(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}
