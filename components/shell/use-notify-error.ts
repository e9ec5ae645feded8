"use client";

import { useCallback } from "react";
import { useErrorSentence } from "@/components/ui/error-sentence";
import { notify } from "@/components/ui/notify";
import { ApiError } from "@/lib/client/api";

/** Tells of a failed write in a notification, for commands that have no form to show it in. */
export function useNotifyError(): (error: unknown) => void {
  const sentence = useErrorSentence();
  return useCallback(
    (error) =>
      notify({
        kind: "error",
        message: sentence(error instanceof ApiError ? error.code : "unknown"),
      }),
    [sentence],
  );
}
