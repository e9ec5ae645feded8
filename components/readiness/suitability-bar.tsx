"use client";

import { Progress, Table } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { NoData } from "@/components/ui/no-data";
import type { Suitability } from "@/lib/assessment/readiness-schema";
import { suitabilityShares } from "./suitability-counts";
import { SuitabilityBadge } from "./suitability-signs";

type Counts = Readonly<Partial<Record<Suitability, number>>>;

const colors: Record<Suitability, string> = {
  Suitable: "var(--lf-success)",
  ConditionallySuitable: "var(--lf-warning)",
  NotSuitable: "var(--lf-danger)",
  ReadinessUnknown: "var(--lf-neutral)",
};

/** The readiness states as one bar. Its figures stand beside or under it. */
export function SuitabilityBar({ counts, size = "md" }: { counts: Counts; size?: "md" | "xl" }) {
  return (
    <Progress.Root size={size} miw={90} aria-hidden>
      {suitabilityShares(counts).map(({ suitability, ratio }) => (
        <Progress.Section
          key={suitability}
          value={(ratio ?? 0) * 100}
          color={colors[suitability]}
        />
      ))}
    </Progress.Root>
  );
}

/** The figures of the bar. */
export function SuitabilityTable({ counts }: { counts: Counts }) {
  const t = useTranslations("assessment-pages.readiness");
  const format = useFormatter();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("state")}</Table.Th>
          <Table.Th ta="end">{t("vms")}</Table.Th>
          <Table.Th ta="end">{t("share")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {suitabilityShares(counts).map(({ suitability, vms, ratio }) => (
          <Table.Tr key={suitability}>
            <Table.Th scope="row" fw={400}>
              <SuitabilityBadge suitability={suitability} />
            </Table.Th>
            <Table.Td ta="end" className="lf-numeric">
              {format.number(vms)}
            </Table.Td>
            <Table.Td ta="end" className="lf-numeric">
              {ratio === null ? (
                <NoData />
              ) : (
                format.number(ratio, { style: "percent", maximumFractionDigits: 1 })
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
