"use client";

import { Button, Group, Paper, Progress, Stack, Text, Title } from "@mantine/core";
import { IconPlayerTrackNext } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import type { HeardClock } from "@/components/clock/simulated-now";
import type { ClockControl } from "@/components/clock/use-clock";
import { useDurationText } from "@/components/clock/use-duration-text";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { useSimulatedNow } from "@/components/clock/use-simulated-now";
import { DefinitionList } from "@/components/ui/definition-list";
import { StateBadge } from "@/components/ui/state-badge";
import type { FieldSpec, FormContext, FormValues, WorldResource } from "./field-spec";
import { valueAt } from "./form-values";
import { progressAt } from "./setup-steps";
import type { FieldTexts } from "./use-field-text";
import { useStateName } from "./use-state-name";

/** A building that takes hours needs no smoother bar than this. */
const DRAW_MILLISECONDS = 250;

function Building(props: { resource: WorldResource; control: ClockControl; clock: HeardClock }) {
  const { resource, control, clock } = props;
  const t = useTranslations("setup-pages");
  const text = useSimTimeText(clock.view);
  const duration = useDurationText();
  const nowSeconds = useSimulatedNow(clock, DRAW_MILLISECONDS);
  const ratio = progressAt(resource, clock.view.nowSeconds, nowSeconds);
  const leftSeconds = Math.max(0, resource.readyAtSeconds - nowSeconds);
  return (
    <Stack gap={6}>
      <Progress
        value={ratio * 100}
        size="md"
        aria-label={t("progressOf", { name: resource.name })}
        animated={!clock.view.paused}
      />
      <Group justify="space-between" gap="sm">
        <Text fz="sm" className="lf-numeric">
          {t("readyIn", {
            time: text.short(resource.readyAtSeconds),
            duration: duration(leftSeconds),
          })}
          {clock.view.paused ? ` ${t("clockPaused")}` : ""}
        </Text>
        <Button
          variant="default"
          leftSection={<IconPlayerTrackNext size={14} aria-hidden />}
          disabled={!control.mayOperate}
          title={control.mayOperate ? undefined : control.reason}
          loading={control.pending}
          onClick={() =>
            control.change({ action: "jumpTo", atSeconds: Math.ceil(resource.readyAtSeconds) })
          }
        >
          {t("jumpToReady")}
        </Button>
      </Group>
    </Stack>
  );
}

/** A property in words: named choices by the messages, everything else as it is. */
function usePropertyText(texts: FieldTexts, context: FormContext) {
  const t = useTranslations("setup-pages");
  const format = useFormatter();
  return (spec: FieldSpec, properties: FormValues): string | null => {
    const value = valueAt(properties, spec.path);
    if (value === null || value === undefined || value === "") return null;
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "number") {
      if (spec.control === "percent") {
        return format.number(value, { style: "percent", maximumFractionDigits: 3 });
      }
      const unit = spec.control === "number" && spec.unit ? ` ${spec.unit}` : "";
      // An ASN is a name made of digits.
      return spec.path === "peerAsn" ? String(value) : `${format.number(value)}${unit}`;
    }
    const options = "options" in spec ? spec.options(context, properties) : [];
    const words = (item: unknown) =>
      options.find((option) => option.value === item)?.label ??
      texts.option(spec.path, String(item));
    if (Array.isArray(value)) return value.length === 0 ? t("none") : value.map(words).join(", ");
    return words(value);
  };
}

interface ResourceCardProps {
  resource: WorldResource;
  fields: readonly FieldSpec[];
  texts: FieldTexts;
  context: FormContext;
  control: ClockControl;
}

/** What a step has made: its state, how long it still takes, and its properties. */
export function ResourceCard({ resource, fields, texts, context, control }: ResourceCardProps) {
  const t = useTranslations("setup-pages");
  const text = useSimTimeText(control.clock.view);
  const stateName = useStateName();
  const propertyText = usePropertyText(texts, context);
  return (
    <Paper component="section" withBorder p="md" aria-label={resource.name}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={3}>{resource.name}</Title>
          <StateBadge
            withDot
            tone={resource.settled ? (resource.usable ? "success" : "neutral") : "progress"}
          >
            {stateName(resource.state)}
          </StateBadge>
        </Group>
        {resource.settled ? null : (
          <Building resource={resource} control={control} clock={control.clock} />
        )}
        <DefinitionList
          items={[
            ...fields.map((spec) => ({
              term: texts.field(spec.path).label,
              value: propertyText(spec, resource.properties),
            })),
            { term: t("requestedAt"), value: text.short(resource.requestedAtSeconds) },
            ...(resource.settled
              ? [{ term: t("readySince"), value: text.short(resource.readyAtSeconds) }]
              : []),
          ].filter((item) => item.value !== null)}
        />
      </Stack>
    </Paper>
  );
}
