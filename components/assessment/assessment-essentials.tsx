"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useDateText } from "@/components/imports/use-date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { regionName } from "./region-name";

/** The settings that matter most, and who computed it when. */
export function AssessmentEssentials({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("assessment-pages.essentials");
  const tAssessment = useTranslations("assessment");
  const format = useFormatter();
  const date = useDateText(assessment.projectId);
  const { settings, demand, confidenceStars } = assessment;
  const number = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  return (
    <DefinitionList
      items={[
        {
          term: tAssessment("settings.azureLocation.label"),
          value: regionName(settings.azureLocation),
        },
        {
          term: t("created"),
          value: t("createdBy", {
            date: date(assessment.createdAt),
            name: assessment.createdByName,
          }),
        },
        {
          term: tAssessment("settings.sizingCriterion.label"),
          value: tAssessment(`values.sizingCriterion.${settings.sizingCriterion}`),
        },
        {
          term: tAssessment("settings.vcpuOversubscription.label"),
          value: t("ratio", { value: number(settings.vcpuOversubscription) }),
        },
        { term: t("sizedVms"), value: number(demand.vmCount) },
        { term: t("demandVcpus"), value: number(demand.vcpus) },
        { term: t("demandMemory"), value: t("gib", { value: number(demand.memoryGib) }) },
        { term: t("demandStorage"), value: t("tib", { value: number(demand.storageGib / 1_024) }) },
        {
          term: tAssessment("settings.dedupeCompression.label"),
          value: number(settings.dedupeCompression),
        },
        {
          term: tAssessment("settings.scalingFactor.label"),
          value: number(settings.scalingFactor),
        },
        {
          term: tAssessment("settings.savingsOptions.label"),
          value: tAssessment(`values.savingsOptions.${settings.savingsSettings.savingsOptions}`),
        },
        {
          term: t("stars"),
          value: confidenceStars === null ? null : tAssessment("stars", { stars: confidenceStars }),
        },
      ]}
    />
  );
}
