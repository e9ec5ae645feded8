"use client";

import { onDemand } from "./on-demand";

/** Asks before something that others would miss. */
export const ConfirmDialog = onDemand(
  async () => (await import("./confirm-dialog-panel")).ConfirmDialogPanel,
);
