"use client";

import { Button, Group, List, Paper, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { useDateText } from "@/components/imports/use-date-text";
import { useMayWrite } from "@/components/imports/use-may-write";
import { QueryError } from "@/components/shell/query-error";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LoadingState } from "@/components/ui/loading-state";
import { type Acknowledgement, findingState } from "@/lib/assessment/acknowledgement-schema";
import { acknowledgementHistoryQuery, useWithdraw } from "@/lib/client/acknowledgement-queries";
import { AcknowledgeDialog, type AcknowledgeTarget } from "./acknowledge-dialog";
import { FindingStateBadge } from "./finding-state-badge";

/** A calendar day without a zone, written out. */
export function useDayText(): (day: string) => string {
  const format = useFormatter();
  return useCallback(
    (day) =>
      format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" }),
    [format],
  );
}

interface AcknowledgementPanelProps {
  projectId: string;
  ruleId: string;
  /** Null for the check as a whole. */
  vmKey: string | null;
  /** What was said of this very finding, or of the check as a whole. */
  own: Acknowledgement | null;
  /** What was said of the check as a whole, where the panel is about one VM. */
  whole: Acknowledgement | null;
  /** The day that decides what is overdue. */
  today: string;
}

function Said({ said, projectId }: { said: Acknowledgement; projectId: string }) {
  const t = useTranslations("acknowledgement.panel");
  const date = useDateText(projectId);
  const day = useDayText();
  return (
    <Stack gap={2}>
      <Text fz="sm" style={{ whiteSpace: "pre-wrap" }}>
        {said.note}
      </Text>
      <Text fz="xs" c="dimmed">
        {[
          said.owner ? t("owner", { owner: said.owner }) : t("noOwner"),
          said.dueOn ? t("dueOn", { day: day(said.dueOn) }) : t("noDay"),
          t("by", { name: said.updatedByName, date: date(said.updatedAt) }),
        ].join(" · ")}
      </Text>
    </Stack>
  );
}

function History({
  projectId,
  ruleId,
  vmKey,
}: Omit<AcknowledgementPanelProps, "own" | "whole" | "today">) {
  const t = useTranslations("acknowledgement");
  const date = useDateText(projectId);
  const day = useDayText();
  const history = useQuery(acknowledgementHistoryQuery(projectId, ruleId, vmKey));
  if (history.error) {
    return <QueryError error={history.error} onRetry={() => void history.refetch()} />;
  }
  if (!history.data) return <LoadingState rows={2} />;
  return (
    <List fz="xs" spacing={2} aria-label={t("panel.history")}>
      {history.data.map((event) => (
        <List.Item key={event.id}>
          {t(`actions.${event.action}`, { name: event.byName, date: date(event.at) })}
          {": "}
          {[event.note, event.owner, event.dueOn ? day(event.dueOn) : null]
            .filter(Boolean)
            .join(" · ")}
        </List.Item>
      ))}
    </List>
  );
}

/** What was said of a finding, by whom, and the commands to say, change or take back. */
export function AcknowledgementPanel(props: AcknowledgementPanelProps) {
  const { projectId, ruleId, vmKey, own, whole, today } = props;
  const t = useTranslations("acknowledgement");
  const { mayWrite, reason } = useMayWrite();
  const notifyError = useNotifyError();
  const withdraw = useWithdraw(projectId);
  const [target, setTarget] = useState<AcknowledgeTarget | null>(null);
  const [asking, setAsking] = useState(false);
  const [showsHistory, setShowsHistory] = useState(false);
  const state = findingState(own, whole, today);
  const vmKeys = vmKey === null ? null : [vmKey];
  const title = mayWrite ? undefined : reason;
  return (
    <Paper withBorder p="sm" bg="var(--lf-surface)">
      <Stack gap="xs">
        <Group gap="xs" justify="space-between">
          <FindingStateBadge state={state} />
          <Group gap={4} className="lf-no-print">
            <Button
              variant="default"
              size="compact-sm"
              disabled={!mayWrite}
              title={title}
              onClick={() => setTarget({ ruleId, vmKeys, current: own })}
            >
              {t(
                own ? "panel.edit" : vmKey === null ? "panel.acknowledgeAll" : "panel.acknowledge",
              )}
            </Button>
            {own ? (
              <Button
                variant="default"
                size="compact-sm"
                disabled={!mayWrite}
                title={title}
                onClick={() => setAsking(true)}
              >
                {t("panel.withdraw")}
              </Button>
            ) : null}
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={showsHistory}
              onClick={() => setShowsHistory(!showsHistory)}
            >
              {t("panel.history")}
            </Button>
          </Group>
        </Group>
        {own ? <Said said={own} projectId={projectId} /> : null}
        {!own && whole ? (
          <>
            <Text fz="xs" c="dimmed">
              {t("panel.byWhole")}
            </Text>
            <Said said={whole} projectId={projectId} />
          </>
        ) : null}
        {showsHistory ? <History projectId={projectId} ruleId={ruleId} vmKey={vmKey} /> : null}
      </Stack>
      <AcknowledgeDialog projectId={projectId} target={target} onClose={() => setTarget(null)} />
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("withdraw.title")}
        confirmLabel={t("withdraw.confirm")}
        pending={withdraw.isPending}
        onConfirm={() =>
          withdraw.mutate(
            { ruleId, vmKeys },
            { onSuccess: () => setAsking(false), onError: notifyError },
          )
        }
      >
        {t("withdraw.sentence")}
      </ConfirmDialog>
    </Paper>
  );
}
