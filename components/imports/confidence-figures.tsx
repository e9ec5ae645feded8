"use client";

import { ColorSwatch, Group, Progress, Table, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { NoData } from "@/components/ui/no-data";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { DataConfidence } from "@/lib/discovery/schema";
import { type FigureRow, figureRows } from "./confidence-summary";

const COLORS = { reported: "var(--lf-series-1)", derived: "var(--lf-series-3)" };

function OriginBar({ row }: { row: FigureRow }) {
  const share = (vms: number) => (row.total > 0 ? (vms / row.total) * 100 : 0);
  return (
    <Progress.Root size="md" miw={140} aria-hidden>
      <Progress.Section value={share(row.reported)} color={COLORS.reported} />
      <Progress.Section value={share(row.derivedTotal)} color={COLORS.derived} />
    </Progress.Root>
  );
}

function FigureLine({ row }: { row: FigureRow }) {
  const t = useTranslations("discovery.figures");
  const tHow = useTranslations("discovery.how");
  const format = useFormatter();
  const how = row.derived.filter((part) => part.how !== "");
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {t.has(row.figure) ? t(row.figure) : row.figure}
        {how.map((part) => (
          <Text key={part.how} fz="xs" c="dimmed">
            {tHow.has(part.how) ? tHow(part.how) : part.how}
          </Text>
        ))}
      </Table.Th>
      <Table.Td>
        <OriginBar row={row} />
      </Table.Td>
      {[row.reported, row.derivedTotal, row.missing].map((vms, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three fixed columns.
        <Table.Td key={index} ta="end" className="lf-numeric">
          {row.total === 0 ? <NoData /> : format.number(vms)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** A heading with the colour that the bars have for it. */
function Legend({ color, children }: { color: string; children: string }) {
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      <ColorSwatch size={10} radius={2} withShadow={false} color={color} aria-hidden />
      {children}
    </Group>
  );
}

/** Where each figure comes from, counted in VMs. */
export function ConfidenceFigures({ confidence }: { confidence: DataConfidence }) {
  const t = useTranslations("imports.confidence");
  const rows = figureRows(confidence);
  if (rows.length === 0) return <NoData />;
  return (
    <ScrollRegion label={t("figuresTitle")}>
      <Table miw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("figure")}</Table.Th>
            <Table.Th>{t("share")}</Table.Th>
            <Table.Th>
              <Legend color={COLORS.reported}>{t("reported")}</Legend>
            </Table.Th>
            <Table.Th>
              <Legend color={COLORS.derived}>{t("derived")}</Legend>
            </Table.Th>
            <Table.Th ta="end">{t("missing")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <FigureLine key={row.figure} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
