"use client";

import { Alert, Button, Group, Stack, Title } from "@mantine/core";
import { IconChartBar, IconCircleCheck, IconServer2, IconShieldCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ProjectPage } from "@/components/shell/project-page";
import { QueryError } from "@/components/shell/query-error";
import { sectionHref } from "@/components/shell/sections";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { LoadingState } from "@/components/ui/loading-state";
import { importsQuery, isUnfinished } from "@/lib/client/imports-queries";
import { uploadQuery, useUpload } from "@/lib/client/upload";
import type { ImportRecord } from "@/lib/discovery/import-schema";
import { ChangesNote } from "./changes-note";
import { ImportDropzone } from "./import-dropzone";
import { ImportFailure } from "./import-failure";
import { ImportHelp } from "./import-help";
import { ImportHistory } from "./import-history";
import { ReadingCard } from "./reading-card";
import { SameFiles } from "./same-files";
import { UploadCard } from "./upload-card";

/** What the project stands on now, and where to go with it. */
function CurrentImport({ record }: { record: ImportRecord }) {
  const t = useTranslations("imports.current");
  const { projectId } = record;
  return (
    <Alert
      color="green"
      icon={<IconCircleCheck size={18} aria-hidden />}
      title={t("title", { vms: record.vmCount, file: record.fileName })}
    >
      {t("sentence")}
      <ChangesNote projectId={record.projectId} importId={record.id} />
      <Group gap="sm" mt="sm">
        <Button
          component={Link}
          href={`${sectionHref(projectId, "imports")}/${record.id}`}
          variant="default"
          leftSection={<IconShieldCheck size={14} aria-hidden />}
        >
          {t("confidence")}
        </Button>
        <Button
          component={Link}
          href={sectionHref(projectId, "inventory")}
          variant="default"
          leftSection={<IconServer2 size={14} aria-hidden />}
        >
          {t("inventory")}
        </Button>
        <Button
          component={Link}
          href={sectionHref(projectId, "assessments")}
          variant="default"
          leftSection={<IconChartBar size={14} aria-hidden />}
        >
          {t("assessment")}
        </Button>
      </Group>
    </Alert>
  );
}

/** Uploading, reading and the history of imports. */
export function ImportsView({ projectId }: { projectId: string }) {
  const t = useTranslations("imports");
  const imports = useQuery(importsQuery(projectId));
  const { data: upload } = useQuery(uploadQuery(projectId));
  const send = useUpload(projectId, useNotifyError());

  const running = imports.data?.filter(isUnfinished) ?? [];
  const readings = running.filter((record) => record.id !== upload?.importId);
  const newest = imports.data?.[0];
  const current = imports.data?.find((record) => record.inUse.includes("inventory"));
  return (
    <ProjectPage section="imports" description={t("description")}>
      <Stack gap="lg">
        {send.error && !upload ? <QueryError error={send.error} /> : null}
        {newest?.status === "failed" && !upload ? (
          <ImportFailure record={newest} hasCurrent={current !== undefined} />
        ) : null}
        {upload?.sameAs ? (
          <SameFiles projectId={projectId} upload={upload} sameAs={upload.sameAs} />
        ) : upload ? (
          <UploadCard upload={upload} />
        ) : null}
        {readings.map((record) => (
          <ReadingCard key={record.id} record={record} />
        ))}
        {current && running.length === 0 && !upload ? <CurrentImport record={current} /> : null}
        <ImportDropzone
          busy={Boolean(upload) || running.length > 0}
          onFiles={(files, anonymise) => send.mutate({ files, anonymise })}
        />
        <section>
          <Title order={2} size="h3" mb="sm">
            {t("help.title")}
          </Title>
          <ImportHelp />
        </section>
        <section>
          <Title order={2} size="h3" mb="sm">
            {t("history.title")}
          </Title>
          {imports.data ? (
            <ImportHistory imports={imports.data} />
          ) : imports.error ? (
            <QueryError
              error={imports.error}
              onRetry={imports.refetch}
              retrying={imports.isFetching}
            />
          ) : (
            <LoadingState shape="table" rows={4} />
          )}
        </section>
      </Stack>
    </ProjectPage>
  );
}
