"use client";

import { Autocomplete, Select, Switch, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { FieldOption, FieldSpec, FormContext, FormValues } from "./field-spec";
import { MultiSelect, NumberInput, TagsInput } from "./late-inputs";
import type { FieldTexts } from "./use-field-text";

export interface FormFieldProps {
  spec: FieldSpec;
  context: FormContext;
  values: FormValues;
  value: unknown;
  onChange: (value: unknown) => void;
  onBlur: () => void;
  error: ReactNode;
  texts: FieldTexts;
  readOnly: boolean;
}

/** Where a problem's link leads. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll(".", "-")}`;
}

const text = (value: unknown) => (typeof value === "string" ? value : "");
const list = (value: unknown) =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

/** A choice that is set stays on offer, even where what it named is gone. */
function withCurrent(options: readonly FieldOption[], current: readonly string[]): FieldOption[] {
  const missing = current.filter((value) => !options.some((option) => option.value === value));
  return [...options, ...missing.map((value) => ({ value, label: value }))];
}

/** Draws one field of a set-up form by its description. */
export function FormField(props: FormFieldProps) {
  const { spec, context, values, value, onChange, onBlur, error, texts, readOnly } = props;
  const { label, help } = texts.field(spec.path);
  const shared = {
    id: fieldId(spec.path),
    label,
    description: help,
    error,
    // Read-only and not disabled: a Reader must be able to read what a form would send.
    readOnly,
    variant: readOnly ? "filled" : undefined,
    onBlur,
    inputWrapperOrder: ["label", "description", "input", "error"] as (
      | "label"
      | "description"
      | "input"
      | "error"
    )[],
  };
  const named = (options: readonly FieldOption[]) =>
    options.map((option) => ({
      value: option.value,
      label: option.label ?? texts.option(spec.path, option.value),
    }));
  switch (spec.control) {
    case "fixed":
      return <TextInput {...shared} value={spec.value} readOnly variant="filled" />;
    case "switch":
      return (
        <Switch
          id={shared.id}
          label={label}
          description={help}
          error={error}
          disabled={readOnly}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case "number":
      return (
        <NumberInput
          {...shared}
          value={typeof value === "number" ? value : ""}
          onChange={(next) => onChange(next === "" ? "" : Number(next))}
          allowDecimal={spec.decimals ?? false}
          allowNegative={false}
          thousandSeparator={spec.unit ? "," : undefined}
          suffix={spec.unit ? ` ${spec.unit}` : undefined}
        />
      );
    case "percent":
      return (
        <NumberInput
          {...shared}
          value={typeof value === "number" ? Number((value * 100).toFixed(4)) : ""}
          onChange={(next) => onChange(next === "" ? "" : Number(next) / 100)}
          allowNegative={false}
          suffix=" %"
        />
      );
    case "text": {
      const suggestions = spec.suggestions?.(context) ?? [];
      return suggestions.length > 0 ? (
        <Autocomplete
          {...shared}
          value={text(value)}
          onChange={onChange}
          data={suggestions}
          limit={50}
        />
      ) : (
        <TextInput
          {...shared}
          value={text(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
          required={!spec.nullable}
          withAsterisk={false}
        />
      );
    }
    case "select": {
      const current = text(value);
      const options = spec.options(context, values);
      if (spec.free) {
        return (
          <Autocomplete
            {...shared}
            value={current}
            onChange={onChange}
            data={options.map((option) => option.value)}
            limit={50}
          />
        );
      }
      return (
        <Select
          {...shared}
          value={current === "" ? null : current}
          onChange={onChange}
          data={named(withCurrent(options, current === "" ? [] : [current]))}
          searchable={options.length > 8}
          allowDeselect={false}
        />
      );
    }
    case "multiSelect": {
      const options = spec.options(context, values);
      return spec.free ? (
        <TagsInput
          {...shared}
          value={list(value)}
          onChange={onChange}
          data={options.map((option) => option.value)}
          clearable
        />
      ) : (
        <MultiSelect
          {...shared}
          value={list(value)}
          onChange={onChange}
          data={named(withCurrent(options, list(value)))}
        />
      );
    }
  }
}
