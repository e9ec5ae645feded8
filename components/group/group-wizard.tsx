"use client";

import { Alert, Button, Stepper, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { sectionHref } from "@/components/shell/sections";
import { notify } from "@/components/ui/notify";
import { useSearchParam } from "@/components/ui/use-search-param";
import type { GroupForm } from "./group-draft";
import classes from "./group-wizard.module.css";
import { NetworkStep } from "./network-step";
import { PlacementStep } from "./placement-step";
import { ReviewStep } from "./review-step";
import { ScheduleStep } from "./schedule-step";
import { TypeStep } from "./type-step";
import type { GroupContext } from "./use-group-context";
import { type GroupFormState, useGroupForm } from "./use-group-form";
import { VmStep } from "./vm-step";
import { isStepFilled, stepBeside, WIZARD_STEPS, type WizardStep } from "./wizard-steps";

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
  const { form, problems, validate } = state;
  const groupHref = `${sectionHref(projectId, "groups")}/${encodeURIComponent(form.groupId)}`;
  const unchecked = step === "review" && problems === null && state.failure === null;
  useEffect(() => {
    if (unchecked) void validate();
  }, [unchecked, validate]);
  const save = async () => {
    if (!(await state.save())) return;
    notify({ kind: "success", message: t("saved", { name: form.name }) });
    router.push(groupHref);
  };
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
        <StepContent step={step} context={context} state={state} />
        <div className={classes.footer}>
          <Text fz="sm" fw={600} role="status">
            {t("wizard.chosen", { count: form.vms.length })}
          </Text>
          <span className={classes.spacer} />
          <Button
            variant="default"
            size="sm"
            disabled={back === null}
            onClick={() => setStep(back, "push")}
          >
            {t("wizard.back")}
          </Button>
          {next === null ? (
            <Button
              size="sm"
              loading={state.pending}
              disabled={!isStepFilled("review", form)}
              onClick={() => void save()}
            >
              {t("wizard.save")}
            </Button>
          ) : (
            <Button
              size="sm"
              disabled={!isStepFilled(step, form)}
              onClick={() => setStep(next, "push")}
            >
              {t("wizard.next")}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
