"use client";

import {
  Accordion,
  Button,
  Group,
  List,
  SegmentedControl,
  Select,
  Stack,
  Text,
} from "@mantine/core";
import { IconChecklist, IconListSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { ExportMenu } from "@/components/tables/export-menu";
import { EmptyState } from "@/components/ui/empty-state";
import { NoData } from "@/components/ui/no-data";
import { StateBadge } from "@/components/ui/state-badge";
import { useSearchParam, useSearchParamSetter } from "@/components/ui/use-search-param";
import {
  type AcknowledgementSummary,
  FINDING_STATES,
} from "@/lib/assessment/acknowledgement-schema";
import { hoursOf } from "@/lib/assessment/effort-hours";
import type { AssessmentRecord, RuleSummary } from "@/lib/assessment/record-schema";
import { acknowledgementSummaryQuery } from "@/lib/client/acknowledgement-queries";
import { exportHref } from "@/lib/client/export-href";
import { AcknowledgementPanel } from "./acknowledgement-panel";
import { countViews, RULE_VIEWS, type RuleView, rulesOf, rulesWithState } from "./rule-selection";
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

type RuleFindings = AcknowledgementSummary["rules"][number];

function RuleControl({
  rule,
  findings,
}: {
  rule: RuleSummary;
  findings: RuleFindings | undefined;
}) {
  const t = useTranslations("readiness");
  const tFindings = useTranslations("acknowledgement");
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
      <Group gap="sm">
        {findings && findings.acknowledged > 0 ? (
          <Text fz="xs" c="dimmed" className="lf-numeric">
            {tFindings("counts", {
              open: findings.open,
              acknowledged: findings.acknowledged,
              overdue: findings.overdue,
            })}
          </Text>
        ) : null}
        <Text fz="sm" className="lf-numeric">
          <RuleCount rule={rule} />
        </Text>
      </Group>
    </Group>
  );
}

interface RulePanelProps {
  rule: RuleSummary;
  assessment: AssessmentRecord;
  findings: RuleFindings | undefined;
  today: string | undefined;
}

function RulePanel({ rule, assessment, findings, today }: RulePanelProps) {
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
        })}{" "}
        {rule.effort === "none"
          ? null
          : tPages("effortHours", { hours: hoursOf(rule.effort, assessment.settings) })}
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
              set({
                tab: null,
                "filter.rule": rule.ruleId,
                "filter.suitability": null,
                sort: "effortHours.asc",
              })
            }
          >
            {tPages("showVms")}
          </Button>
        </div>
      ) : null}
      {today && (findings || rule.vmCount > 0 || rule.subjects.length > 0) ? (
        <AcknowledgementPanel
          projectId={assessment.projectId}
          ruleId={rule.ruleId}
          vmKey={null}
          own={findings?.whole ?? null}
          whole={null}
          today={today}
        />
      ) : null}
    </Stack>
  );
}

/** Every check with what it found, or what it would have needed. */
export function RuleList({ assessment }: { assessment: AssessmentRecord }) {
  const { rules, projectId, id } = assessment;
  const t = useTranslations("assessment-pages.readiness");
  const tFindings = useTranslations("acknowledgement.filter");
  const [viewText, setView] = useSearchParam("checks");
  const view: RuleView = RULE_VIEWS.find((candidate) => candidate === viewText) ?? "findings";
  const counts = useMemo(() => countViews(rules), [rules]);
  const summary = useQuery(acknowledgementSummaryQuery(projectId, id)).data;
  const [stateText, setState] = useSearchParam("findings");
  const [opened, setOpened] = useSearchParam("check");
  const state = FINDING_STATES.find((candidate) => candidate === stateText) ?? null;
  const shown = useMemo(
    () => rulesOf(state === null ? rules : rulesWithState(rules, summary, state), view),
    [rules, summary, state, view],
  );
  const findingsByRule = useMemo(
    () => new Map(summary?.rules.map((rule) => [rule.ruleId, rule])),
    [summary],
  );
  return (
    <Stack gap="sm">
      <Group gap="sm">
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
        <Select
          size="xs"
          w={230}
          aria-label={tFindings("label")}
          placeholder={tFindings("any")}
          data={FINDING_STATES.map((value) => ({ value, label: tFindings(value) }))}
          value={state}
          onChange={(next) => setState(next)}
          clearable
        />
        <ExportMenu
          href={(format) =>
            exportHref(projectId, "rules", format, {}, { assessment: id, view, finding: state })
          }
        />
      </Group>
      {shown.length === 0 ? (
        <EmptyState icon={<IconChecklist size={28} />} title={t(`none.${view}`)} />
      ) : (
        <Accordion
          variant="contained"
          order={2}
          multiple
          chevronPosition="left"
          value={opened?.split(",") ?? []}
          onChange={(next) => setOpened(next.length > 0 ? next.join(",") : null)}
        >
          {shown.map((rule) => (
            <Accordion.Item key={rule.ruleId} value={rule.ruleId}>
              <Accordion.Control>
                <RuleControl rule={rule} findings={findingsByRule.get(rule.ruleId)} />
              </Accordion.Control>
              <Accordion.Panel>
                <RulePanel
                  rule={rule}
                  assessment={assessment}
                  findings={findingsByRule.get(rule.ruleId)}
                  today={summary?.today}
                />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </Stack>
  );
}
