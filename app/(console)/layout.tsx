import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/shell/console-shell";
import { Hydrated } from "@/components/shell/hydrated";
import { QueryProvider } from "@/components/shell/query-provider";
import { projectsQuery } from "@/lib/client/project-queries";
import { listProjects } from "@/lib/server/projects";
import { requireSession } from "@/lib/server/session";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const [caller, cookieStore] = await Promise.all([requireSession(), cookies()]);
  // The header names the open project. It asks for the list and not for the project: a query that exists before
  // its page has brought the data would keep that data off the first paint.
  const projects = await listProjects();
  return (
    <NextIntlClientProvider>
      <QueryProvider>
        <Hydrated data={[[projectsQuery().queryKey, projects]]}>
          <ConsoleShell
            caller={caller}
            navCollapsed={cookieStore.get("nav")?.value === "collapsed"}
          >
            {children}
          </ConsoleShell>
        </Hydrated>
      </QueryProvider>
    </NextIntlClientProvider>
  );
}
