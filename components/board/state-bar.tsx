"use client";

import { useTranslations } from "next-intl";
import type { BOARD_STATES, Counters } from "@/lib/world/board-schema";
import classes from "./board-state.module.css";

/** What is over first, what has not begun last: the bar fills up from the left. */
const ORDER = [
  "completed",
  "warning",
  "error",
  "cancelled",
  "inSwitchover",
  "waitingForSwitchover",
  "inTransfer",
  "queued",
  "draft",
] as const satisfies readonly (typeof BOARD_STATES)[number][];

interface StateBarProps {
  counters: Counters;
  tall?: boolean;
  /** Time runs: the part in transfer moves, unless the reader wants things still. */
  moving?: boolean;
}

/** VMs by state as one bar. */
export function StateBar({ counters, tall = false, moving = false }: StateBarProps) {
  const t = useTranslations("board");
  const present = ORDER.filter((state) => counters[state] > 0);
  const label = present
    .map((state) => t("stateCount", { state: t(`states.${state}`), count: counters[state] }))
    .join(", ");
  return (
    <div
      className={`${classes.bar} ${classes.colors}`}
      data-tall={tall}
      data-moving={moving}
      role="img"
      aria-label={label === "" ? t("noVms") : label}
    >
      {present.map((state) => (
        <span
          key={state}
          className={classes.segment}
          data-state={state}
          style={{ flexGrow: counters[state], flexBasis: 0 }}
        />
      ))}
    </div>
  );
}
