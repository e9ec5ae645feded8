"use client";

import { ActionIcon, Group, NumberInput, Text, Tooltip } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemSentence } from "@/components/ui/error-sentence";
import { type FieldKey, SOURCES, specOf } from "@/lib/cost/business-case/fields";
import type { FieldValue } from "@/lib/cost/business-case/values";
import type { CaseDraft } from "./use-case-draft";
import { shownScale, useFieldText } from "./use-field-text";

interface CaseFieldProps {
  field: FieldKey;
  value: FieldValue;
  draft: CaseDraft;
  currency: string;
  readOnly: boolean;
}

/** Where the value comes from, in a sentence: its source and day, or that nobody gives one. */
function useOriginText({ field, value, currency }: CaseFieldProps): string {
  const t = useTranslations("business-case.origin");
  const text = useFieldText(currency);
  const source = specOf(field).source;
  const { title, date } = SOURCES[source];
  if (value.origin === "entered") return t("entered");
  if (value.origin === "unknown") {
    return source === "missing" ? t("missing") : t("unknown");
  }
  const shown = value.value === null ? "" : text(field, value.value);
  if (value.origin === "derived") return t(`derived.${source}`, { value: shown });
  return source === "assumed"
    ? t("assumed", { value: shown })
    : t("default", { value: shown, source: title, date: date ?? "" });
}

/** One input: its value, what it means, where the value comes from, and the way back to it. */
export function CaseField(props: CaseFieldProps) {
  const { field, value, draft, readOnly } = props;
  const t = useTranslations("business-case");
  const sentence = useProblemSentence();
  const origin = useOriginText(props);
  const text = useFieldText(props.currency);
  const { unit, min, max } = specOf(field);
  const scale = shownScale(field);
  const entered = draft.inputs.entered[field];
  const [typed, setTyped] = useState<string | null>(null);
  const problem = draft.problems.get(`entered.${field}`);
  const label = t(`fields.${field}.label`);
  return (
    <NumberInput
      label={label}
      description={
        <>
          {t(`fields.${field}.help`)}{" "}
          <Text component="span" fz="inherit" fw={value.origin === "entered" ? 600 : 400}>
            {origin}
          </Text>
        </>
      }
      error={
        problem
          ? sentence({
              code: problem,
              values: { minimum: min * scale, maximum: max * scale },
            })
          : null
      }
      inputWrapperOrder={["label", "input", "description", "error"]}
      readOnly={readOnly}
      decimalScale={4}
      thousandSeparator=","
      suffix={unit === "ratio" ? " %" : ""}
      // A default stands as a hint and not as text, so that the box can be emptied and typed into.
      placeholder={value.value === null ? t("notEntered") : text(field, value.value)}
      value={typed ?? (entered === undefined ? "" : Math.round(entered * scale * 1e4) / 1e4)}
      onChange={(next) => {
        // "0." is on its way to "0.5": it stays as typed until it is another number.
        setTyped(typeof next === "string" && next !== "" ? next : null);
        const number = Number(next);
        draft.enter(field, next === "" || !Number.isFinite(number) ? null : number / scale);
      }}
      onBlur={() => setTyped(null)}
      rightSectionWidth={entered === undefined ? undefined : 60}
      rightSection={
        entered === undefined || readOnly ? undefined : (
          <Group gap={2} wrap="nowrap">
            <Tooltip label={t("reset")}>
              <ActionIcon
                size={24}
                aria-label={t("resetNamed", { field: label })}
                onClick={() => draft.enter(field, null)}
              >
                <IconRestore size={14} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Group>
        )
      }
    />
  );
}
