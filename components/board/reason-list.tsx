"use client";

import { Paper, Text, Title, UnstyledButton } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { StatusDot } from "@/components/ui/status-dot";
import { useSearchParam } from "@/components/ui/use-search-param";
import type { BoardReason } from "@/lib/world/board-schema";
import classes from "./reason-list.module.css";
import { useBoardSentence } from "./use-board-sentence";

/** The address parameter of the table's reason filter, which these lines set too. */
export const REASON_FILTER = "filter.reason";

/** What VMs wait for and what stopped them, with how many; a click filters the list of VMs by it. */
export function ReasonList({ reasons }: { reasons: readonly BoardReason[] }) {
  const t = useTranslations("board.reasons");
  const format = useFormatter();
  const sentence = useBoardSentence();
  const titleId = useId();
  const [chosen, choose] = useSearchParam(REASON_FILTER);
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={titleId}>
      <Title order={2} size="h3" id={titleId} mb={6}>
        {t("title")}
      </Title>
      {reasons.length === 0 ? (
        <Text fz="sm" c="dimmed">
          {t("none")}
        </Text>
      ) : (
        <ul className={classes.list}>
          {reasons.map(({ key, kind, count, message }) => (
            <li key={key}>
              <UnstyledButton
                className={classes.reason}
                aria-pressed={chosen === key}
                onClick={() => choose(chosen === key ? null : key)}
              >
                <StatusDot tone={kind === "attention" ? "danger" : "neutral"} sizePx={14} />
                <span className={classes.count}>{format.number(count)}</span>
                <span>{sentence(message)}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </Paper>
  );
}
