"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useCan } from "@/components/shell/caller-context";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { useChangeClock, worldQuery } from "@/lib/client/world-queries";
import { type ClockRequest, SPEEDS } from "@/lib/world/api-schema";
import { type HeardClock, neighbourSpeed } from "./simulated-now";

export interface ClockControl {
  clock: HeardClock;
  /** Contributor and above; a Reader sees the clock and cannot touch it. */
  mayOperate: boolean;
  /** Why not, for a tooltip. */
  reason: string;
  pending: boolean;
  change: (request: ClockRequest) => void;
  togglePaused: () => void;
  stepSpeed: (step: 1 | -1) => void;
}

/** The clock of a project's world with what moves it; null until the first answer. */
export function useClock(projectId: string): ClockControl | null {
  const t = useTranslations("board.clock");
  const { data, dataUpdatedAt } = useQuery(worldQuery(projectId));
  const { mutate, isPending } = useChangeClock(projectId);
  const notifyError = useNotifyError();
  const mayOperate = useCan("Contributor");
  const view = data?.clock;
  return useMemo(() => {
    if (!view) return null;
    const change = (request: ClockRequest) => mutate(request, { onError: notifyError });
    return {
      clock: { view, heardAtMs: dataUpdatedAt },
      mayOperate,
      reason: t("needsContributor"),
      pending: isPending,
      change,
      togglePaused: () => change({ action: view.paused ? "resume" : "pause" }),
      stepSpeed: (step) => {
        const speed = neighbourSpeed(view.speed, step);
        if (speed !== view.speed) change({ action: "setSpeed", speed });
      },
    };
  }, [view, dataUpdatedAt, mutate, isPending, notifyError, mayOperate, t]);
}

/** The choices of a speed menu: the listed speeds, and the one that is set if it is another. */
export function speedChoices(current: number): number[] {
  const listed: number[] = [...SPEEDS];
  return listed.includes(current) ? listed : [...listed, current].sort((a, b) => a - b);
}
