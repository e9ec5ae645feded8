import type { Tone } from "@/components/ui/tone";
import type { BoardEvent, GroupSummary } from "@/lib/world/board-schema";

/** How a group's state feels. */
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
