"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { sectionHref } from "@/components/shell/sections";
import { LazyLink } from "@/components/ui/lazy-link";
import { StatusDot } from "@/components/ui/status-dot";
import { importQuery, importsQuery } from "@/lib/client/imports-queries";
import type { DataConfidence } from "@/lib/discovery/schema";
import classes from "./confidence-chip.module.css";
import { notesToHeed } from "./confidence-summary";

interface ConfidenceChipProps {
  projectId: string;
  /** The import to speak of; left out for the one in use. */
  importId?: string | undefined;
}

function ChipFacts({ confidence }: { confidence: DataConfidence }) {
  const t = useTranslations("imports.chip");
  const { exportAgeDays } = confidence;
  const heed = notesToHeed(confidence);
  return (
    <>
      <span className={classes.fact}>
        {exportAgeDays === null ? t("ageUnknown") : t("age", { days: Math.floor(exportAgeDays) })}
      </span>
      <span className={classes.fact}>{t("notes", { count: heed })}</span>
    </>
  );
}

/** What the page's figures rest on, in a line: the file, its age, and how much is to be minded. */
export function ConfidenceChip({ projectId, importId }: ConfidenceChipProps) {
  const t = useTranslations("imports.chip");
  const imports = useQuery({ ...importsQuery(projectId), enabled: importId === undefined });
  const id = importId ?? imports.data?.find((record) => record.inUse.includes("inventory"))?.id;
  const detail = useQuery({ ...importQuery(projectId, id ?? ""), enabled: id !== undefined });
  if (!id || !detail.data) return null;
  const { import: record, confidence } = detail.data;
  const heed = confidence ? notesToHeed(confidence) : 0;
  return (
    <LazyLink className={classes.chip} href={`${sectionHref(projectId, "imports")}/${id}`}>
      <StatusDot tone={heed > 0 ? "warning" : "success"} />
      <span className={classes.label}>{t("label")}</span>
      <span className={classes.name} title={record.fileName}>
        {record.fileName}
      </span>
      {confidence ? <ChipFacts confidence={confidence} /> : null}
    </LazyLink>
  );
}
