"use client";

import { Button, Group, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { InventoryLink } from "@/components/inventory/inventory-link";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { Blade } from "@/components/ui/blade";
import { LoadingState } from "@/components/ui/loading-state";
import { StateBadge } from "@/components/ui/state-badge";
import type { Acknowledgement } from "@/lib/assessment/acknowledgement-schema";
import type { Finding } from "@/lib/assessment/readiness-schema";
import type { AssessedVmDetail, AssessmentRecord } from "@/lib/assessment/record-schema";
import {
  acknowledgementSummaryQuery,
  vmAcknowledgementsQuery,
} from "@/lib/client/acknowledgement-queries";
import { assessedVmQuery } from "@/lib/client/assessment-queries";
import { MIGRATION_TYPES } from "@/lib/hcx/migration-types";
import { AcknowledgementPanel } from "./acknowledgement-panel";
import { FindingDetails } from "./finding-details";
import { RuleText } from "./rule-text";
import { SuitabilityBadge, severityTones, VerdictSign } from "./suitability-signs";

/** A verdict for want of a sheet can have a dozen reasons; three say what kind they are. */
const FIRST_REASONS = 3;

function Reasons({ ruleIds }: { ruleIds: readonly string[] }) {
  const t = useTranslations("readiness.rules");
  const tPages = useTranslations("assessment-pages.blade");
  const [open, setOpen] = useState(false);
  const shown = open ? ruleIds : ruleIds.slice(0, FIRST_REASONS);
  return (
    <>
      {shown.map((ruleId) => t(`${ruleId}.title`)).join("; ")}
      {ruleIds.length > FIRST_REASONS ? (
        <div>
          <Button
            variant="subtle"
            size="compact-xs"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? tPages("fewerReasons") : tPages("allReasons", { count: ruleIds.length })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function TypeTable({ detail }: { detail: AssessedVmDetail }) {
  const t = useTranslations("readiness");
  const tPages = useTranslations("assessment-pages.blade");
  const { types, bestType } = detail.readiness;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{tPages("type")}</Table.Th>
          <Table.Th>{tPages("verdict")}</Table.Th>
          <Table.Th>{tPages("because")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {MIGRATION_TYPES.map((type) => (
          <Table.Tr key={type}>
            <Table.Th scope="row" fw={type === bestType ? 600 : 400}>
              <Group gap={6}>
                {t(`types.${type}`)}
                {type === bestType ? <StateBadge tone="info">{tPages("best")}</StateBadge> : null}
              </Group>
            </Table.Th>
            <Table.Td style={{ whiteSpace: "nowrap" }}>
              <VerdictSign verdict={types[type].verdict} />
            </Table.Td>
            <Table.Td>
              <Reasons ruleIds={types[type].reasons} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface FindingCardProps {
  finding: Finding;
  assessment: AssessmentRecord;
  vmKey: string;
  said: readonly Acknowledgement[];
  today: string;
}

function FindingCard({ finding, assessment, vmKey, said, today }: FindingCardProps) {
  const t = useTranslations("readiness");
  const rule = assessment.rules.find(({ ruleId }) => ruleId === finding.ruleId);
  const ofRule = said.filter(({ ruleId }) => ruleId === finding.ruleId);
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group gap="sm">
          {rule ? (
            <StateBadge tone={severityTones[rule.severity]} withDot>
              {t(`severity.${rule.severity}`)}
            </StateBadge>
          ) : null}
          <Text fz="sm" fw={600}>
            {t(`rules.${finding.ruleId}.title`)}
          </Text>
        </Group>
        <FindingDetails details={finding.details} />
        <RuleText ruleId={finding.ruleId} />
        <AcknowledgementPanel
          projectId={assessment.projectId}
          ruleId={finding.ruleId}
          vmKey={vmKey}
          own={ofRule.find((one) => one.vmKey === vmKey) ?? null}
          whole={ofRule.find((one) => one.vmKey === null) ?? null}
          today={today}
        />
      </Stack>
    </Paper>
  );
}

function VmReadinessContent({
  detail,
  assessment,
}: {
  detail: AssessedVmDetail;
  assessment: AssessmentRecord;
}) {
  const t = useTranslations("assessment-pages.blade");
  const { row, readiness } = detail;
  const { projectId } = assessment;
  const said = useQuery(vmAcknowledgementsQuery(projectId, row.vmKey));
  const summary = useQuery(acknowledgementSummaryQuery(projectId, assessment.id));
  return (
    <Stack gap="lg">
      <Group gap="md">
        <SuitabilityBadge suitability={row.suitability} />
        {readiness.knownSuitability ? (
          <Text fz="sm" c="dimmed">
            {t(`known.${readiness.knownSuitability}`)}
          </Text>
        ) : null}
        <InventoryLink projectId={assessment.projectId} vmKey={row.vmKey} />
      </Group>
      <section>
        <Title order={3} size="h3" mb="xs">
          {t("types")}
        </Title>
        <TypeTable detail={detail} />
      </section>
      <section>
        <Title order={3} size="h3" mb="xs">
          {t("findings", { count: readiness.findings.length })}
        </Title>
        <Stack gap="sm">
          {readiness.findings.length === 0 ? (
            <Text fz="sm" c="dimmed">
              {t("noFindings")}
            </Text>
          ) : (
            readiness.findings.map((finding) => (
              <FindingCard
                key={finding.ruleId}
                finding={finding}
                assessment={assessment}
                vmKey={row.vmKey}
                said={said.data ?? []}
                today={summary.data?.today ?? ""}
              />
            ))
          )}
        </Stack>
      </section>
    </Stack>
  );
}

function useVm(assessment: AssessmentRecord, vmKey: string) {
  return useQuery(assessedVmQuery(assessment.projectId, assessment.id, vmKey));
}

function VmContent({ assessment, vmKey }: { assessment: AssessmentRecord; vmKey: string }) {
  const detail = useVm(assessment, vmKey);
  if (detail.data) return <VmReadinessContent detail={detail.data} assessment={assessment} />;
  return <LoadingOrError query={detail} skeleton={<LoadingState rows={10} />} />;
}

function VmTitle({ assessment, vmKey }: { assessment: AssessmentRecord; vmKey: string }) {
  const t = useTranslations("inventory.blade");
  return <>{useVm(assessment, vmKey).data?.row.name ?? t("title")}</>;
}

/** What each migration type makes of one VM, and why; `?vm=<key>` opens it. */
export function AssessedVmBlade({ assessment }: { assessment: AssessmentRecord }) {
  return (
    <Blade
      param="vm"
      size={760}
      title={(vmKey) => <VmTitle assessment={assessment} vmKey={vmKey} />}
    >
      {(vmKey) => <VmContent assessment={assessment} vmKey={vmKey} />}
    </Blade>
  );
}
