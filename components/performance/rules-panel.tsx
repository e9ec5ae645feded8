"use client";

import {
  Accordion,
  Badge,
  Button,
  Fieldset,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Text,
} from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconRestore } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useSearchParamSetter } from "@/components/ui/use-search-param";
import { PERCENTILES, type PerformanceRules, RULE_NAMES } from "@/lib/performance/rules-schema";
import { type NumberRule, RULE_GROUPS } from "./rule-fields";

/** Waits until a person stops typing before the verdicts follow. */
const TYPING_MS = 400;

/** Sources are of different lengths: the inputs of a row stand side by side above them. */
const FIELD_ORDER: ("label" | "input" | "description" | "error")[] = [
  "label",
  "input",
  "description",
  "error",
];

interface RulesPanelProps {
  rules: PerformanceRules;
  defaults: PerformanceRules;
}

interface NumberFieldProps extends RulesPanelProps {
  rule: NumberRule;
  min: number;
  max: number;
  step: number;
}

function NumberField({ rule, rules, defaults, min, max, step }: NumberFieldProps) {
  const t = useTranslations("performance.rules");
  const format = useFormatter();
  const set = useSearchParamSetter();
  const current = rules[rule];
  const [value, setValue] = useState<number | string>(current);
  useEffect(() => setValue(current), [current]);
  const send = useDebouncedCallback((next: number) => {
    set({ [rule]: next === defaults[rule] ? null : String(next) });
  }, TYPING_MS);
  return (
    <NumberInput
      label={t(`fields.${rule}`)}
      description={t("default", {
        value: format.number(defaults[rule]),
        source: t(`sources.${rule}`),
      })}
      value={value}
      onChange={(next) => {
        setValue(next);
        if (typeof next === "number" && next >= min && next <= max) send(next);
      }}
      min={min}
      max={max}
      step={step}
      decimalScale={2}
      thousandSeparator=","
      inputWrapperOrder={FIELD_ORDER}
    />
  );
}

function PercentileField({ rules, defaults }: RulesPanelProps) {
  const t = useTranslations("performance.rules");
  const set = useSearchParamSetter();
  const percentile = usePercentileText();
  return (
    <Select
      label={t("fields.percentile")}
      description={t("default", {
        value: percentile(defaults.percentile),
        source: t("sources.percentile"),
      })}
      value={rules.percentile}
      onChange={(next) => set({ percentile: next === defaults.percentile ? null : next })}
      data={PERCENTILES.map((value) => ({ value, label: percentile(value) }))}
      allowDeselect={false}
      inputWrapperOrder={FIELD_ORDER}
    />
  );
}

/** `95th` of `p95`. */
export function usePercentileText(): (percentile: PerformanceRules["percentile"]) => string {
  const t = useTranslations("assessment.values.percentile");
  return (percentile) =>
    t(percentile.replace("p", "Percentile") as "Percentile50" | "Percentile90");
}

/** What the verdicts go by, each with its source; a change is part of the address. */
export function RulesPanel(props: RulesPanelProps) {
  const { rules, defaults } = props;
  const t = useTranslations("performance.rules");
  const set = useSearchParamSetter();
  const percentile = usePercentileText();
  const changed = RULE_NAMES.some((name) => rules[name] !== defaults[name]);
  return (
    <Accordion variant="separated" order={3}>
      <Accordion.Item value="rules">
        <Accordion.Control>
          <Group gap="sm">
            {t("title")}
            {changed ? <Badge color="azure">{t("changed")}</Badge> : null}
          </Group>
          <Text fz="xs" c="dimmed">
            {t("summary", { ...rules, percentile: percentile(rules.percentile) })}
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          {RULE_GROUPS.map(({ id, fields }) => (
            <Fieldset key={id} legend={t(`groups.${id}`)} mb="sm">
              <SimpleGrid cols={{ base: 1, xs: 2, lg: 3 }} spacing="sm">
                {id === "size" ? <PercentileField {...props} /> : null}
                {fields.map((field) => (
                  <NumberField key={field.rule} {...props} {...field} />
                ))}
              </SimpleGrid>
            </Fieldset>
          ))}
          <Button
            variant="default"
            leftSection={<IconRestore size={14} aria-hidden />}
            disabled={!changed}
            onClick={() => set(Object.fromEntries(RULE_NAMES.map((name) => [name, null])))}
          >
            {t("reset")}
          </Button>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
