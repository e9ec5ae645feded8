import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { QueryError } from "./query-error";

interface LoadingOrErrorProps {
  query: Pick<UseQueryResult, "error" | "refetch" | "isFetching">;
  /** The shape of what is coming. */
  skeleton: ReactNode;
}

/** What stands in the place of a query's data as long as there is none. */
export function LoadingOrError({ query, skeleton }: LoadingOrErrorProps) {
  const { error, refetch, isFetching } = query;
  if (!error) return <>{skeleton}</>;
  return <QueryError error={error} onRetry={() => void refetch()} retrying={isFetching} />;
}
