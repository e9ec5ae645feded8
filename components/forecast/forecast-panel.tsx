"use client";

import { Alert, Button, Paper, Progress, Text, Title } from "@mantine/core";
import { IconClockExclamation, IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { useCan } from "@/components/shell/caller-context";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { LoadingState } from "@/components/ui/loading-state";
import { forecastQuery, useComputeForecast } from "@/lib/client/forecast-queries";
import type { ComputedForecast, ForecastView } from "@/lib/forecast/view-schema";
import type { ClockView } from "@/lib/world/api-schema";
import classes from "./forecast.module.css";
import { ForecastResult } from "./forecast-result";
import { SettingsDialog } from "./settings-dialog";

interface ForecastPanelProps {
  projectId: string;
  view: ClockView;
  /** The group whose page it is; the whole project otherwise. */
  group: { id: string; isDraft: boolean } | null;
}

function Computing({ progress }: { progress: NonNullable<ForecastView["progress"]> }) {
  const t = useTranslations("forecast");
  const { done, total } = progress;
  return (
    <div role="status">
      <Text fz="sm" mb={4}>
        {t("computing", { done, total })}
      </Text>
      <Progress value={(100 * done) / total} aria-label={t("progress")} />
    </div>
  );
}

function Basis({ computed, view }: { computed: ComputedForecast; view: ClockView }) {
  const t = useTranslations("forecast");
  const text = useSimTimeText(view);
  const format = useFormatter();
  const { forecast, computedAtIso, milliseconds, assumedGroupIds } = computed;
  return (
    <Text fz="xs" c="dimmed">
      {t("basis", {
        count: forecast.replications,
        from: text.full(forecast.fromSeconds),
        at: format.dateTime(new Date(computedAtIso), { timeStyle: "medium" }),
        seconds: format.number(milliseconds / 1000, { maximumFractionDigits: 1 }),
      })}{" "}
      {assumedGroupIds.length > 0 ? t("assumed", { count: assumedGroupIds.length }) : null}
    </Text>
  );
}

/** What is to be expected: ends as ranges, chances of windows, and what they depend on. */
export function ForecastPanel({ projectId, view, group }: ForecastPanelProps) {
  const t = useTranslations("forecast");
  const titleId = useId();
  const notifyError = useNotifyError();
  const draftId = group?.isDraft ? group.id : null;
  const query = useQuery(forecastQuery(projectId, draftId));
  const compute = useComputeForecast(projectId, draftId);
  const [editing, setEditing] = useState(false);
  const known = query.data;
  const mayUpdate = useCan("Contributor");
  if (!known) {
    return <LoadingOrError query={query} skeleton={<LoadingState rows={4} />} />;
  }
  const { computed, nothing, progress, settings } = known;
  return (
    <Paper
      component="section"
      withBorder
      p="md"
      className={classes.panel}
      aria-labelledby={titleId}
    >
      <div className={classes.head}>
        <div>
          <Title order={2} size="h3" id={titleId}>
            {t("title")}
          </Title>
          {computed ? <Basis computed={computed} view={view} /> : null}
        </div>
        {nothing === null && mayUpdate ? (
          <Button
            variant="default"
            className="lf-no-print"
            leftSection={<IconRefresh size={14} aria-hidden />}
            loading={progress !== null || compute.isPending}
            onClick={() => compute.mutate(undefined, { onError: notifyError })}
          >
            {t("update")}
          </Button>
        ) : null}
      </div>
      {nothing !== null && (nothing !== "allOver" || computed === null) ? (
        <Text fz="sm" c="dimmed">
          {t(`nothing.${nothing}`)}
        </Text>
      ) : null}
      {known.failed ? (
        <Alert color="red" title={t("failedTitle")}>
          {t("failedSentence")}
        </Alert>
      ) : null}
      {computed?.outOfDate && progress === null && nothing === null ? (
        <Alert color="yellow" icon={<IconClockExclamation size={18} aria-hidden />}>
          {t(`outOfDate.${computed.outOfDate}`)}
        </Alert>
      ) : null}
      {progress ? <Computing progress={progress} /> : null}
      {computed ? (
        <ForecastResult
          projectId={projectId}
          computed={computed}
          groupId={group?.id ?? null}
          draftId={draftId}
          view={view}
          onEditLaws={() => setEditing(true)}
        />
      ) : null}
      <SettingsDialog
        projectId={projectId}
        settings={settings}
        opened={editing}
        onClose={() => setEditing(false)}
      />
    </Paper>
  );
}
