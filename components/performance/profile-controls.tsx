"use client";

import { Group, SegmentedControl, Select, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PROFILE_VIEWS } from "@/lib/performance/week-profile";
import type { ProfileChoice } from "./use-profile-choice";

const CLOCKS = ["export", "project"] as const;

interface ProfileControlsProps {
  choice: ProfileChoice;
  timeZone: string;
  /** Before the other controls, for instance which cluster is drawn. */
  children?: ReactNode;
}

/** How a profile is grouped, and whose clock it goes by. */
export function ProfileControls({ choice, timeZone, children }: ProfileControlsProps) {
  const t = useTranslations("performance.profile");
  return (
    <>
      <Group gap="sm" mb={4} align="flex-end" className="lf-no-print">
        {children}
        <SegmentedControl
          size="xs"
          aria-label={t("view")}
          value={choice.view}
          onChange={(view) => choice.set({ view })}
          data={PROFILE_VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
        />
        <Select
          size="xs"
          w={250}
          aria-label={t("clock")}
          value={choice.clock}
          onChange={(clock) => choice.set({ clock })}
          data={CLOCKS.map((value) => ({
            value,
            label: t(`clocks.${value}`, { zone: timeZone }),
          }))}
          allowDeselect={false}
        />
      </Group>
      <Text fz="xs" c="dimmed" mb="sm">
        {t(`clockHelp.${choice.clock}`, { zone: timeZone })}
      </Text>
    </>
  );
}
