"use client";

import { Badge, Button, Group, Stack, Table, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { isRvtools } from "@/lib/discovery/confidence";
import type { DataConfidence, FileKind, SheetReport } from "@/lib/discovery/schema";
import { sheetCounts } from "./confidence-summary";

/** As many names as fit two lines of a cell. */
const FIRST_NAMES = 6;

function Names({ names, none }: { names: readonly string[]; none: string }) {
  const t = useTranslations("imports.confidence");
  const [open, setOpen] = useState(false);
  if (names.length === 0) {
    return (
      <Text fz="sm" c="dimmed">
        {none}
      </Text>
    );
  }
  const shown = open ? names : names.slice(0, FIRST_NAMES);
  return (
    <Group gap={4}>
      {shown.map((name) => (
        <Badge key={name} color="gray" fw={400}>
          {name}
        </Badge>
      ))}
      {names.length > FIRST_NAMES ? (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t("showLess") : t("showAll", { count: names.length })}
        </Button>
      ) : null}
    </Group>
  );
}

function SheetLine({ report }: { report: SheetReport }) {
  const t = useTranslations("imports.confidence");
  const tReasons = useTranslations("discovery.dropped");
  const format = useFormatter();
  const counts = sheetCounts(report);
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {report.sheet}
        {report.file === undefined ? null : (
          <Text fz="xs" c="dimmed" fw={400} maw={220} style={{ overflowWrap: "anywhere" }}>
            {report.file}
          </Text>
        )}
      </Table.Th>
      <Table.Td ta="end" className="lf-numeric">
        {format.number(counts.rowsRead)}
      </Table.Td>
      <Table.Td ta="end" className="lf-numeric">
        {format.number(counts.rowsKept)}
      </Table.Td>
      <Table.Td ta="end" className="lf-numeric">
        {format.number(counts.rowsMerged)}
      </Table.Td>
      <Table.Td ta="end" className="lf-numeric">
        {format.number(counts.rowsDropped)}
        {counts.reasons.map(({ reason, rows }) => (
          <Text key={reason} fz="xs" c="dimmed">
            {t("reason", { reason: tReasons(reason), rows })}
          </Text>
        ))}
      </Table.Td>
      <Table.Td miw={200}>
        <Names names={report.unknownColumns} none={t("allUnderstood")} />
      </Table.Td>
      <Table.Td miw={160}>
        <Names names={report.customAttributes} none={t("noAttributes")} />
      </Table.Td>
    </Table.Tr>
  );
}

function MissingSheets({ kind, sheets }: { kind: FileKind; sheets: readonly string[] }) {
  const t = useTranslations("imports.confidence");
  return (
    <div>
      <Text fz="sm" fw={600} mb={4}>
        {isRvtools(kind) ? t("sheetsMissing", { count: sheets.length }) : t("formatSaysLess")}
      </Text>
      <Names names={sheets} none={t("nothingMissing")} />
      {sheets.length > 0 ? (
        <Text fz="xs" c="dimmed" mt={4}>
          {t("sheetsMissingHelp")}
        </Text>
      ) : null}
    </div>
  );
}

interface ConfidenceSheetsProps {
  confidence: DataConfidence;
  /** Whether the import brought virtual machines: only checks of those ask for sheets. */
  hasInventory: boolean;
}

/** Sheets that were there and not, what became of their rows, and columns nobody understood. */
export function ConfidenceSheets({ confidence, hasInventory }: ConfidenceSheetsProps) {
  const t = useTranslations("imports.confidence");
  return (
    <Stack gap="md">
      {hasInventory ? (
        <MissingSheets kind={confidence.kind} sheets={confidence.sheetsMissing} />
      ) : null}
      <ScrollRegion label={t("sheetsTitle")}>
        <Table miw={820} verticalSpacing="xs" style={{ verticalAlign: "top" }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("sheet")}</Table.Th>
              <Table.Th ta="end">{t("rowsRead")}</Table.Th>
              <Table.Th ta="end">{t("rowsKept")}</Table.Th>
              <Table.Th ta="end">{t("rowsMerged")}</Table.Th>
              <Table.Th ta="end">{t("rowsDropped")}</Table.Th>
              <Table.Th>{t("unknownColumns")}</Table.Th>
              <Table.Th>{t("customAttributes")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {confidence.sheets.map((report) => (
              <SheetLine key={`${report.file ?? ""}/${report.sheet}`} report={report} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </Stack>
  );
}
