"use client";

import { Alert, Anchor, List } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { fieldId } from "./form-field";

export interface ShownProblem {
  /** The field that it concerns; null for the command as a whole. */
  field: string | null;
  label: string | null;
  sentence: string;
}

/** Every reason why a form cannot be sent, each with the way to its field. */
export function ProblemSummary({ problems }: { problems: readonly ShownProblem[] }) {
  const t = useTranslations("setup-pages");
  const summary = useRef<HTMLDivElement>(null);
  // The button that was pressed is far below: bring the reasons to whoever pressed it.
  useEffect(() => {
    if (problems.length > 0) summary.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <Alert
      ref={summary}
      tabIndex={-1}
      color="red"
      role="alert"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={t("problemsTitle", { count: problems.length })}
    >
      <List size="sm">
        {problems.map((problem) => (
          <List.Item key={`${problem.field} ${problem.sentence}`}>
            {problem.field ? (
              <>
                <Anchor
                  href={`#${fieldId(problem.field)}`}
                  fz="sm"
                  c="inherit"
                  underline="always"
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(fieldId(problem.field ?? ""))?.focus();
                  }}
                >
                  {problem.label}
                </Anchor>
                {": "}
              </>
            ) : null}
            {problem.sentence}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
