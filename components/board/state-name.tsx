"use client";

import { useTranslations } from "next-intl";
import type { BoardState } from "@/lib/world/board-schema";
import classes from "./board-state.module.css";

/** A migration's state: its colour and its name. */
export function StateName({ state }: { state: BoardState }) {
  const t = useTranslations("board.states");
  return (
    <span className={`${classes.name} ${classes.colors}`} data-state={state}>
      <span className={classes.dot} aria-hidden />
      {t(state)}
    </span>
  );
}
