"use client";

import { Alert, Group, Stack, Text, Title } from "@mantine/core";
import {
  IconArrowBackUp,
  IconDeviceFloppy,
  IconReportMoney,
  IconRestore,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { DecidePage } from "@/components/imports/decide-page";
import { Loaded } from "@/components/imports/loaded";
import { useDateText } from "@/components/imports/use-date-text";
import { useMayWrite } from "@/components/imports/use-may-write";
import { sectionHref } from "@/components/shell/sections";
import { useNotifyError } from "@/components/shell/use-notify-error";
import type { Command } from "@/components/ui/command-bar";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import { notify } from "@/components/ui/notify";
import { businessCaseQuery, useSaveBusinessCase } from "@/lib/client/cost-queries";
import type { BusinessCaseRecord } from "@/lib/cost/business-case/record-schema";
import { type BusinessCaseFacts, DEFAULT_INPUTS } from "@/lib/cost/business-case/schema";
import { fieldValues } from "@/lib/cost/business-case/values";
import { CaseBasis } from "./case-basis";
import { CaseInputs } from "./case-inputs";
import { CaseResult } from "./case-result";
import { type CaseDraft, useCaseDraft } from "./use-case-draft";

interface ContentProps {
  projectId: string;
  record: BusinessCaseRecord;
  draft: CaseDraft;
}

function CaseContent({
  projectId,
  record,
  facts,
  draft,
}: ContentProps & { facts: BusinessCaseFacts }) {
  const t = useTranslations("business-case");
  const { mayWrite, reason } = useMayWrite();
  // Figures and charts may lag a key behind; the boxes do not.
  const inputs = useDeferredValue(draft.inputs);
  const values = useMemo(() => fieldValues(facts, draft.inputs), [facts, draft.inputs]);
  return (
    <Stack gap="xl">
      {record.assessment?.isOutOfDate ? (
        <Alert color="yellow" title={t("outOfDate.title")}>
          {t("outOfDate.sentence", { name: record.assessment.name })}
        </Alert>
      ) : null}
      <CaseBasis
        projectId={projectId}
        record={record}
        facts={facts}
        draft={draft}
        readOnly={!mayWrite}
      />
      <CaseResult projectId={projectId} facts={facts} inputs={inputs} dirty={draft.dirty} />
      <section>
        <Title order={2} size="h3" mb={4}>
          {t("inputs.title")}
        </Title>
        <Text fz="sm" c="dimmed" mb="md">
          {mayWrite ? t("inputs.sentence", { currency: facts.currency }) : reason}
        </Text>
        <CaseInputs draft={draft} values={values} currency={facts.currency} readOnly={!mayWrite} />
      </section>
    </Stack>
  );
}

function NoAssessment({ projectId }: { projectId: string }) {
  const t = useTranslations("business-case.none");
  return (
    <EmptyState
      icon={<IconReportMoney size={30} />}
      title={t("title")}
      next={{ label: t("action"), href: sectionHref(projectId, "assessments") }}
    >
      {t("sentence")}
    </EmptyState>
  );
}

/** Keeps, discards and resets what was entered. */
function useCommands(projectId: string, draft: CaseDraft, onReset: () => void): Command[] {
  const t = useTranslations("business-case.commands");
  const tCase = useTranslations("business-case");
  const { mayWrite, reason } = useMayWrite();
  const notifyError = useNotifyError();
  const save = useSaveBusinessCase(projectId);
  const hasProblems = draft.problems.size > 0;
  return [
    {
      id: "save",
      label: t("save"),
      icon: <IconDeviceFloppy size={16} />,
      primary: true,
      loading: save.isPending,
      disabled: !mayWrite || !draft.dirty || hasProblems,
      disabledReason: !mayWrite ? reason : t(hasProblems ? "correctFirst" : "nothingToSave"),
      onClick: () =>
        save.mutate(draft.inputs, {
          onError: notifyError,
          onSuccess: () => {
            draft.discard();
            notify({ kind: "success", message: tCase("saved") });
          },
        }),
    },
    {
      id: "discard",
      label: t("discard"),
      icon: <IconArrowBackUp size={16} />,
      disabled: !draft.dirty,
      disabledReason: t("nothingToSave"),
      onClick: draft.discard,
    },
    {
      id: "reset",
      label: t("reset"),
      icon: <IconRestore size={16} />,
      disabled: !mayWrite,
      disabledReason: reason,
      onClick: onReset,
    },
  ];
}

/** Asks before a page with unsaved entries is closed. */
function useLeaveGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
}

/** Staying on premises against moving to AVS, with every number that it rests on in reach. */
export function BusinessCaseView({ projectId }: { projectId: string }) {
  const t = useTranslations("business-case");
  const date = useDateText(projectId);
  const stored = useQuery(businessCaseQuery(projectId, null));
  const draft = useCaseDraft(stored.data?.inputs ?? DEFAULT_INPUTS);
  const wanted = draft.inputs.assessmentId;
  const isOther = wanted !== null && wanted !== stored.data?.assessment?.id;
  const other = useQuery({ ...businessCaseQuery(projectId, wanted), enabled: isOther });
  const [asking, setAsking] = useState(false);
  useLeaveGuard(draft.dirty);
  const commands = useCommands(projectId, draft, () => setAsking(true));
  const record = isOther ? (other.data ?? stored.data) : stored.data;
  return (
    <DecidePage
      projectId={projectId}
      importId={record?.assessment?.importId}
      section="businessCase"
      description={
        stored.data?.updatedAt
          ? t("descriptionSaved", {
              date: date(stored.data.updatedAt),
              name: stored.data.updatedByName ?? "",
            })
          : t("description")
      }
      commands={record?.facts ? commands : []}
    >
      <Loaded
        projectId={projectId}
        query={stored}
        skeleton={<LoadingState shape="cards" rows={4} />}
      >
        {() =>
          record?.facts ? (
            <CaseContent projectId={projectId} record={record} facts={record.facts} draft={draft} />
          ) : (
            <NoAssessment projectId={projectId} />
          )
        }
      </Loaded>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("resetDialog.title")}
        confirmLabel={t("resetDialog.confirm")}
        onConfirm={() => {
          draft.change({ ...DEFAULT_INPUTS, assessmentId: draft.inputs.assessmentId });
          setAsking(false);
        }}
      >
        <Group gap={0}>{t("resetDialog.sentence")}</Group>
      </ConfirmDialog>
    </DecidePage>
  );
}
