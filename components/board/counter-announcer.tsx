"use client";

import { VisuallyHidden } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { BoardSummary } from "@/lib/world/board-schema";
import { usePercentText } from "./use-percent-text";

/** Often enough to follow, seldom enough to listen to. */
const QUIET_MILLISECONDS = 20_000;

/** Says politely how far the migration is, at most every twenty seconds and only when it changed. */
export function CounterAnnouncer({ board }: { board: BoardSummary }) {
  const t = useTranslations("board");
  const format = useFormatter();
  const percent = usePercentText();
  const sentence = t("announce", {
    percent: board.progressRatio === null ? "" : percent(board.progressRatio),
    completed: format.number(board.counters.completed),
    total: format.number(board.totalVms),
    errors: format.number(board.counters.error),
  });
  const latest = useRef(sentence);
  latest.current = sentence;
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current), QUIET_MILLISECONDS);
    return () => clearInterval(timer);
  }, []);
  return (
    <VisuallyHidden aria-live="polite" role="status">
      {said}
    </VisuallyHidden>
  );
}
