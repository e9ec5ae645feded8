"use client";

import { Alert, Button, Group, Stepper, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { sectionHref } from "@/components/shell/sections";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LoadingState } from "@/components/ui/loading-state";
import { notify } from "@/components/ui/notify";
import { useSearchParam } from "@/components/ui/use-search-param";
import { useCommand } from "@/components/world/use-command";
import { GoSummary } from "./go-summary";
import { draftOf, type GroupForm, typeCounts } from "./group-draft";
import classes from "./group-wizard.module.css";
import { NetworkStep } from "./network-step";
import { PlacementStep } from "./placement-step";
import { ReviewStep } from "./review-step";
import { TypeStep } from "./type-step";
import type { GroupContext } from "./use-group-context";
import { type GroupFormState, useGroupForm } from "./use-group-form";
import { VmStep } from "./vm-step";
import {
  firstUnfilled,
  isStepFilled,
  stepBeside,
  WIZARD_STEPS,
  type WizardStep,
} from "./wizard-steps";

// Date pickers come when a window is chosen.
const ScheduleStep = dynamic(async () => (await import("./schedule-step")).ScheduleStep, {
  loading: () => <LoadingState />,
});

interface GroupWizardProps {
  context: GroupContext;
  initial: GroupForm;
  kind: "mobilityGroup.create" | "mobilityGroup.edit";
}

interface StepContentProps {
  step: WizardStep;
  context: GroupContext;
  state: GroupFormState;
}

function StepContent({ step, context, state }: StepContentProps) {
  const { form, change } = state;
  switch (step) {
    case "vms":
      return <VmStep context={context} vms={form.vms} onChange={(vms) => change({ vms })} />;
    case "types":
      return <TypeStep form={form} onChange={change} />;
    case "placement":
      return <PlacementStep context={context} form={form} onChange={change} />;
    case "networks":
      return <NetworkStep context={context} form={form} onChange={change} />;
    case "schedule":
      return <ScheduleStep context={context} form={form} onChange={change} />;
    case "review":
      return (
        <ReviewStep context={context} form={form} problems={state.problems} onChange={change} />
      );
  }
}

/** Puts a mobility group together, step by step, as HCX's wizard does. */
export function GroupWizard({ context, initial, kind }: GroupWizardProps) {
  const { projectId } = context;
  const t = useTranslations("groups");
  const router = useRouter();
  const narrow = useMediaQuery("(max-width: 62em)");
  const [stepText, setStep] = useSearchParam("step");
  const step = WIZARD_STEPS.find((candidate) => candidate === stepText) ?? "vms";
  const state = useGroupForm(projectId, initial, kind);
  // The group's own page is on the way: nothing can be saved twice meanwhile.
  const [saved, setSaved] = useState(false);
  const [asking, setAsking] = useState(false);
  const missingId = useId();
  const starter = useCommand(projectId);
  const { form, problems, validate } = state;
  const groupHref = `${sectionHref(projectId, "groups")}/${encodeURIComponent(form.groupId)}`;
  const unchecked = step === "review" && problems === null && state.failure === null;
  useEffect(() => {
    if (unchecked) void validate();
  }, [unchecked, validate]);
  const save = async () => {
    if (!(await state.save())) return;
    setSaved(true);
    notify({ kind: "success", message: t("saved", { name: form.name }) });
    router.push(groupHref);
  };
  const saveAndGo = async () => {
    const isSaved = await state.save();
    setAsking(false);
    if (!isSaved) return;
    setSaved(true);
    const request = { kind: "mobilityGroup.start", payload: { groupId: form.groupId } } as const;
    // Where it is refused, the group is there as a draft: its page says so and takes it from here.
    const started = await starter.run([request], t("started", { name: form.name }));
    router.push(started ? sectionHref(projectId, "board") : groupHref);
  };
  const missing = firstUnfilled(step, form);
  const back = stepBeside(step, -1);
  const next = stepBeside(step, 1);
  return (
    <div className={classes.layout}>
      <Stepper
        active={WIZARD_STEPS.indexOf(step)}
        onStepClick={(index) => setStep(WIZARD_STEPS[index] ?? "vms", "push")}
        orientation={narrow ? "horizontal" : "vertical"}
        size="xs"
        iconSize={narrow ? 24 : 30}
        wrap={false}
        aria-label={t("wizard.steps")}
        classNames={{ stepBody: classes.stepBody }}
      >
        {WIZARD_STEPS.map((one) => (
          <Stepper.Step
            key={one}
            label={narrow ? undefined : t(`wizard.stepNames.${one}`)}
            aria-label={t(`wizard.stepNames.${one}`)}
            aria-current={one === step ? "step" : undefined}
          />
        ))}
      </Stepper>
      <div className={classes.content}>
        <Title order={2} mb="md">
          {t(`wizard.stepNames.${step}`)}
        </Title>
        {state.failure === null ? null : (
          <Alert color="red" role="alert" mb="md">
            {state.failure}
          </Alert>
        )}
        {state.restored && !saved ? (
          <Alert color="gray" mb="md">
            <Group justify="space-between" gap="sm">
              {t("wizard.restored")}
              <Button variant="default" onClick={state.startOver}>
                {t("wizard.startOver")}
              </Button>
            </Group>
          </Alert>
        ) : null}
        <StepContent step={step} context={context} state={state} />
        <div className={classes.footer}>
          <div role="status" className={classes.state}>
            <Text fz="sm" fw={600}>
              {t("wizard.chosen", { count: form.vms.length })}
            </Text>
            {missing === null ? null : (
              <Text fz="xs" c="dimmed" id={missingId}>
                {t(`wizard.missing.${missing}`)}
              </Text>
            )}
          </div>
          <Button
            variant="default"
            size="sm"
            disabled={back === null}
            onClick={() => setStep(back, "push")}
          >
            {t("wizard.back")}
          </Button>
          {next === null ? (
            <>
              <Button
                variant="default"
                size="sm"
                disabled={!isStepFilled("review", form) || saved || problems?.length !== 0}
                onClick={() => setAsking(true)}
              >
                {t("wizard.saveAndGo")}
              </Button>
              <Button
                size="sm"
                loading={state.pending || saved}
                disabled={!isStepFilled("review", form)}
                onClick={() => void save()}
              >
                {t("wizard.save")}
              </Button>
            </>
          ) : (
            <Button
              size="sm"
              disabled={missing !== null}
              aria-describedby={missing === null ? undefined : missingId}
              onClick={() => setStep(next, "push")}
            >
              {t("wizard.next")}
            </Button>
          )}
        </div>
      </div>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => void saveAndGo()}
        title={t("goTitle", { name: form.name })}
        confirmLabel={t("go")}
        pending={state.pending || starter.pending}
      >
        <GoSummary
          draft={draftOf(form)}
          types={typeCounts(form).map(([type, count]) => ({ type, count }))}
          window={form.switchoverWindow}
          view={context.world.clock}
        />
      </ConfirmDialog>
    </div>
  );
}
