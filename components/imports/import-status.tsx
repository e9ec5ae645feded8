"use client";

import { useTranslations } from "next-intl";
import { StateBadge } from "@/components/ui/state-badge";
import type { Tone } from "@/components/ui/tone";
import type { ImportRecord, ImportStatus } from "@/lib/discovery/import-schema";

const tones: Record<ImportStatus, Tone> = {
  receiving: "progress",
  reading: "progress",
  succeeded: "success",
  failed: "danger",
  cancelled: "neutral",
};

/** How an import stands, in a word; one that the pages read says so, and whether they read all of it. */
export function ImportStatusBadge({ record }: { record: ImportRecord }) {
  const t = useTranslations("imports.status");
  if (record.inUse.length > 0) {
    return (
      <StateBadge tone="info" withDot>
        {t(record.inUse.length === record.content.length ? "current" : "partly")}
      </StateBadge>
    );
  }
  return (
    <StateBadge tone={tones[record.status]} withDot>
      {t(record.status)}
    </StateBadge>
  );
}
