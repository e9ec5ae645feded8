"use client";

import { UnstyledButton } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { HeardClock } from "@/components/clock/simulated-now";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { StepId, StepView } from "@/lib/world/view-schema";
import classes from "./step-list.module.css";
import { messageKey } from "./use-field-text";

const tones: Record<Exclude<StepView["status"], "blocked">, Tone> = {
  notStarted: "neutral",
  inProgress: "progress",
  done: "success",
};

interface StepListProps {
  steps: readonly StepView[];
  chosen: StepId;
  onChoose: (id: StepId) => void;
  clock: HeardClock;
}

/** The steps in their order, each with where it stands. */
export function StepList({ steps, chosen, onChoose, clock }: StepListProps) {
  const t = useTranslations("setup-pages");
  const text = useSimTimeText(clock.view);
  const statusText = (step: StepView) => {
    if (step.status === "inProgress" && step.readyAtSeconds !== null) {
      return t("readyAt", { time: text.short(step.readyAtSeconds) });
    }
    const words = t(`status.${step.status}`);
    return step.required || step.status === "done" ? words : t("optionally", { status: words });
  };
  return (
    <nav aria-label={t("stepsLabel")}>
      <ol className={classes.list}>
        {steps.map((step) => (
          <li key={step.id} className={classes.step}>
            <UnstyledButton
              className={classes.button}
              aria-current={step.id === chosen ? "step" : undefined}
              onClick={() => onChoose(step.id)}
            >
              <span className={classes.mark}>
                {step.status === "blocked" ? (
                  <IconLock size={15} aria-hidden color="var(--lf-neutral)" />
                ) : (
                  <StatusDot tone={tones[step.status]} sizePx={17} />
                )}
              </span>
              <span className={classes.title}>{t(`steps.${messageKey(step.id)}.title`)}</span>
              <span className={classes.status}>{statusText(step)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </nav>
  );
}
