import { dehydrate, HydrationBoundary, type QueryKey } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { createQueryClient } from "@/lib/client/query-client";

interface HydratedProps {
  /** What the page has loaded, under the keys that its components ask with. */
  data: readonly (readonly [QueryKey, unknown])[];
  children: ReactNode;
}

/** Hands what a page loaded on the server to the components' queries, so that they paint at once. */
export function Hydrated({ data, children }: HydratedProps) {
  const client = createQueryClient();
  for (const [key, value] of data) client.setQueryData(key, value);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
