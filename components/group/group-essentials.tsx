"use client";

import { useFormatter, useTranslations } from "next-intl";
import { EtaText } from "@/components/board/eta-text";
import { usePercentText } from "@/components/board/use-percent-text";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { useSizeText } from "@/components/inventory/use-size-text";
import { DefinitionList } from "@/components/ui/definition-list";
import type { MobilityGroupDetail } from "@/lib/client/group-queries";
import type { ClockView } from "@/lib/world/api-schema";

/** What a group is made of and where it stands. */
export function GroupEssentials({
  detail,
  view,
}: {
  detail: MobilityGroupDetail;
  view: ClockView;
}) {
  const t = useTranslations("groups");
  const format = useFormatter();
  const size = useSizeText();
  const percent = usePercentText();
  const text = useSimTimeText(view);
  const { summary } = detail;
  const { draft, startedAtSeconds, switchoverWindow: window } = detail.group;
  const types = summary.types.map(({ type, count }) =>
    t("typeCount", { type: t(`types.${type}`), count }),
  );
  return (
    <DefinitionList
      items={[
        { term: t("columns.vms"), value: format.number(draft.migrations.length) },
        { term: t("columns.type"), value: types.join(", ") },
        {
          term: t("columns.progress"),
          value: summary.progressRatio === null ? null : percent(summary.progressRatio),
        },
        {
          term: t("transferred"),
          value:
            summary.bytesTotal === null
              ? null
              : `${size.bytes(summary.bytesTransferred)} / ${size.bytes(summary.bytesTotal)}`,
        },
        {
          term: t("columns.window"),
          value: window
            ? text.range(window.startSeconds, window.endSeconds)
            : t("wizard.switchoverWhenReady"),
        },
        {
          term: t("startedAt"),
          value: startedAtSeconds === null ? t("columns.notStarted") : text.full(startedAtSeconds),
        },
        {
          term: t("columns.ends"),
          value:
            summary.finishedAtSeconds !== null ? (
              text.full(summary.finishedAtSeconds)
            ) : summary.eta ? (
              <EtaText eta={summary.eta} view={view} />
            ) : null,
        },
        { term: t("wizard.mesh"), value: draft.serviceMeshName },
        { term: t("wizard.cluster"), value: draft.destinationCluster },
        { term: t("wizard.datastore"), value: draft.destinationDatastore },
      ]}
    />
  );
}
