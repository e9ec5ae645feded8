"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { createQueryClient } from "@/lib/client/query-client";

/** To the sign-in page, which leads back to where the reader is. */
export function signInAgain(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?next=${encodeURIComponent(`${pathname}${search}`)}`);
}

/** One cache a browser tab; on the server, one a request. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(() => createQueryClient(signInAgain));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
