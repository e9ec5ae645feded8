import { Group, Paper, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./key-figure.module.css";
import { NoData } from "./no-data";
import type { FigureOrigin } from "./origin";
import { OriginMark } from "./origin-mark";
import { StatusDot } from "./status-dot";
import type { Tone } from "./tone";

export interface KeyFigureProps {
  label: string;
  /** Formatted text; null or undefined shows "No data". */
  value: ReactNode | null | undefined;
  unit?: string;
  origin?: FigureOrigin;
  /** Source and date, or how it was derived, after the origin's own sentence. */
  originDetail?: ReactNode;
  /** A second line: a comparison, a range, a reason. */
  note?: ReactNode;
  tone?: Tone;
}

/** One figure with its name, unit and origin. */
export function KeyFigure(props: KeyFigureProps) {
  const { label, value, unit, origin, originDetail, note, tone } = props;
  const known = value !== null && value !== undefined;
  return (
    <div className={classes.figure}>
      <Group gap={6} wrap="nowrap" align="center">
        <Text fz="xs" c="dimmed" className={classes.label}>
          {label}
        </Text>
        {origin ? <OriginMark origin={origin} detail={originDetail} /> : null}
      </Group>
      <div className={classes.value}>
        {tone && known ? <StatusDot tone={tone} sizePx={18} /> : null}
        <span className="lf-numeric">{known ? value : <NoData />}</span>
        {unit && known ? <span className={classes.unit}>{unit}</span> : null}
      </div>
      {note ? (
        <Text fz="xs" c="dimmed" component="div">
          {note}
        </Text>
      ) : null}
    </div>
  );
}

/** A key figure in a frame of its own. */
export function StatCard(props: KeyFigureProps) {
  return (
    <Paper withBorder className={classes.card}>
      <KeyFigure {...props} />
    </Paper>
  );
}

/** Lays stat cards out in as many columns as fit. */
export function StatGrid({ children }: { children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>;
}
