"use client";

import { Stack, Text } from "@mantine/core";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SheetRead } from "@/lib/assessment/readiness-schema";

const RuleSource = dynamic(() => import("./rule-source").then((module) => module.RuleSource), {
  ssr: false,
});

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text component="span" fz="sm" fw={600}>
        {label}:
      </Text>{" "}
      <Text component="span" fz="sm">
        {children}
      </Text>
    </div>
  );
}

/** Why a check matters, what to do, and which document says so. */
export function RuleText({ ruleId }: { ruleId: string }) {
  const t = useTranslations("readiness.rule");
  const tRules = useTranslations("readiness.rules");
  return (
    <Stack gap={4}>
      <Line label={t("why")}>{tRules(`${ruleId}.why`)}</Line>
      <Line label={t("remedy")}>{tRules(`${ruleId}.remedy`)}</Line>
      <Line label={t("source")}>
        <RuleSource ruleId={ruleId} />
      </Line>
    </Stack>
  );
}

/** What the export would have to hold for a check to see more. */
export function MissingReads({ missing }: { missing: readonly SheetRead[] }) {
  const t = useTranslations("readiness.rule");
  return (
    <Stack gap={2}>
      {missing.map(({ sheet, columns }) => (
        <Text key={`${sheet} ${columns.join()}`} fz="sm" c="dimmed">
          {columns.length > 0
            ? t("missing", { sheet, columns: columns.join(", ") })
            : t("missingSheet", { sheet })}
        </Text>
      ))}
    </Stack>
  );
}
