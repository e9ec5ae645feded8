"use client";

import { Alert, Code, List, Stack, Text } from "@mantine/core";
import { IconFileUnknown } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { readinessGaps } from "@/lib/assessment/readiness-gaps";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";

/** RVTools' own command for an export of every sheet. */
const EXPORT_COMMAND = "RVTools.exe -s <vCenter> -c ExportAll2xlsx -d <folder> -f <file>.xlsx";
/** More checks than these are only counted. */
const MOST_BLANKS = 5;

/** Which deciding checks the export leaves open, for how many VMs, and how to get what is missing. */
export function ReadinessGapsAlert({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("acknowledgement.gaps");
  const tRules = useTranslations("readiness.rules");
  const known = assessment.knownOfOpen;
  const open = known === null ? 0 : known.Suitable + known.ConditionallySuitable;
  if (known === null || open === 0) return null;
  const { sheets, blanks } = readinessGaps(assessment.rules);
  return (
    <Alert color="blue" icon={<IconFileUnknown size={18} />} title={t("title", { count: open })}>
      <Stack gap="xs">
        <Text fz="sm">
          {t("known", { fine: known.Suitable, conditions: known.ConditionallySuitable })}
        </Text>
        {sheets.length > 0 ? (
          <>
            <Text fz="sm">{t("missing")}</Text>
            <List fz="sm" spacing={2}>
              {sheets.map(({ sheet, columns, ruleIds }) => (
                <List.Item key={sheet}>
                  {columns.length > 0
                    ? t("sheetColumns", {
                        sheet,
                        columns: columns.join(", "),
                        count: ruleIds.length,
                      })
                    : t("sheet", { sheet, count: ruleIds.length })}
                </List.Item>
              ))}
            </List>
            <Text fz="sm">
              {t("how")} <Code>{EXPORT_COMMAND}</Code>
            </Text>
          </>
        ) : null}
        {blanks.length > 0 ? (
          <Text fz="sm">
            {t("blanks", {
              checks: blanks
                .slice(0, MOST_BLANKS)
                .map(({ ruleId, vmCount }) =>
                  t("blank", { check: tRules(`${ruleId}.title`), count: vmCount }),
                )
                .join("; "),
              more: Math.max(0, blanks.length - MOST_BLANKS),
            })}
          </Text>
        ) : null}
      </Stack>
    </Alert>
  );
}
