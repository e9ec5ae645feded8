"use client";

import { Button, Group, Table, Text, Title } from "@mantine/core";
import { IconAdjustments } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import type { LawView } from "@/lib/forecast/schema";
import { nineInTen } from "./factor-range";
import classes from "./forecast.module.css";

/** What is taken as uncertain, as stated and as the past has left it. */
export function LawList({ laws, onEdit }: { laws: readonly LawView[]; onEdit: () => void }) {
  const t = useTranslations("forecast.laws");
  const inputs = useTranslations("forecast.inputs");
  const format = useFormatter();
  const range = (median: number, sigma: number) => {
    const { low, high } = nineInTen(median, sigma);
    const percent = (value: number) =>
      format.number(value, { style: "percent", maximumFractionDigits: 0 });
    return sigma === 0 ? percent(median) : t("between", { low: percent(low), high: percent(high) });
  };
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Title order={3} size="h4">
          {t("title")}
        </Title>
        <Button
          variant="subtle"
          leftSection={<IconAdjustments size={14} aria-hidden />}
          onClick={onEdit}
          className="lf-no-print"
        >
          {t("edit")}
        </Button>
      </Group>
      <Text fz="xs" c="dimmed" mb={6}>
        {t("description")}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys. */}
      <section className={classes.scroll} tabIndex={0} aria-label={t("title")}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("input")}</Table.Th>
              <Table.Th>{t("stated")}</Table.Th>
              <Table.Th>{t("known")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {laws.map((law) => (
              <Table.Tr key={law.input}>
                <Table.Th scope="row" fw={400}>
                  {inputs(`${law.input}.name`)}
                </Table.Th>
                <Table.Td className="lf-numeric">
                  {law.applies ? (
                    range(law.statedMedian, law.statedSigma)
                  ) : (
                    <Text component="span" fz="sm" c="dimmed">
                      {t("idle")}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td className="lf-numeric">
                  {!law.applies ? null : law.observations === 0 ? (
                    <Text component="span" fz="sm" c="dimmed">
                      {t("nothingYet")}
                    </Text>
                  ) : (
                    t("observed", {
                      range: range(law.median, law.sigma),
                      count: law.observations,
                    })
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </div>
  );
}
