"use client";

import { SimpleGrid } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { FilterCard } from "@/components/ui/filter-card";
import { useSearchParamSetter } from "@/components/ui/use-search-param";
import type { Suitability } from "@/lib/assessment/readiness-schema";
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
        <FilterCard
          key={suitability}
          label={<SuitabilityBadge suitability={suitability} />}
          value={format.number(vms)}
          note={
            ratio === null
              ? t(suitability)
              : tPages("shareAndHelp", { ratio, help: t(suitability) })
          }
          pressed={chosen === suitability}
          onClick={() =>
            set({
              tab: null,
              "filter.suitability": chosen === suitability ? null : suitability,
            })
          }
        />
      ))}
    </SimpleGrid>
  );
}
