"use client";

import { Alert, Button, Group } from "@mantine/core";
import { IconClockExclamation, IconRefresh } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMayWrite } from "@/components/imports/use-may-write";
import { sectionHref } from "@/components/shell/sections";
import { useNotifyError } from "@/components/shell/use-notify-error";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { useCreateAssessment } from "@/lib/client/assessment-queries";

/** Computes an assessment anew with the same name and settings, and goes to it. */
export function useRerun(assessment: AssessmentRecord) {
  const { projectId, name, settings } = assessment;
  const create = useCreateAssessment(projectId);
  const router = useRouter();
  const notifyError = useNotifyError();
  return {
    pending: create.isPending,
    run: () =>
      create.mutate(
        { name, settings },
        {
          onError: notifyError,
          onSuccess: (record) =>
            router.push(`${sectionHref(projectId, "assessments")}/${record.id}`),
        },
      ),
  };
}

/** Says that inventory, decisions or prices have moved on, and offers to compute anew. */
export function OutOfDateAlert({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("assessment-pages.outOfDate");
  const { mayWrite, reason } = useMayWrite();
  const rerun = useRerun(assessment);
  return (
    <Alert color="yellow" icon={<IconClockExclamation size={18} aria-hidden />} title={t("title")}>
      {t("sentence")}
      <Group mt="sm" gap="sm">
        {mayWrite ? (
          <Button
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            loading={rerun.pending}
            onClick={rerun.run}
          >
            {t("rerun")}
          </Button>
        ) : (
          reason
        )}
      </Group>
    </Alert>
  );
}
