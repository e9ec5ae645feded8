"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { notify } from "@/components/ui/notify";
import { isUnfinished } from "@/lib/client/imports-queries";
import { projectQuery, projectsQuery } from "@/lib/client/project-queries";
import type { ImportRecord } from "@/lib/discovery/import-schema";

/** When an import ends, on whatever page of the project: says so, and forgets what was read of the old one. */
export function useImportEnd(projectId: string, imports: readonly ImportRecord[] | undefined) {
  const t = useTranslations("imports.end");
  const client = useQueryClient();
  const running = useRef(new Set<string>());
  useEffect(() => {
    for (const record of imports ?? []) {
      if (isUnfinished(record)) running.current.add(record.id);
      else if (running.current.delete(record.id)) {
        if (record.status === "failed") {
          notify({ kind: "error", message: t("failed", { file: record.fileName }) });
        }
        if (record.status !== "succeeded") continue;
        notify({ kind: "success", message: t("succeeded", { vms: record.vmCount }) });
        void client.invalidateQueries({ queryKey: projectQuery(projectId).queryKey });
        void client.invalidateQueries({ queryKey: projectsQuery().queryKey });
      }
    }
  }, [imports, client, projectId, t]);
}
