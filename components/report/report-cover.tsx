"use client";

import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { regionName } from "@/components/assessment/region-name";
import { usePriceSource } from "@/components/assessment/use-price-source";
import { useDateText } from "@/components/imports/use-date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { projectQuery } from "@/lib/client/project-queries";
import type { ImportDetail } from "@/lib/discovery/import-schema";
import classes from "./report.module.css";

/** What the report is of, and whether it still holds. */
export function ReportCover({
  assessment,
  source,
}: {
  assessment: AssessmentRecord;
  source: ImportDetail | undefined;
}) {
  const t = useTranslations("report.cover");
  const date = useDateText(assessment.projectId);
  const priceSource = usePriceSource();
  const { data: project } = useQuery(projectQuery(assessment.projectId));
  const [first] = assessment.options;
  return (
    <div className={classes.cover}>
      <Text fz="sm" c="dimmed" tt="none">
        {t("kind")}
      </Text>
      <Title order={1} className={classes.coverTitle}>
        {project?.name ?? ""}
      </Title>
      <Text fz="lg" mb="xl">
        {assessment.name}
      </Text>
      <DefinitionList
        items={[
          { term: t("computed"), value: date(assessment.createdAt) },
          { term: t("by"), value: assessment.createdByName },
          { term: t("region"), value: regionName(assessment.settings.azureLocation) },
          { term: t("source"), value: source?.import.fileName },
          { term: t("imported"), value: source ? date(source.import.createdAt) : null },
          { term: t("prices"), value: first ? priceSource(first.cost) : null },
          { term: t("state"), value: t(assessment.isOutOfDate ? "outOfDate" : "upToDate") },
        ]}
      />
    </div>
  );
}
