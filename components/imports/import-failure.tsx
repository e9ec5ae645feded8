"use client";

import { Alert, Stack, Text } from "@mantine/core";
import { IconFileAlert } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ImportRecord } from "@/lib/discovery/import-schema";

interface ImportFailureProps {
  record: ImportRecord;
  /** Another import is in use, and stays so. */
  hasCurrent: boolean;
}

/** Why a file could not be imported, what to do, and that nothing of it was kept. */
export function ImportFailure({ record, hasCurrent }: ImportFailureProps) {
  const t = useTranslations("imports.failure");
  const tDiscovery = useTranslations("discovery.errors");
  const { error } = record;
  if (!error) return null;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconFileAlert size={18} aria-hidden />}
      title={t("title", { file: record.fileName })}
    >
      <Stack gap={4}>
        <Text fz="sm">{tDiscovery(`${error.code}.title`, error.detail)}</Text>
        <Text fz="sm" fw={600}>
          {tDiscovery(`${error.code}.remedy`, error.detail)}
        </Text>
        <Text fz="xs">{t(hasCurrent ? "currentStays" : "nothingKept")}</Text>
      </Stack>
    </Alert>
  );
}
