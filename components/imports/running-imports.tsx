"use client";

import { Anchor, Progress } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { sectionHref } from "@/components/shell/sections";
import { importsQuery, isUnfinished } from "@/lib/client/imports-queries";
import type { ImportRecord } from "@/lib/discovery/import-schema";
import { overallRatio } from "./import-progress";
import classes from "./running-imports.module.css";
import { useImportEnd } from "./use-import-end";

function RunningImport({ record }: { record: ImportRecord }) {
  const t = useTranslations("imports.progress");
  const format = useFormatter();
  const ratio = record.progress ? overallRatio(record.progress) : 0;
  const percent = format.number(Math.floor(ratio * 100) / 100, { style: "percent" });
  const title = record.status === "receiving" ? t("receiving") : t("reading");
  return (
    <div className={classes.bar}>
      <strong>{title}</strong>
      <span className={classes.file}>{record.fileName}</span>
      <Progress.Root size="md" className={classes.progress}>
        <Progress.Section value={ratio * 100} aria-label={title} aria-valuetext={percent} />
      </Progress.Root>
      <span className="lf-numeric">{percent}</span>
      <Anchor component={Link} href={sectionHref(record.projectId, "imports")}>
        {t("watch")}
      </Anchor>
    </div>
  );
}

/** On every page of a project: which imports are being read, and what follows when one has ended. */
export function RunningImports({ projectId }: { projectId: string }) {
  const { data: imports } = useQuery(importsQuery(projectId));
  const pathname = usePathname();
  useImportEnd(projectId, imports);
  // The page of the imports shows them larger.
  if (pathname === sectionHref(projectId, "imports")) return null;
  return imports
    ?.filter(isUnfinished)
    .map((record) => <RunningImport key={record.id} record={record} />);
}
