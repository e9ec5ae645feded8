import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

interface NoDataProps {
  /** `noData` where an input is missing, `notEvaluated` where a check could not run. */
  reason?: "noData" | "notEvaluated";
}

/** What stands in the place of a figure that is not known. Never a zero, never a dash. */
export function NoData({ reason = "noData" }: NoDataProps) {
  const t = useTranslations("common.states");
  return (
    <Text component="span" c="dimmed" fz="inherit" fs="italic" fw={400}>
      {t(reason)}
    </Text>
  );
}

interface KnownProps<TValue> {
  value: TValue | null | undefined;
  reason?: "noData" | "notEvaluated";
  children: (value: TValue) => ReactNode;
}

/** Renders a value that may be unknown: `children(value)`, or the no-data text for null. */
export function Known<TValue>({ value, reason, children }: KnownProps<TValue>) {
  if (value === null || value === undefined) return <NoData reason={reason ?? "noData"} />;
  return <>{children(value)}</>;
}
