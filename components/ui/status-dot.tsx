import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconInfoCircleFilled,
  IconLoader2,
} from "@tabler/icons-react";
import classes from "./status-dot.module.css";
import type { Tone } from "./tone";

const icons = {
  neutral: IconCircleDashed,
  info: IconInfoCircleFilled,
  success: IconCircleCheckFilled,
  warning: IconAlertTriangleFilled,
  danger: IconCircleXFilled,
  progress: IconLoader2,
} satisfies Record<Tone, unknown>;

interface StatusDotProps {
  tone: Tone;
  /** Read aloud; leave out when the state's name stands beside it. */
  label?: string;
  sizePx?: number;
}

/** The sign of a tone: a shape as well as a colour, as the portal draws it. */
export function StatusDot({ tone, label, sizePx = 14 }: StatusDotProps) {
  const Icon = icons[tone];
  return (
    <Icon
      size={sizePx}
      className={classes.dot}
      data-tone={tone}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    />
  );
}
