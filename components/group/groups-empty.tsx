"use client";

import { List } from "@mantine/core";
import { IconStack2 } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { sectionHref } from "@/components/shell/sections";
import { EmptyState } from "@/components/ui/empty-state";
import { messageKey } from "@/components/world/use-field-text";
import type { StepId, StepView } from "@/lib/world/view-schema";
import { missingSteps } from "./missing-steps";

interface GroupsEmptyProps {
  projectId: string;
  steps: readonly StepView[];
  mayOperate: boolean;
}

/** No group yet: how to make one, or which steps of the set-up come before it. */
export function GroupsEmpty({ projectId, steps, mayOperate }: GroupsEmptyProps) {
  const t = useTranslations("groups");
  const setup = useTranslations("setup-pages");
  const missing = missingSteps(steps);
  const title = (id: StepId) => setup(`steps.${messageKey(id)}.title`);
  if (missing === null) {
    return (
      <EmptyState
        icon={<IconStack2 size={28} />}
        title={t("emptyTitle")}
        next={
          mayOperate
            ? { label: t("new"), href: `${sectionHref(projectId, "groups")}/new` }
            : undefined
        }
      >
        {t("emptySentence")}
      </EmptyState>
    );
  }
  const { left, next } = missing;
  const section = next.page === "hcx" ? "hcx" : "avs";
  return (
    <EmptyState
      icon={<IconStack2 size={28} />}
      title={t("emptyTitle")}
      next={{
        label: setup("nextStep", { title: title(next.id) }),
        href: `${sectionHref(projectId, section)}?step=${encodeURIComponent(next.id)}`,
      }}
    >
      {t("missing.sentence", { count: left.length })}
      <List size="sm" mt="xs" ta="start" w="fit-content" mx="auto">
        {left.map((step) => (
          <List.Item key={step.id}>
            {step.status === "inProgress"
              ? t("missing.inProgress", { title: title(step.id) })
              : title(step.id)}
          </List.Item>
        ))}
      </List>
    </EmptyState>
  );
}
