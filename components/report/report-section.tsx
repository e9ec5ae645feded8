import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./report.module.css";

interface ReportSectionProps {
  title: string;
  /** Begins on a page of its own. */
  newPage?: boolean;
  children: ReactNode;
}

/** A chapter of the report. */
export function ReportSection({ title, newPage = false, children }: ReportSectionProps) {
  return (
    <section className={classes.section} data-page={newPage || undefined}>
      <Title order={2} size="h2" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

/** A part of a chapter that stays on one page where it can. */
export function ReportPart({
  title,
  keep = true,
  children,
}: {
  title: string;
  keep?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={keep ? classes.keep : undefined}
      style={{ marginTop: "var(--mantine-spacing-md)" }}
    >
      <Title order={3} size="h3" mb={6}>
        {title}
      </Title>
      {children}
    </div>
  );
}
