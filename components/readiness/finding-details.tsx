"use client";

import { List, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useSizeText } from "@/components/inventory/use-size-text";
import type { Detail } from "@/lib/assessment/readiness-schema";

/** Longer lists say how many more there are. */
const MOST_DETAILS = 20;

function useDetailText(): (detail: Detail) => string {
  const t = useTranslations("assessment-pages.details");
  const format = useFormatter();
  const size = useSizeText();
  const write = (name: string, value: Detail[string]): string => {
    if (value === null) return t("notStated");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "number")
      return name.endsWith("Mib") ? size.mib(value) : format.number(value);
    return value;
  };
  return (detail) =>
    Object.entries(detail)
      .map(([name, value]) =>
        t("pair", {
          name: t.has(`names.${name}`) ? t(`names.${name}`) : name,
          value: write(name, value),
        }),
      )
      .join(", ");
}

/** The values that a finding states: which disk, which network, how large. */
export function FindingDetails({ details }: { details: readonly Detail[] }) {
  const t = useTranslations("assessment-pages.details");
  const write = useDetailText();
  const told = details.filter((detail) => Object.keys(detail).length > 0);
  if (told.length === 0) return null;
  return (
    <>
      <List fz="sm" spacing={2}>
        {told.slice(0, MOST_DETAILS).map((detail) => (
          <List.Item key={JSON.stringify(detail)}>{write(detail)}</List.Item>
        ))}
      </List>
      {told.length > MOST_DETAILS ? (
        <Text fz="xs" c="dimmed">
          {t("more", { count: told.length - MOST_DETAILS })}
        </Text>
      ) : null}
    </>
  );
}
