"use client";

import { Code, Group, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSizeText } from "@/components/inventory/use-size-text";
import { ProjectPage } from "@/components/shell/project-page";
import { QueryError } from "@/components/shell/query-error";
import { DefinitionList } from "@/components/ui/definition-list";
import { StatCard, StatGrid } from "@/components/ui/key-figure";
import { LoadingState } from "@/components/ui/loading-state";
import { importQuery, isUnfinished } from "@/lib/client/imports-queries";
import { isRvtools } from "@/lib/discovery/confidence";
import type { ImportDetail, ImportRecord } from "@/lib/discovery/import-schema";
import type { DataConfidence } from "@/lib/discovery/schema";
import { AnonymisedBadge } from "./anonymised-badge";
import { ConfidenceFigures } from "./confidence-figures";
import { ConfidenceNotes } from "./confidence-notes";
import { ConfidenceSheets } from "./confidence-sheets";
import { notesToHeed, rowTotals } from "./confidence-summary";
import { ImportChanges } from "./import-changes";
import { ImportContentText } from "./import-content-text";
import { ImportFailure } from "./import-failure";
import { ImportStatusBadge } from "./import-status";
import { ReadingCard } from "./reading-card";
import { useDateText } from "./use-date-text";

const hasInventory = (record: ImportRecord) => record.content.includes("inventory");

function Section({ id, title, children }: { id?: string; title: string; children: ReactNode }) {
  return (
    <section id={id}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Essentials({ record, confidence }: { record: ImportRecord; confidence: DataConfidence }) {
  const t = useTranslations("imports.confidence");
  const tKinds = useTranslations("discovery.kinds");
  const size = useSizeText();
  const date = useDateText(record.projectId);
  const { exportAgeDays, files } = confidence;
  return (
    <DefinitionList
      items={[
        { term: t("kind"), value: tKinds(confidence.kind) },
        { term: t("content"), value: <ImportContentText record={record} /> },
        {
          term: t("exportAge"),
          value: exportAgeDays === null ? null : t("days", { days: Math.floor(exportAgeDays) }),
        },
        { term: t("importedAt"), value: date(record.createdAt) },
        { term: t("importedBy"), value: record.createdByName },
        {
          term: t("files"),
          value: (
            <Stack gap={6}>
              {files.map((file) => (
                <div key={`${file.name} ${file.sha256}`}>
                  {t("fileFacts", { name: file.name, size: size.bytes(file.bytes) })}{" "}
                  <Code title={file.sha256}>
                    {t("digest", { digest: file.sha256.slice(0, 12) })}
                  </Code>
                </div>
              ))}
            </Stack>
          ),
        },
      ]}
    />
  );
}

function Figures({ record, confidence }: { record: ImportRecord; confidence: DataConfidence }) {
  const t = useTranslations("imports.confidence");
  const format = useFormatter();
  const totals = rowTotals(confidence);
  const heed = notesToHeed(confidence);
  const expected = confidence.sheetsFound.length + confidence.sheetsMissing.length;
  return (
    <StatGrid>
      {hasInventory(record) ? (
        <>
          <StatCard label={t("vms")} value={format.number(record.vmCount)} origin="reported" />
          <StatCard
            label={t("sheetsFound")}
            value={format.number(confidence.sheetsFound.length)}
            {...(isRvtools(confidence.kind) ? { unit: t("ofExpected", { count: expected }) } : {})}
          />
        </>
      ) : null}
      <StatCard label={t("rowsRead")} value={format.number(totals.read)} />
      <StatCard label={t("rowsMerged")} value={format.number(totals.merged)} />
      <StatCard label={t("rowsDropped")} value={format.number(totals.dropped)} />
      <StatCard
        label={t("notesToHeed")}
        value={format.number(heed)}
        tone={heed > 0 ? "warning" : "success"}
      />
    </StatGrid>
  );
}

function Report({ detail }: { detail: ImportDetail }) {
  const t = useTranslations("imports.confidence");
  const tChanges = useTranslations("changes");
  const { import: record, confidence } = detail;
  if (isUnfinished(record)) return <ReadingCard record={record} />;
  if (record.error) return <ImportFailure record={record} hasCurrent={false} />;
  if (!confidence) return <LoadingState />;
  return (
    <Stack gap="xl">
      <Essentials record={record} confidence={confidence} />
      <Figures record={record} confidence={confidence} />
      <Section title={t("notesTitle")}>
        <ConfidenceNotes confidence={confidence} />
      </Section>
      {hasInventory(record) ? (
        <>
          <Section id="changes" title={tChanges("title")}>
            <ImportChanges record={record} />
          </Section>
          <Section title={t("figuresTitle")}>
            <ConfidenceFigures confidence={confidence} />
          </Section>
        </>
      ) : null}
      <Section title={t("sheetsTitle")}>
        <ConfidenceSheets confidence={confidence} hasInventory={hasInventory(record)} />
      </Section>
    </Stack>
  );
}

/** What an import is worth: everything read, dropped, derived and missing. */
export function ConfidenceView({ projectId, importId }: { projectId: string; importId: string }) {
  const t = useTranslations("imports.confidence");
  const detail = useQuery(importQuery(projectId, importId));
  const record = detail.data?.import;
  return (
    <ProjectPage
      section="imports"
      title={record?.fileName ?? t("title")}
      description={t("description")}
      status={
        record ? (
          <Group gap="xs">
            <ImportStatusBadge record={record} />
            {record.anonymised ? <AnonymisedBadge /> : null}
          </Group>
        ) : undefined
      }
    >
      {detail.data ? (
        <Report detail={detail.data} />
      ) : detail.error ? (
        <QueryError error={detail.error} onRetry={detail.refetch} retrying={detail.isFetching} />
      ) : (
        <LoadingState shape="cards" rows={6} />
      )}
    </ProjectPage>
  );
}
