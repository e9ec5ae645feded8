"use client";

import { ErrorState } from "@/components/ui/error-state";
import { ApiError } from "@/lib/client/api-error";

interface QueryErrorProps {
  error: unknown;
  onRetry?: () => void;
  retrying?: boolean;
}

/** The error state of a failed read or write. */
export function QueryError({ error, ...others }: QueryErrorProps) {
  const code = error instanceof ApiError ? error.code : "unknown";
  const requestId = error instanceof ApiError ? error.requestId : null;
  return <ErrorState code={code} requestId={requestId} {...others} />;
}
