"use client";

import { Accordion, Button, Group, List, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconChecklist, IconListSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { NoData } from "@/components/ui/no-data";
import { StateBadge } from "@/components/ui/state-badge";
import { useSearchParam, useSearchParamSetter } from "@/components/ui/use-search-param";
import type { RuleSummary } from "@/lib/assessment/record-schema";
import { countViews, RULE_VIEWS, type RuleView, rulesOf } from "./rule-selection";
import { MissingReads, RuleText } from "./rule-text";
import { severityTones } from "./suitability-signs";

/** A host list of hundreds says no more than its first names and how many follow. */
const MOST_SUBJECTS = 30;

function RuleCount({ rule }: { rule: RuleSummary }): ReactNode {
  const t = useTranslations("readiness.rule");
  const tPages = useTranslations("assessment-pages.readiness");
  if (rule.vmCount > 0) return t("vms", { count: rule.vmCount });
  if (rule.subjects.length > 0) return tPages("subjects", { count: rule.subjects.length });
  return rule.evaluated ? t("vms", { count: 0 }) : <NoData reason="notEvaluated" />;
}

function RuleControl({ rule }: { rule: RuleSummary }) {
  const t = useTranslations("readiness");
  return (
    <Group gap="sm" wrap="wrap" justify="space-between" pe="sm">
      <Group gap="sm" style={{ flex: 1 }} miw={200}>
        <StateBadge tone={severityTones[rule.severity]} withDot>
          {t(`severity.${rule.severity}`)}
        </StateBadge>
        <Text fz="sm" fw={600}>
          {t(`rules.${rule.ruleId}.title`)}
        </Text>
      </Group>
      <Text fz="sm" className="lf-numeric">
        <RuleCount rule={rule} />
      </Text>
    </Group>
  );
}

function RulePanel({ rule }: { rule: RuleSummary }) {
  const t = useTranslations("readiness");
  const tPages = useTranslations("assessment-pages.readiness");
  const set = useSearchParamSetter();
  return (
    <Stack gap="sm">
      <RuleText ruleId={rule.ruleId} />
      <Text fz="sm" c="dimmed">
        {rule.number === null ? null : `${t("rule.number", { number: rule.number })}. `}
        {tPages("effort", {
          effort: t(`effort.${rule.effort}`),
          help: t(`effortHelp.${rule.effort}`),
        })}
      </Text>
      {rule.notEvaluatedVmCount > 0 ? (
        <Text fz="sm" c="dimmed">
          {t("rule.notSaid", { count: rule.notEvaluatedVmCount })}
        </Text>
      ) : null}
      <MissingReads missing={rule.missing} />
      {rule.subjects.length > 0 ? (
        <List fz="sm" spacing={2}>
          {rule.subjects.slice(0, MOST_SUBJECTS).map(({ subject }) => (
            <List.Item key={subject}>{subject}</List.Item>
          ))}
          {rule.subjects.length > MOST_SUBJECTS ? (
            <List.Item>
              {tPages("moreSubjects", { count: rule.subjects.length - MOST_SUBJECTS })}
            </List.Item>
          ) : null}
        </List>
      ) : null}
      {rule.vmCount > 0 ? (
        <div>
          <Button
            variant="default"
            leftSection={<IconListSearch size={14} aria-hidden />}
            onClick={() =>
              set({ tab: null, "filter.rule": rule.ruleId, "filter.suitability": null })
            }
          >
            {tPages("showVms")}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}

/** Every check with what it found, or what it would have needed. */
export function RuleList({ rules }: { rules: readonly RuleSummary[] }) {
  const t = useTranslations("assessment-pages.readiness");
  const [viewText, setView] = useSearchParam("checks");
  const view: RuleView = RULE_VIEWS.find((candidate) => candidate === viewText) ?? "findings";
  const counts = useMemo(() => countViews(rules), [rules]);
  const shown = useMemo(() => rulesOf(rules, view), [rules, view]);
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="sm"
        aria-label={t("viewLabel")}
        style={{ alignSelf: "flex-start" }}
        value={view}
        onChange={(next) => setView(next === "findings" ? null : next)}
        data={RULE_VIEWS.map((value) => ({
          value,
          label: t(`views.${value}`, { count: counts[value] }),
        }))}
      />
      {shown.length === 0 ? (
        <EmptyState icon={<IconChecklist size={28} />} title={t(`none.${view}`)} />
      ) : (
        <Accordion variant="contained" order={2} multiple chevronPosition="left">
          {shown.map((rule) => (
            <Accordion.Item key={rule.ruleId} value={rule.ruleId}>
              <Accordion.Control>
                <RuleControl rule={rule} />
              </Accordion.Control>
              <Accordion.Panel>
                <RulePanel rule={rule} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </Stack>
  );
}
