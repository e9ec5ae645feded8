"use client";

import { List, Stack, Table, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { sortedNotes } from "@/components/imports/confidence-summary";
import { useSizeText } from "@/components/inventory/use-size-text";
import { DefinitionList } from "@/components/ui/definition-list";
import type { DataConfidence } from "@/lib/discovery/schema";
import { ReportPart } from "./report-section";

/** What the figures rest on: files with their digests, sheets that lack, and what to be careful of. */
export function ReportConfidence({
  confidence,
  stars,
}: {
  confidence: DataConfidence | null;
  stars: number | null;
}) {
  const t = useTranslations("report.confidence");
  const tImports = useTranslations("imports.confidence");
  const tNotes = useTranslations("discovery.notes");
  const tFigures = useTranslations("discovery.figures");
  const tKinds = useTranslations("discovery.kinds");
  const tAssessment = useTranslations("assessment");
  const format = useFormatter();
  const size = useSizeText();
  if (!confidence) return <Text fz="sm">{t("gone")}</Text>;
  const notes = sortedNotes(confidence);
  return (
    <Stack gap="sm">
      <DefinitionList
        items={[
          { term: tImports("kind"), value: tKinds(confidence.kind) },
          {
            term: tImports("exportAge"),
            value:
              confidence.exportAgeDays === null
                ? null
                : tImports("days", { days: Math.floor(confidence.exportAgeDays) }),
          },
          { term: t("stars"), value: stars === null ? null : tAssessment("stars", { stars }) },
          { term: tImports("sheetsFound"), value: format.number(confidence.sheetsFound.length) },
          {
            term: t("sheetsMissing"),
            value:
              confidence.sheetsMissing.length === 0
                ? tImports("nothingMissing")
                : confidence.sheetsMissing.join(", "),
          },
        ]}
      />
      <ReportPart title={t("files")}>
        <Table>
          <Table.Tbody>
            {confidence.files.map((file) => (
              <Table.Tr key={file.sha256 + file.name}>
                <Table.Th scope="row" fw={400}>
                  {file.name}
                </Table.Th>
                <Table.Td ta="end">{size.bytes(file.bytes)}</Table.Td>
                <Table.Td style={{ wordBreak: "break-all" }} fz="xs">
                  {t("digest", { digest: file.sha256 })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ReportPart>
      <ReportPart title={tImports("notesTitle")} keep={false}>
        {notes.length === 0 ? (
          <Text fz="sm">{tImports("noNotes")}</Text>
        ) : (
          <List fz="sm" spacing={4}>
            {notes.map((note) => {
              const { figure } = note.detail;
              const values = {
                ...note.detail,
                count: note.count,
                ...(typeof figure === "string" && tFigures.has(figure)
                  ? { figure: tFigures(figure) }
                  : {}),
              };
              return (
                <List.Item key={`${note.code} ${JSON.stringify(note.detail)}`}>
                  <strong>{tNotes(`${note.code}.title`, values)}</strong>{" "}
                  {tNotes(`${note.code}.detail`, values)}
                </List.Item>
              );
            })}
          </List>
        )}
      </ReportPart>
    </Stack>
  );
}
