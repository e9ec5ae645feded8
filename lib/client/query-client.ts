import { QueryCache, QueryClient } from "@tanstack/react-query";
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

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.code === "notSignedIn";
}

/**
 * Builds the cache of one page (browser) or of one request (server). `onSignedOut` is told when a read is
 * refused because the session has ended: a board that polls would else stand still without a word.
 */
export function createQueryClient(onSignedOut: () => void = () => {}): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isSignedOut(error)) onSignedOut();
      },
    }),
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
