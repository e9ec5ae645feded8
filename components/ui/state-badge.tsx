import { Badge } from "@mantine/core";
import type { ReactNode } from "react";
import { StatusDot } from "./status-dot";
import { type Tone, toneColor } from "./tone";

interface StateBadgeProps {
  tone: Tone;
  children: ReactNode;
  /** Shows the tone's sign before the text. */
  withDot?: boolean;
}

/** A state in a word, on a soft fill. */
export function StateBadge({ tone, children, withDot = false }: StateBadgeProps) {
  return (
    <Badge
      color={toneColor[tone]}
      leftSection={withDot ? <StatusDot tone={tone} /> : undefined}
      styles={{ root: { flexShrink: 0 } }}
    >
      {children}
    </Badge>
  );
}
