"use client";

import { Table } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useSettingText } from "@/components/comparison/use-setting-text";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { assessmentSettings } from "@/lib/assessment/schema";
import { flattened } from "@/lib/comparison/settings-diff";

const DEFAULTS = flattened(assessmentSettings());

/** Every setting of the assessment, with the default where it was changed. */
export function ReportSettings({ settings }: Pick<AssessmentRecord, "settings">) {
  const t = useTranslations("report.settings");
  const setting = useSettingText();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("setting")}</Table.Th>
          <Table.Th>{t("value")}</Table.Th>
          <Table.Th>{t("default")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {[...flattened(settings)].map(([path, value]) => {
          const changed = JSON.stringify(value) !== JSON.stringify(DEFAULTS.get(path));
          return (
            <Table.Tr key={path}>
              <Table.Th scope="row" fw={400}>
                {setting.name(path)}
              </Table.Th>
              <Table.Td fw={changed ? 600 : 400}>{setting.write(path, value)}</Table.Td>
              <Table.Td>
                {changed ? setting.write(path, DEFAULTS.get(path)) : t("asDefault")}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
