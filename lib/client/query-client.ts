import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api";

/** A read is repeated at most twice, and only when the server or the network failed. */
const maximumRetries = 2;

/**
 * A failure worth repeating: the network, or the server's own fault (5xx).
 * A refusal (4xx) would be refused again.
 */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof ApiError) return error.status === 0 || error.status >= 500;
  return false;
}

/** Builds the cache of one page (browser) or of one request (server). */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Long enough that hydrated data is not fetched again at once, short enough for a team.
        staleTime: 30_000,
        retry: (failures, error) => failures < maximumRetries && isWorthRetrying(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}
