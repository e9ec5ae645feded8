"use client";

import { Title } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ComputedForecast } from "@/lib/forecast/view-schema";
import type { ClockView } from "@/lib/world/api-schema";
import { BlockedAlert } from "./blocked-alert";
import classes from "./forecast.module.css";
import { InfluenceChart } from "./influence-chart";
import { LawList } from "./law-list";
import { RangeTable } from "./range-table";
import { VmTable } from "./vm-table";
import { WindowTable } from "./window-table";

interface ForecastResultProps {
  projectId: string;
  computed: ComputedForecast;
  groupId: string | null;
  /** The draft that is taken as started. */
  draftId: string | null;
  view: ClockView;
  onEditLaws: () => void;
}

/** The figures of a forecast: of the whole, or of one group beside the whole. */
export function ForecastResult({
  projectId,
  computed,
  groupId,
  draftId,
  view,
  onEditLaws,
}: ForecastResultProps) {
  const t = useTranslations("forecast");
  const { forecast, computedAtIso } = computed;
  const groups = forecast.groups.filter(({ id }) => groupId === null || id === groupId);
  const shown = groupId === null ? forecast : (groups[0] ?? forecast);
  const lines = [
    ...(groupId === null && groups.length === 1
      ? []
      : [{ key: "whole", label: t("ranges.whole"), spread: forecast }]),
    ...groups.map((group) => ({ key: group.id, label: group.name, spread: group })),
  ];
  const windows = forecast.windows.filter(
    (window) => groupId === null || window.groupId === groupId,
  );
  const blocked = forecast.blocked.filter((one) => groupId === null || one.groupId === groupId);
  return (
    <>
      <BlockedAlert blocked={blocked} />
      <RangeTable
        lines={lines}
        fromSeconds={forecast.fromSeconds}
        view={view}
        withoutBlocked={forecast.blocked.length > 0}
      />
      <div>
        <Title order={3} size="h4" mb={4}>
          {t("windows.title")}
        </Title>
        <WindowTable windows={windows} view={view} />
      </div>
      <VmTable
        projectId={projectId}
        view={view}
        groupId={groupId}
        draftId={draftId}
        groups={groups}
        computedAtIso={computedAtIso}
      />
      <div className={classes.columns}>
        <InfluenceChart influences={shown.influences} p50={shown.p50} />
        <LawList laws={forecast.laws} onEdit={onEditLaws} />
      </div>
    </>
  );
}
