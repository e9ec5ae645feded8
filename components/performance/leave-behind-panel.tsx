"use client";

import { Anchor, Group, Paper, Table, Text, Title } from "@mantine/core";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useMoney } from "@/components/assessment/use-money";
import { useSizeText } from "@/components/inventory/use-size-text";
import { sectionHref } from "@/components/shell/sections";
import { Known } from "@/components/ui/no-data";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useSearchParamSetter } from "@/components/ui/use-search-param";
import type { LeaveBehind, PerformanceOverview } from "@/lib/performance/api-schema";
import { MIB_PER_GIB } from "@/lib/units/bytes";

/** In the order of the server's choices. */
const CASES = ["all", "zombie", "zombieIdle"] as const;

interface PanelProps {
  projectId: string;
  overview: PerformanceOverview;
}

function ChoiceTable({ saving }: { saving: LeaveBehind }) {
  const t = useTranslations("performance.saving");
  const tAssessment = useTranslations("assessment");
  const format = useFormatter();
  const size = useSizeText();
  const money = useMoney(saving.currency);
  const all = saving.choices[0];
  const one = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  return (
    <ScrollRegion label={t("table")}>
      <Table miw={860}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("case")}</Table.Th>
            {(["left", "vcpus", "memory", "storage", "exact", "hosts"] as const).map((name) => (
              <Table.Th key={name} ta="end">
                {t(name)}
              </Table.Th>
            ))}
            <Table.Th>{t("limit")}</Table.Th>
            <Table.Th ta="end">{t("monthly")}</Table.Th>
            <Table.Th ta="end">{t("saved")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {saving.choices.map((choice, index) => (
            <Table.Tr key={choice.left.join()}>
              <Table.Th scope="row" fw={400}>
                {t(`cases.${CASES[index] ?? "all"}`)}
              </Table.Th>
              <Table.Td ta="end" className="lf-numeric">
                {one(choice.leftVms)}
              </Table.Td>
              <Table.Td ta="end" className="lf-numeric">
                {one(choice.demand.vcpus)}
              </Table.Td>
              <Table.Td ta="end" className="lf-numeric">
                {size.mib(choice.demand.memoryGib * MIB_PER_GIB)}
              </Table.Td>
              <Table.Td ta="end" className="lf-numeric">
                {size.mib(choice.demand.storageGib * MIB_PER_GIB)}
              </Table.Td>
              <Table.Td ta="end" className="lf-numeric">
                {format.number(choice.exactHosts, {
                  minimumFractionDigits: 2,
                  maximumFractionDigits: 2,
                })}
              </Table.Td>
              <Table.Td ta="end" className="lf-numeric" fw={600}>
                {one(choice.hosts)}
              </Table.Td>
              <Table.Td>
                <Known value={choice.limitingFactor}>
                  {(factor) => tAssessment(`limitingFactor.${factor}`)}
                </Known>
              </Table.Td>
              <Table.Td ta="end" className="lf-numeric">
                <Known value={choice.monthly}>{money}</Known>
              </Table.Td>
              <Table.Td ta="end" className="lf-numeric" fw={600}>
                {index === 0 ? null : (
                  <Known
                    value={
                      choice.monthly === null || all === undefined || all.monthly === null
                        ? null
                        : all.monthly - choice.monthly
                    }
                  >
                    {money}
                  </Known>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function Basis({ projectId, overview: { assessment } }: PanelProps) {
  const t = useTranslations("performance.saving");
  if (assessment === null) return <>{t("basisDefaults")}</>;
  const link = (chunks: ReactNode) => (
    <Anchor
      component={Link}
      href={`${sectionHref(projectId, "assessments")}/${assessment.id}`}
      fz="inherit"
      underline="always"
    >
      {chunks}
    </Anchor>
  );
  return (
    <>
      {t.rich("basisAssessment", { link, name: assessment.name })}{" "}
      {assessment.isOutOfDate ? t("outOfDate") : null}
    </>
  );
}

/** Hosts and cost with and without the VMs that nobody seems to need. */
export function LeaveBehindPanel(props: PanelProps) {
  const { leaveBehind: saving, activities } = props.overview;
  const t = useTranslations("performance.saving");
  const tActivities = useTranslations("performance.activities");
  const set = useSearchParamSetter();
  const titleId = useId();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={titleId}>
      <Title order={2} size="h3" id={titleId}>
        {t("title")}
      </Title>
      {saving === null ? (
        <Text fz="sm" c="dimmed" mt="xs">
          {t("nothing")}
        </Text>
      ) : (
        <>
          <Text fz="xs" c="dimmed" mb="xs">
            {t("help", { nodeType: saving.nodeType })} <Basis {...props} />
          </Text>
          <ChoiceTable saving={saving} />
          <Text fz="xs" c="dimmed" mt="xs">
            {t("rounding")} {t("demandNote")} {t("azure")}
          </Text>
          <Group gap="md" mt="xs" className="lf-no-print">
            {(["zombie", "idle"] as const).map((activity) =>
              (activities[activity] ?? 0) === 0 ? null : (
                <Anchor
                  key={activity}
                  component="button"
                  type="button"
                  fz="sm"
                  onClick={() => set({ "filter.activity": activity })}
                >
                  {t("show", { activity: tActivities(activity) })}
                </Anchor>
              ),
            )}
          </Group>
        </>
      )}
    </Paper>
  );
}
