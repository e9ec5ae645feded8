"use client";

import { NoData } from "@/components/ui/no-data";
import type { BoardState } from "@/lib/world/board-schema";
import stateClasses from "./board-state.module.css";
import classes from "./progress-cell.module.css";
import { usePercentText } from "./use-percent-text";

interface ProgressCellProps {
  ratio: number | null;
  state: BoardState;
}

/** A small bar and its percent. */
export function ProgressCell({ ratio, state }: ProgressCellProps) {
  const percent = usePercentText();
  if (ratio === null) return <NoData />;
  return (
    <div className={`${classes.cell} ${stateClasses.colors}`} data-state={state}>
      <div className={classes.track} aria-hidden>
        <div className={classes.fill} style={{ width: `${ratio * 100}%` }} />
      </div>
      <span className={classes.text}>{percent(ratio)}</span>
    </div>
  );
}
