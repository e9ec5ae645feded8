"use client";

import { SimpleGrid } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { StatCard } from "@/components/ui/key-figure";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { useMoney } from "./use-money";
import { usePriceSource } from "./use-price-source";

/** The answer in four figures: which hosts, how many, what decides, what a month costs. */
export function Recommendation({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("assessment-pages.recommendation");
  const tAssessment = useTranslations("assessment");
  const format = useFormatter();
  const { recommended, options } = assessment;
  const best = options.find((option) => option.sizing.nodeType === recommended?.nodeType);
  const money = useMoney(best?.cost.currency ?? assessment.settings.currency);
  const priceSource = usePriceSource();
  const sizing = best?.sizing;
  const perVm = best?.cost.perVmMonthly ?? null;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
      <StatCard
        label={t("nodeType")}
        value={recommended?.nodeType ?? null}
        note={recommended ? tAssessment(`recommendedReason.${recommended.reason}`) : undefined}
        {...(recommended ? { origin: "derived" as const } : {})}
      />
      <StatCard
        label={t("nodes")}
        value={sizing ? format.number(sizing.nodeNumber) : null}
        {...(sizing
          ? {
              origin: "derived" as const,
              originDetail: t("stepsBelow"),
              note: t("clusters", {
                clusters: sizing.clusters.length,
                privateClouds: sizing.privateClouds,
              }),
            }
          : {})}
      />
      <StatCard
        label={t("limit")}
        value={sizing ? tAssessment(`limitingFactor.${sizing.limitingFactor}`) : null}
        note={sizing ? tAssessment(`limitingFactorHelp.${sizing.limitingFactor}`) : undefined}
      />
      <StatCard
        label={t("monthly")}
        value={best && best.cost.hostsMonthly !== null ? money(best.cost.hostsMonthly) : null}
        {...(best
          ? {
              ...(best.cost.hostsMonthly === null
                ? {}
                : { origin: "assumed" as const, originDetail: priceSource(best.cost) }),
              note:
                perVm === null
                  ? t("priceOf", { source: priceSource(best.cost) })
                  : t("perVm", { amount: money(perVm), source: priceSource(best.cost) }),
            }
          : {})}
      />
    </SimpleGrid>
  );
}
