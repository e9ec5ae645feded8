"use client";

import { onDemand } from "@/components/ui/on-demand";

export const FaultDialog = onDemand(async () => (await import("./fault-dialog")).FaultDialog);
export const RescheduleDialog = onDemand(
  async () => (await import("./reschedule-dialog")).RescheduleDialog,
);
