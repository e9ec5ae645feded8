"use client";

import {
  type InputWrapperProps,
  MultiSelect,
  NumberInput,
  Select,
  Switch,
  Text,
} from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useFormatter, useTranslations } from "next-intl";
import { assessmentSettings } from "@/lib/assessment/schema";
import { AVS_REGIONS, findRegion, skusOfRegion } from "@/lib/private-cloud/regions";
import type { AssessmentFormValues } from "./assessment-form-values";
import { type SettingField, valueAt } from "./setting-fields";

const DEFAULTS = assessmentSettings();
const PERCENT = 100;
const INPUT_ORDER: InputWrapperProps["inputWrapperOrder"] = [
  "label",
  "input",
  "error",
  "description",
];

interface SettingInputProps {
  form: UseFormReturnType<AssessmentFormValues>;
  field: SettingField;
  /** What the combination of settings gets wrong here without being refused. */
  warning: string | null;
}

type Option = { value: string; label: string };

/** The choices of a field, named; node types are those of the chosen region. */
function useOptions(form: SettingInputProps["form"], field: SettingField): Option[] {
  const t = useTranslations("assessment.values");
  const tSuitability = useTranslations("readiness.suitability");
  if (field.kind !== "select" && field.kind !== "multi") return [];
  const named = (name: (value: string) => string) =>
    field.options.map((value) => ({ value, label: name(value) }));
  switch (field.names) {
    case "regions":
      return AVS_REGIONS.map((region) => ({ value: region.location, label: region.displayName }));
    case "nodeTypes": {
      const region = findRegion(form.values.settings.azureLocation);
      return (region ? skusOfRegion(region) : []).map((sku) => ({ value: sku, label: sku }));
    }
    case "suitability":
      return named((value) => tSuitability(value));
    case "values":
      return named((value) => t(`${field.valuesKey ?? field.key}.${value}`));
    case "none":
      return named((value) => value);
  }
}

/** The default in words, so that everybody sees what was changed. */
function useDefaultText(field: SettingField, options: readonly Option[]): string {
  const t = useTranslations("assessment-pages.form");
  const format = useFormatter();
  const value = valueAt(DEFAULTS, field.path);
  const nameOf = (one: unknown) =>
    options.find((option) => option.value === one)?.label ?? String(one);
  if (value === null) return t("defaultNone");
  if (typeof value === "boolean") return t(value ? "defaultOn" : "defaultOff");
  if (Array.isArray(value)) {
    return t("default", { value: value.length > 0 ? value.map(nameOf).join(", ") : t("every") });
  }
  if (field.kind === "number") {
    const shown = field.percent
      ? format.number(Number(value), { style: "percent" })
      : format.number(Number(value));
    return t("default", { value: shown });
  }
  return t("default", { value: nameOf(value) });
}

function NumberField({ form, field, common }: SettingInputProps & { common: object }) {
  if (field.kind !== "number") return null;
  const path = `settings.${field.path}`;
  const scale = field.percent ? PERCENT : 1;
  const value = valueAt(form.values.settings, field.path);
  return (
    <NumberInput
      {...common}
      min={field.min}
      {...(field.max === undefined ? {} : { max: field.max })}
      step={field.step}
      decimalScale={field.percent ? 0 : 4}
      suffix={field.percent ? " %" : ""}
      value={typeof value === "number" ? Math.round(value * scale * 1e4) / 1e4 : ""}
      onChange={(next) => form.setFieldValue(path, typeof next === "number" ? next / scale : null)}
    />
  );
}

/** One setting: its name, what it does, its default, and what is wrong with it. */
export function SettingInput(props: SettingInputProps) {
  const { form, field, warning } = props;
  const t = useTranslations("assessment.settings");
  const tForm = useTranslations("assessment-pages.form");
  const options = useOptions(form, field);
  const defaultText = useDefaultText(field, options);
  const path = `settings.${field.path}`;
  const description = (
    <>
      {t(`${field.key}.help`)} {defaultText}
      {warning ? (
        <Text
          component="span"
          display="block"
          fz="xs"
          c="var(--mantine-color-yellow-text)"
          fw={600}
        >
          {warning}
        </Text>
      ) : null}
    </>
  );
  const common = {
    label: t(`${field.key}.label`),
    description,
    error: form.errors[path],
    size: "sm" as const,
    // Inputs of a row stand level, however many lines explain them.
    inputWrapperOrder: INPUT_ORDER,
  };
  const value = valueAt(form.values.settings, field.path);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  switch (field.kind) {
    case "number":
      return <NumberField {...props} common={common} />;
    case "switch":
      return (
        <Switch
          label={common.label}
          description={common.description}
          error={common.error}
          size="sm"
          checked={value === true}
          onChange={(event) => form.setFieldValue(path, event.currentTarget.checked)}
        />
      );
    case "select":
      return (
        <Select
          {...common}
          data={options}
          value={String(value)}
          allowDeselect={false}
          searchable={options.length > 10}
          onChange={(next) => form.setFieldValue(path, next)}
        />
      );
    case "multi":
      return (
        <MultiSelect
          {...common}
          data={options}
          value={chosen}
          clearable
          placeholder={
            field.names === "nodeTypes" && chosen.length === 0 ? tForm("allTypes") : undefined
          }
          onChange={(next) => form.setFieldValue(path, next)}
        />
      );
  }
}
