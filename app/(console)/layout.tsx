import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/shell/console-shell";
import { QueryProvider } from "@/components/shell/query-provider";
import { requireSession } from "@/lib/server/session";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [caller, cookieStore] = await Promise.all([requireSession(), cookies()]);
  return (
    <NextIntlClientProvider>
      <QueryProvider>
        <ConsoleShell caller={caller} navCollapsed={cookieStore.get("nav")?.value === "collapsed"}>
          {children}
        </ConsoleShell>
      </QueryProvider>
    </NextIntlClientProvider>
  );
}
