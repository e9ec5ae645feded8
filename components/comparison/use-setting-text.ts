"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { regionName } from "@/components/assessment/region-name";
import { SETTING_FIELDS, type SettingField } from "@/components/assessment/setting-fields";

const FIELDS: ReadonlyMap<string, SettingField> = new Map(
  Object.values(SETTING_FIELDS)
    .flat()
    .map((field) => [field.path, field]),
);

/** Names a setting and writes its value in the reader's language, by its path. */
export function useSettingText() {
  const t = useTranslations("assessment");
  const tSuitability = useTranslations("readiness.suitability");
  const tText = useTranslations("comparison.values");
  const format = useFormatter();
  const name = useCallback(
    (path: string): string => {
      const key = FIELDS.get(path)?.key ?? path.split(".").at(-1) ?? path;
      return t.has(`settings.${key}.label`) ? t(`settings.${key}.label`) : path;
    },
    [t],
  );
  const one = useCallback(
    (path: string, value: unknown): string => {
      const field = FIELDS.get(path);
      if (value === null || value === undefined) return tText("notSet");
      if (typeof value === "boolean") return tText(value ? "on" : "off");
      if (typeof value === "number") {
        return field?.kind === "number" && field.percent
          ? format.number(value, { style: "percent" })
          : format.number(value);
      }
      const text = String(value);
      if (path === "azureLocation") return regionName(text);
      if (tSuitability.has(text)) return tSuitability(text);
      const group =
        field && (field.kind === "select" || field.kind === "multi")
          ? (field.valuesKey ?? field.key)
          : (path.split(".").at(-1) ?? path);
      return t.has(`values.${group}.${text}`) ? t(`values.${group}.${text}`) : text;
    },
    [t, tSuitability, tText, format],
  );
  const write = useCallback(
    (path: string, value: unknown): string => {
      if (!Array.isArray(value)) return one(path, value);
      if (value.length === 0) return tText(path === "nodeTypes" ? "everyType" : "none");
      return value.map((item) => one(path, item)).join(", ");
    },
    [one, tText],
  );
  return useMemo(() => ({ name, write }), [name, write]);
}
