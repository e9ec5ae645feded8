"use client";

import { SimpleGrid } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { StatCard } from "@/components/ui/key-figure";
import type { BusinessCaseResult } from "@/lib/cost/business-case/schema";
import { useBigMoney } from "./use-big-money";

/** The answer: what the move is worth, what it saves, when it has paid, and what a VM costs. */
export function CaseFigures({
  result,
  currency,
}: {
  result: BusinessCaseResult;
  currency: string;
}) {
  const t = useTranslations("business-case.figures");
  const format = useFormatter();
  const money = useBigMoney(currency);
  const { npv, savingsTotal, savingsRatio, breakEvenMonth, perVm } = result;
  const percent = (ratio: number) =>
    format.number(ratio, { style: "percent", maximumFractionDigits: 1 });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
      <StatCard
        label={t("npv")}
        value={money(npv)}
        note={t("npvNote")}
        origin="derived"
        tone={npv >= 0 ? "success" : "danger"}
      />
      <StatCard
        label={t(savingsTotal >= 0 ? "savings" : "extra")}
        value={money(Math.abs(savingsTotal))}
        note={
          savingsRatio === null
            ? undefined
            : t("savingsNote", { share: percent(Math.abs(savingsRatio)) })
        }
        origin="derived"
      />
      <StatCard
        label={t("breakEven")}
        value={
          breakEvenMonth === null
            ? t("never")
            : breakEvenMonth === 0
              ? t("fromStart")
              : t("month", { month: breakEvenMonth })
        }
        note={t(breakEvenMonth === null ? "neverNote" : "breakEvenNote")}
        origin="derived"
      />
      <StatCard
        label={t("perVm")}
        value={perVm ? money(perVm.avs) : null}
        note={perVm ? t("perVmNote", { amount: money(perVm.onPremises) }) : t("perVmNone")}
        {...(perVm ? { origin: "derived" as const } : {})}
      />
    </SimpleGrid>
  );
}
