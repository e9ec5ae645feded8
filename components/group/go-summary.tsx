"use client";

import { Stack, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import type { MobilityGroupDraft, SwitchoverWindow } from "@/lib/hcx/mobility-group-schema";
import type { ClockView } from "@/lib/world/api-schema";
import type { GroupSummary } from "@/lib/world/board-schema";

interface GoSummaryProps {
  draft: Pick<MobilityGroupDraft, "migrations" | "serviceMeshName" | "transferStartSeconds">;
  types: GroupSummary["types"];
  window: SwitchoverWindow | null;
  view: ClockView;
}

/** What Go starts, in sentences: how many VMs, which way, and when. */
export function GoSummary({ draft, types, window, view }: GoSummaryProps) {
  const t = useTranslations("groups");
  const format = useFormatter();
  const text = useSimTimeText(view);
  return (
    <Stack gap="xs">
      <Text fz="sm">
        {t("goSummary", {
          count: format.number(draft.migrations.length),
          types: types
            .map(({ type, count }) => t("typeCount", { type: t(`types.${type}`), count }))
            .join(", "),
          mesh: draft.serviceMeshName,
        })}
      </Text>
      <Text fz="sm">
        {draft.transferStartSeconds === null
          ? t("goTransferNow")
          : t("goTransferAt", { time: text.full(draft.transferStartSeconds) })}{" "}
        {window
          ? t("goWindow", { range: text.range(window.startSeconds, window.endSeconds) })
          : t("goNoWindow")}
      </Text>
      {view.paused ? <Text fz="sm">{t("goPaused")}</Text> : null}
    </Stack>
  );
}
