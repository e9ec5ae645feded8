"use client";

import { List, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useSizeText } from "@/components/inventory/use-size-text";
import { useVsphereText } from "@/components/inventory/use-vsphere-text";
import type { Detail } from "@/lib/assessment/readiness-schema";
import { MIB_PER_GIB } from "@/lib/units/bytes";

/** Longer lists say how many more there are. */
const MOST_DETAILS = 20;

function useDetailText(): (detail: Detail) => string {
  const t = useTranslations("assessment-pages.details");
  const tReasons = useTranslations("discovery.setAside");
  const format = useFormatter();
  const size = useSizeText();
  const vsphere = useVsphereText();
  const number = (name: string, value: number): string => {
    if (name.endsWith("Mib")) return size.mib(value);
    if (name.endsWith("Gib")) return size.mib(value * MIB_PER_GIB);
    if (name.endsWith("Mhz")) return t("mhz", { value: format.number(value) });
    return /ratio$/i.test(name)
      ? format.number(value, { style: "percent", maximumFractionDigits: 1 })
      : format.number(value);
  };
  const text = (name: string, value: string): string => {
    if (name === "reason" && tReasons.has(value)) return tReasons(value);
    const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(value)?.[0];
    return day === undefined
      ? vsphere(value)
      : format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  };
  const write = (name: string, value: Detail[string]): string => {
    if (value === null) return t("notStated");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    return typeof value === "number" ? number(name, value) : text(name, value);
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
