"use client";

import { Alert, Anchor, Group, Stack, Text, Title } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { sectionHref } from "@/components/shell/sections";
import { ExportMenu } from "@/components/tables/export-menu";
import { exportHref } from "@/lib/client/export-href";
import { businessCase } from "@/lib/cost/business-case/business-case";
import type {
  BusinessCaseFacts,
  BusinessCaseInputs,
  BusinessCaseResult,
} from "@/lib/cost/business-case/schema";
import { sensitivities } from "@/lib/cost/business-case/sensitivity";
import { CaseCharts } from "./case-charts";
import { CaseFigures } from "./case-figures";
import { CaseTable } from "./case-table";

/** Names what the sums leave out, so that nobody takes them for the whole. */
export function LeftOutAlert({ result }: { result: BusinessCaseResult }) {
  const t = useTranslations("business-case");
  if (result.leftOut.length === 0) return null;
  const named = (side: "onPremises" | "avs") =>
    result.leftOut
      .filter((one) => one.side === side)
      .map(({ head }) => t(`heads.${head}.label`))
      .join(", ");
  const onPremises = named("onPremises");
  const avs = named("avs");
  return (
    <Alert color="yellow" title={t("leftOut.title")}>
      <Stack gap={4}>
        <Text fz="sm">{t("leftOut.sentence")}</Text>
        {onPremises ? <Text fz="sm">{t("leftOut.onPremises", { heads: onPremises })}</Text> : null}
        {avs ? <Text fz="sm">{t("leftOut.avs", { heads: avs })}</Text> : null}
      </Stack>
    </Alert>
  );
}

interface CaseResultProps {
  projectId: string;
  facts: BusinessCaseFacts;
  inputs: BusinessCaseInputs;
  /** An export is of what is stored, so changes must be saved first. */
  dirty: boolean;
}

/** The case as it comes out of the inputs, or why there is none. */
export function CaseResult({ projectId, facts, inputs, dirty }: CaseResultProps) {
  const t = useTranslations("business-case");
  const outcome = useMemo(() => businessCase(facts, inputs), [facts, inputs]);
  const sensitivity = useMemo(() => sensitivities(facts, inputs), [facts, inputs]);
  if (!outcome.ok) {
    return (
      <Alert color="yellow" title={t("none.noCase")}>
        <Text fz="sm">{t(`reasons.${outcome.reason}`)}</Text>
        {outcome.reason === "hostPriceMissing" ? (
          <Anchor component={Link} href={sectionHref(projectId, "prices")} fz="sm">
            {t("reasons.toPrices")}
          </Anchor>
        ) : null}
      </Alert>
    );
  }
  const { currency } = facts;
  return (
    <Stack gap="lg">
      <CaseFigures result={outcome} currency={currency} />
      <LeftOutAlert result={outcome} />
      <CaseCharts result={outcome} sensitivity={sensitivity} currency={currency} />
      <section>
        <Group justify="space-between" mb="sm" gap="sm">
          <Title order={2} size="h3">
            {t("table.title")}
          </Title>
          <ExportMenu
            label={t("table.title")}
            href={(format) => exportHref(projectId, "business-case", format)}
            disabledReason={dirty ? t("table.saveFirst") : null}
          />
        </Group>
        <CaseTable result={outcome} currency={currency} />
      </section>
    </Stack>
  );
}
