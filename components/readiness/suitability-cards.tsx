"use client";

import { SimpleGrid, Text, UnstyledButton } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useSearchParamSetter } from "@/components/ui/use-search-param";
import type { Suitability } from "@/lib/assessment/readiness-schema";
import classes from "./suitability-cards.module.css";
import { suitabilityShares } from "./suitability-counts";
import { SuitabilityBadge } from "./suitability-signs";

interface SuitabilityCardsProps {
  counts: Readonly<Partial<Record<Suitability, number>>>;
  /** The state that the list is filtered by. */
  chosen: string | null;
}

/** VMs by readiness state; a click filters the list by the state, another takes the filter away. */
export function SuitabilityCards({ counts, chosen }: SuitabilityCardsProps) {
  const t = useTranslations("readiness.suitabilityHelp");
  const tPages = useTranslations("assessment-pages.readiness");
  const format = useFormatter();
  const set = useSearchParamSetter();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
      {suitabilityShares(counts).map(({ suitability, vms, ratio }) => (
        <UnstyledButton
          key={suitability}
          className={classes.card}
          aria-pressed={chosen === suitability}
          onClick={() =>
            set({
              tab: null,
              "filter.suitability": chosen === suitability ? null : suitability,
            })
          }
        >
          <SuitabilityBadge suitability={suitability} />
          <span className={`${classes.value} lf-numeric`}>{format.number(vms)}</span>
          <Text fz="xs" c="dimmed">
            {ratio === null
              ? t(suitability)
              : tPages("shareAndHelp", { ratio, help: t(suitability) })}
          </Text>
        </UnstyledButton>
      ))}
    </SimpleGrid>
  );
}
