"use client";

import { PageError, type PageErrorProps } from "@/components/ui/page-error";

/** Within the console: its navigation stays. */
export default function ConsoleErrorPage(props: PageErrorProps) {
  return <PageError {...props} />;
}
