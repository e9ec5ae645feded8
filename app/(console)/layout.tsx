import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/shell/console-shell";
import { requireSession } from "@/lib/server/session";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [caller, cookieStore] = await Promise.all([requireSession(), cookies()]);
  return (
    <ConsoleShell caller={caller} navCollapsed={cookieStore.get("nav")?.value === "collapsed"}>
      {children}
    </ConsoleShell>
  );
}
