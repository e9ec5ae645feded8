"use client";

import { Alert, Anchor, Button, Group, List, Stack, Text, Title } from "@mantine/core";
import { IconArrowRight, IconCircleCheck, IconLock, IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ClockControl } from "@/components/clock/use-clock";
import { useDurationText } from "@/components/clock/use-duration-text";
import { useCan } from "@/components/shell/caller-context";
import { sectionHref } from "@/components/shell/sections";
import { OriginMark } from "@/components/ui/origin-mark";
import type { CommandKind } from "@/lib/world/schema";
import type { StepId, StepView } from "@/lib/world/view-schema";
import { CommandForm } from "./command-form";
import type { CommandForm as CommandFormSpec, FormContext, FormValues } from "./field-spec";
import { ResourceCard } from "./resource-card";
import { stepAfter } from "./setup-steps";
import { isSetupStep, STEP_INFO, type StepInfo, usualDuration } from "./step-info";
import { messageKey, useFieldText } from "./use-field-text";

function UsualDuration({ info }: { info: StepInfo }) {
  const t = useTranslations("setup-pages");
  const duration = useDurationText();
  const usual = usualDuration(info);
  if (!usual) return null;
  return (
    <Group gap={6}>
      <Text fz="sm">
        {t("usually", { from: duration(usual.minSeconds), to: duration(usual.maxSeconds) })}
      </Text>
      <OriginMark
        origin={usual.isPublished ? "reported" : "assumed"}
        detail={usual.sources.join("; ")}
      />
    </Group>
  );
}

interface BlockedNoticeProps {
  projectId: string;
  step: StepView;
  steps: readonly StepView[];
  onChoose: (id: StepId) => void;
}

/** Why a step cannot be taken yet, with the way to each step that comes first. */
function BlockedNotice({ projectId, step, steps, onChoose }: BlockedNoticeProps) {
  const t = useTranslations("setup-pages");
  const title = (id: StepId) => t(`steps.${messageKey(id)}.title`);
  // HCX builds on the private cloud: what is not on this page is on the Azure one.
  const avsHref = (id: StepId) => `${sectionHref(projectId, "avs")}?step=${id}`;
  return (
    <Alert color="gray" icon={<IconLock size={18} aria-hidden />} title={t("blockedTitle")}>
      <Text fz="sm">{t("blockedSentence")}</Text>
      <List size="sm" mt={6}>
        {step.blockedBy.map((id) => (
          <List.Item key={id}>
            {steps.some((own) => own.id === id) ? (
              <Anchor component="button" type="button" fz="sm" onClick={() => onChoose(id)}>
                {title(id)}
              </Anchor>
            ) : (
              <Anchor component={Link} href={avsHref(id)} fz="sm">
                {title(id)}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Every required step of the page is done: the way on, whichever step is looked at. */
function PageDone({ following }: Pick<StepPanelProps, "following">) {
  const t = useTranslations("setup-pages");
  return (
    <Alert color="green" icon={<IconCircleCheck size={18} aria-hidden />}>
      <Group justify="space-between" gap="sm">
        <Text fz="sm">{t("pageDone")}</Text>
        <Button
          component={Link}
          size="sm"
          href={following.href}
          rightSection={<IconArrowRight size={14} aria-hidden />}
        >
          {t("nextPage", { title: following.title })}
        </Button>
      </Group>
    </Alert>
  );
}

export interface StepPanelProps {
  projectId: string;
  step: StepView;
  steps: readonly StepView[];
  forms: readonly CommandFormSpec[];
  context: FormContext;
  /** Payloads to begin with, by kind. */
  prefilled: (kind: CommandKind) => FormValues | null;
  control: ClockControl;
  onChoose: (id: StepId) => void;
  /** Where the way goes on when every required step of this page is done. */
  following: { title: string; href: string };
}

/** One step: what it is, what it has made, and its form. */
export function StepPanel(props: StepPanelProps) {
  const { projectId, step, steps, forms, context, prefilled, control, onChoose, following } = props;
  const t = useTranslations("setup-pages");
  const mayOperate = useCan("Contributor");
  const [opened, setOpened] = useState<CommandKind | null>(null);
  const texts = useFieldText(step.id);
  if (!isSetupStep(step.id)) return null;
  const info = STEP_INFO[step.id];
  const name = messageKey(step.id);
  const own = forms.find((form) => form.kind === step.id);
  const made = context.resources.filter((resource) => resource.kind === info.resource);
  const shown = opened ?? (made.length === 0 ? step.id : null);
  const form = forms.find((candidate) => candidate.kind === shown);
  const next = stepAfter(steps, step.id);
  return (
    <Stack gap="lg">
      <div>
        <Title order={2}>{t(`steps.${name}.title`)}</Title>
        <Text fz="xs" c="dimmed" mt={2}>
          {t(`steps.${name}.where`)}
        </Text>
        <Text fz="sm" mt={8} maw={720}>
          {t(`steps.${name}.what`)}
        </Text>
        <UsualDuration info={info} />
      </div>
      {next === null && (step.status === "done" || !step.required) ? (
        <PageDone following={following} />
      ) : null}
      {step.status === "blocked" ? (
        <BlockedNotice projectId={projectId} step={step} steps={steps} onChoose={onChoose} />
      ) : null}
      {mayOperate ? null : <Alert color="gray">{t("needsContributor")}</Alert>}
      {made.map((resource) => (
        <ResourceCard
          key={`${resource.name} ${resource.requestedAtSeconds}`}
          resource={resource}
          fields={own?.fields ?? []}
          texts={texts}
          context={context}
          control={control}
        />
      ))}
      {form && step.status !== "blocked" ? (
        <CommandForm
          key={`${form.kind} ${made.length}`}
          projectId={projectId}
          form={form}
          context={context}
          prefilled={prefilled(form.kind)}
          onDone={() => setOpened(null)}
          onCancel={made.length > 0 ? () => setOpened(null) : undefined}
        />
      ) : null}
      {made.length > 0 && shown === null && step.status !== "blocked" ? (
        <Group gap="sm">
          {next && next.id !== step.id ? (
            <Button
              size="sm"
              rightSection={<IconArrowRight size={14} aria-hidden />}
              onClick={() => onChoose(next.id)}
            >
              {t("nextStep", { title: t(`steps.${messageKey(next.id)}.title`) })}
            </Button>
          ) : null}
          {info.repeatable ? (
            <Button
              size="sm"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => setOpened(step.id)}
            >
              {t("addAnother")}
            </Button>
          ) : null}
          {info.also ? (
            <Button size="sm" variant="default" onClick={() => setOpened(info.also ?? null)}>
              {t(`steps.${messageKey(info.also)}.title`)}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </Stack>
  );
}
