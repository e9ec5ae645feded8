"use client";

import { Anchor, Text } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { sectionHref } from "@/components/shell/sections";
import { StateBadge } from "@/components/ui/state-badge";
import type { Tone } from "@/components/ui/tone";
import classes from "./overview-view.module.css";
import type { ProgressStep, StepState } from "./progress";

const stateTone: Record<StepState, Tone> = {
  done: "success",
  running: "progress",
  next: "info",
  open: "neutral",
  unknown: "neutral",
};

/** How far a step is, in its own words; the step's sentence before it has begun. */
function useStepSentence(): (step: ProgressStep) => string {
  const t = useTranslations("project.steps");
  return (step) => {
    const begun = step.state === "done" || step.state === "running";
    const sentence = t(`${step.id}Sentence`);
    if (!begun || step.done === null) return sentence;
    if (step.id === "avs" || step.id === "hcx" || step.id === "board") {
      return step.total === null
        ? sentence
        : t(`${step.id}Progress`, { done: step.done, total: step.total });
    }
    return t(`${step.id}Done`, { count: step.done });
  };
}

/** One step of the way, which leads to its page. */
export function StepRow({ projectId, step }: { projectId: string; step: ProgressStep }) {
  const t = useTranslations("project");
  const sentence = useStepSentence();
  return (
    <li className={classes.step}>
      <div className={classes.stepText}>
        <Anchor component={Link} href={sectionHref(projectId, step.section)} fw={600}>
          {t(`steps.${step.id}`)}
        </Anchor>
        <Text fz="xs" c="dimmed">
          {sentence(step)}
        </Text>
      </div>
      <StateBadge tone={stateTone[step.state]} withDot>
        {t(`stepState.${step.state}`)}
      </StateBadge>
    </li>
  );
}
