"use client";

import { Alert, List, Spoiler, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { FieldProblem } from "@/components/ui/error-sentence";
import { useWorldProblem } from "@/components/world/use-world-problem";
import type { ChosenVm } from "./group-draft";
import { groupProblems } from "./group-problems";

interface ProblemListProps {
  problems: readonly FieldProblem[];
  vms: readonly Pick<ChosenVm, "name">[];
}

/** What validation found: every reason once, with the VMs that it concerns. */
export function ProblemList({ problems, vms }: ProblemListProps) {
  const t = useTranslations("groups");
  const sentence = useWorldProblem();
  const found = groupProblems(problems, vms);
  if (found.length === 0) {
    return (
      <Alert color="green" role="status" icon={<IconCircleCheck size={18} aria-hidden />}>
        {t("validation.passed")}
      </Alert>
    );
  }
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={t("validation.found", { count: problems.length })}
    >
      <List size="sm" spacing={6}>
        {found.map(({ key, problem, vmNames }) => (
          <List.Item key={key}>
            {sentence(
              vmNames.length > 1
                ? {
                    ...problem,
                    values: { ...problem.values, vm: t("vmCount", { count: vmNames.length }) },
                  }
                : problem,
            )}
            {vmNames.length > 1 ? (
              <Spoiler
                maxHeight={20}
                showLabel={t("validation.showAll")}
                hideLabel={t("validation.showFewer")}
              >
                <Text fz="xs">{vmNames.join(", ")}</Text>
              </Spoiler>
            ) : null}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
