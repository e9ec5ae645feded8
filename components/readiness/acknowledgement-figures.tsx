"use client";

import { SimpleGrid, Text, UnstyledButton } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useSearchParamSetter } from "@/components/ui/use-search-param";
import {
  type AcknowledgementSummary,
  FINDING_STATES,
} from "@/lib/assessment/acknowledgement-schema";
import { FindingStateBadge } from "./finding-state-badge";
import classes from "./suitability-cards.module.css";

interface AcknowledgementFiguresProps {
  summary: AcknowledgementSummary;
  /** The state that the checks are narrowed to. */
  chosen: string | null;
}

/** Open, acknowledged and overdue findings; a click shows the checks that have such. */
export function AcknowledgementFigures({ summary, chosen }: AcknowledgementFiguresProps) {
  const t = useTranslations("acknowledgement.figures");
  const format = useFormatter();
  const set = useSearchParamSetter();
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" role="group" aria-label={t("label")}>
      {FINDING_STATES.map((state) => (
        <UnstyledButton
          key={state}
          className={classes.card}
          aria-pressed={chosen === state}
          onClick={() =>
            set({ tab: "checks", checks: null, findings: chosen === state ? null : state })
          }
        >
          <FindingStateBadge state={state} />
          <span className={`${classes.value} lf-numeric`}>
            {format.number(summary.totals[state])}
          </span>
          <Text fz="xs" c="dimmed">
            {t(`${state}Note`)}
          </Text>
        </UnstyledButton>
      ))}
    </SimpleGrid>
  );
}
