"use client";

import { Group, Progress, Text } from "@mantine/core";
import { useFormatter } from "next-intl";

/** How much of a resource is used; the bar is full at 100 %, the figure says when it is more. */
export function UtilisationBar({ percent, label }: { percent: number; label: string }) {
  const format = useFormatter();
  const text = format.number(percent / 100, { style: "percent", maximumFractionDigits: 0 });
  return (
    <Group gap={8} wrap="nowrap" miw={120}>
      <Progress.Root size="md" style={{ flex: 1 }}>
        <Progress.Section
          value={Math.min(percent, 100)}
          color={percent > 100 ? "var(--lf-danger)" : "var(--lf-series-1)"}
          aria-label={label}
          aria-valuetext={text}
        />
      </Progress.Root>
      <Text fz="sm" className="lf-numeric" miw={40} ta="end">
        {text}
      </Text>
    </Group>
  );
}
