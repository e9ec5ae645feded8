import type { Tone } from "@/components/ui/tone";
import type { BoardEvent, BoardState, GroupSummary } from "@/lib/world/board-schema";

/** How each state feels; its own colour is set by `data-state` in board-state.module.css. */
export const stateTone: Record<BoardState, Tone> = {
  draft: "neutral",
  queued: "neutral",
  inTransfer: "progress",
  waitingForSwitchover: "info",
  inSwitchover: "progress",
  completed: "success",
  warning: "warning",
  error: "danger",
  cancelled: "neutral",
};

export const groupTone: Record<GroupSummary["state"], Tone> = {
  draft: "neutral",
  scheduled: "info",
  running: "progress",
  completed: "success",
  completedWithErrors: "warning",
  cancelled: "neutral",
};

export const severityTone: Record<BoardEvent["severity"], Tone> = {
  info: "info",
  warning: "warning",
  error: "danger",
};
