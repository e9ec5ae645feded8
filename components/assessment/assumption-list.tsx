"use client";

import { List, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { regionName } from "./region-name";

/** What the figures take for granted. */
export function AssumptionList({ assumptions }: Pick<AssessmentRecord, "assumptions">) {
  const t = useTranslations("assessment.assumptions");
  const tPages = useTranslations("assessment-pages");
  if (assumptions.length === 0) {
    return (
      <Text fz="sm" c="dimmed">
        {tPages("assumptions.none")}
      </Text>
    );
  }
  return (
    <List fz="sm" spacing={4}>
      {assumptions.map(({ code, count, values }) => {
        const { region } = values;
        const shown = {
          ...values,
          ...(typeof region === "string"
            ? { region: region === "" ? tPages("cost.noRegion") : regionName(region) }
            : {}),
          count: count ?? 0,
        };
        return <List.Item key={code}>{t(code, shown)}</List.Item>;
      })}
    </List>
  );
}
