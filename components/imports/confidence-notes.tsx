"use client";

import { Alert, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { StatusDot } from "@/components/ui/status-dot";
import { type Tone, toneColor } from "@/components/ui/tone";
import type { ConfidenceNote, DataConfidence } from "@/lib/discovery/schema";
import { sortedNotes } from "./confidence-summary";

const tones: Record<ConfidenceNote["severity"], Tone> = {
  error: "danger",
  warning: "warning",
  info: "info",
};

function Note({ note }: { note: ConfidenceNote }) {
  const t = useTranslations("discovery.notes");
  const tSeverity = useTranslations("imports.severity");
  const tFigures = useTranslations("discovery.figures");
  const figure = note.detail.figure;
  const values = {
    ...note.detail,
    count: note.count,
    // A figure is named as the page names it, not as the program does.
    ...(typeof figure === "string" && tFigures.has(figure) ? { figure: tFigures(figure) } : {}),
  };
  return (
    <Alert
      color={toneColor[tones[note.severity]]}
      icon={<StatusDot tone={tones[note.severity]} label={tSeverity(note.severity)} sizePx={18} />}
    >
      <Text fz="sm" fw={600}>
        {t(`${note.code}.title`, values)}
      </Text>
      <Text fz="sm">{t(`${note.code}.detail`, values)}</Text>
    </Alert>
  );
}

/** What to know before trusting the figures, the gravest first. */
export function ConfidenceNotes({ confidence }: { confidence: DataConfidence }) {
  const t = useTranslations("imports.confidence");
  const notes = sortedNotes(confidence);
  if (notes.length === 0) {
    return (
      <Text fz="sm" c="dimmed">
        {t("noNotes")}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      {notes.map((note) => (
        <Note key={`${note.code} ${JSON.stringify(note.detail)}`} note={note} />
      ))}
    </Stack>
  );
}
