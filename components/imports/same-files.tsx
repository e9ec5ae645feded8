"use client";

import { Alert, Button, Group, Text } from "@mantine/core";
import { IconFiles } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { sectionHref } from "@/components/shell/sections";
import type { UploadState } from "@/lib/client/upload";

interface SameFilesProps {
  projectId: string;
  upload: UploadState;
  /** The import that has read the same files. */
  sameAs: string;
}

/** Asks what is wanted of files that the project has imported before. */
export function SameFiles({ projectId, upload, sameAs }: SameFilesProps) {
  const t = useTranslations("changes.same");
  const tProgress = useTranslations("imports.progress");
  const router = useRouter();
  const open = () => {
    upload.cancel();
    router.push(`${sectionHref(projectId, "imports")}/${sameAs}`);
  };
  return (
    <Alert
      color="yellow"
      role="alert"
      icon={<IconFiles size={18} aria-hidden />}
      title={t("title")}
    >
      <Text fz="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
        {upload.fileNames.join(", ")}
      </Text>
      <Text fz="sm">{t("sentence")}</Text>
      <Group gap="sm" mt="sm">
        <Button onClick={open}>{t("open")}</Button>
        <Button variant="default" onClick={() => upload.readAgain?.()}>
          {t("again")}
        </Button>
        <Button variant="default" onClick={upload.cancel}>
          {tProgress("cancel")}
        </Button>
      </Group>
    </Alert>
  );
}
