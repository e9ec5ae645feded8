"use client";

import { SimpleGrid } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { FilterCard } from "@/components/ui/filter-card";
import { useSearchParamSetter } from "@/components/ui/use-search-param";
import {
  type AcknowledgementSummary,
  FINDING_STATES,
} from "@/lib/assessment/acknowledgement-schema";
import { FindingStateBadge } from "./finding-state-badge";

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
        <FilterCard
          key={state}
          label={<FindingStateBadge state={state} />}
          value={format.number(summary.totals[state])}
          note={t(`${state}Note`)}
          pressed={chosen === state}
          onClick={() =>
            set({ tab: "checks", checks: null, findings: chosen === state ? null : state })
          }
        />
      ))}
    </SimpleGrid>
  );
}
