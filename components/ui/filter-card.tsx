import { Text, UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./filter-card.module.css";

interface FilterCardProps {
  label: ReactNode;
  /** How many rows the filter leaves, formatted. */
  value: string;
  note?: ReactNode;
  pressed: boolean;
  onClick: () => void;
}

/** A count that is a filter: a click narrows the list to it, another takes the filter away. */
export function FilterCard({ label, value, note, pressed, onClick }: FilterCardProps) {
  return (
    <UnstyledButton className={classes.card} aria-pressed={pressed} onClick={onClick}>
      {label}
      <span className={`${classes.value} lf-numeric`}>{value}</span>
      {note ? (
        <Text fz="xs" c="dimmed">
          {note}
        </Text>
      ) : null}
    </UnstyledButton>
  );
}
