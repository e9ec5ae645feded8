"use client";

import { Paper, Title, UnstyledButton } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { Known } from "@/components/ui/no-data";
import { useSearchParam } from "@/components/ui/use-search-param";
import type { ClockView } from "@/lib/world/api-schema";
import type { GroupSummary } from "@/lib/world/board-schema";
import classes from "./group-progress.module.css";
import { StateBar } from "./state-bar";
import { usePercentText } from "./use-percent-text";

/** The address parameter of the table's group filter, which the bars set too. */
export const GROUP_FILTER = "filter.group";

function GroupLine({ group, view }: { group: GroupSummary; view: ClockView }) {
  const t = useTranslations("board");
  const format = useFormatter();
  const percent = usePercentText();
  const text = useSimTimeText(view);
  const { completed, warning } = group.counters;
  const window = group.switchoverWindow;
  return (
    <>
      <span className={classes.line}>
        <span className={classes.name}>{group.name}</span>
        <span className="lf-numeric">
          <Known value={group.progressRatio}>{percent}</Known>
        </span>
      </span>
      <StateBar counters={group.counters} />
      <span className={classes.line}>
        <span>
          {t(`groupStates.${group.state}`)}
          {", "}
          {t("migratedOf", {
            migrated: format.number(completed + warning),
            total: format.number(group.totalVms),
          })}
        </span>
        {window ? (
          <span className="lf-numeric">
            {t("windowIs", { range: text.range(window.startSeconds, window.endSeconds) })}
          </span>
        ) : null}
      </span>
    </>
  );
}

/** Each mobility group's progress; a click filters the list of VMs by it. */
export function GroupProgress({
  groups,
  view,
}: {
  groups: readonly GroupSummary[];
  view: ClockView;
}) {
  const t = useTranslations("board");
  const titleId = useId();
  const [chosen, choose] = useSearchParam(GROUP_FILTER);
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={titleId}>
      <Title order={2} size="h3" id={titleId} mb={6}>
        {t("groups")}
      </Title>
      <ul className={classes.list}>
        {groups.map((group) => (
          <li key={group.groupId}>
            <UnstyledButton
              className={classes.group}
              aria-pressed={chosen === group.groupId}
              onClick={() => choose(chosen === group.groupId ? null : group.groupId)}
            >
              <GroupLine group={group} view={view} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
