"use client";

import { Alert, Button, Group, List, Spoiler, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { FieldProblem } from "@/components/ui/error-sentence";
import { useWorldProblem } from "@/components/world/use-world-problem";
import type { ChosenVm } from "./group-draft";
import { groupProblems, type ProblemGroup } from "./group-problems";

interface ProblemListProps {
  problems: readonly FieldProblem[];
  vms: readonly Pick<ChosenVm, "name">[];
  /** Takes VMs out of the draft, by their places in it; left out where it cannot be edited. */
  onRemove?: (vmIndexes: readonly number[]) => void;
}

function ProblemItem({
  group,
  onRemove,
}: { group: ProblemGroup } & Pick<ProblemListProps, "onRemove">) {
  const t = useTranslations("groups.validation");
  const sentence = useWorldProblem();
  const { problem, vmNames, vmIndexes } = group;
  const others = vmNames.length - 1;
  return (
    <>
      <Group gap="xs">
        <span>
          {sentence(problem)} {others > 0 ? t("andOthers", { count: others }) : null}
        </span>
        {onRemove && vmIndexes.length > 0 ? (
          <Button variant="default" onClick={() => onRemove(vmIndexes)}>
            {t("remove", { count: vmIndexes.length })}
          </Button>
        ) : null}
      </Group>
      {others > 0 ? (
        <Spoiler maxHeight={20} showLabel={t("showAll")} hideLabel={t("showFewer")} fz="xs">
          <Text fz="xs">{vmNames.join(", ")}</Text>
        </Spoiler>
      ) : null}
    </>
  );
}

/** What validation found: every reason once, with the VMs that it concerns. */
export function ProblemList({ problems, vms, onRemove }: ProblemListProps) {
  const t = useTranslations("groups.validation");
  const found = groupProblems(problems, vms);
  if (found.length === 0) {
    return (
      <Alert color="green" role="status" icon={<IconCircleCheck size={18} aria-hidden />}>
        {t("passed")}
      </Alert>
    );
  }
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={t("found", { count: problems.length })}
    >
      <List size="sm" spacing={6}>
        {found.map((group) => (
          <List.Item key={group.key}>
            <ProblemItem group={group} {...(onRemove ? { onRemove } : {})} />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
