"use client";

import { Anchor, Group, Table } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { NoData } from "@/components/ui/no-data";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { StateBadge } from "@/components/ui/state-badge";
import type { NodeOption } from "@/lib/assessment/assessment-schema";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { useMoney } from "./use-money";
import { UtilisationBar } from "./utilisation-bar";

interface NodeTableProps {
  assessment: AssessmentRecord;
  chosen: string;
  onChoose: (nodeType: string) => void;
}

function NodeRow({
  option,
  assessment,
  chosen,
  onChoose,
}: NodeTableProps & { option: NodeOption }) {
  const t = useTranslations("assessment-pages.nodes");
  const tAssessment = useTranslations("assessment");
  const format = useFormatter();
  const { sizing, cost } = option;
  const money = useMoney(cost.currency);
  const isMet = sizing.sla.ftt === "met" && sizing.sla.vsanUsed === "met";
  const current = sizing.nodeType === chosen;
  return (
    <Table.Tr bg={current ? "var(--lf-selected)" : undefined}>
      <Table.Th scope="row">
        <Group gap={6} wrap="nowrap">
          <Anchor
            component="button"
            type="button"
            fz="sm"
            fw={600}
            aria-pressed={current}
            aria-label={t("show", { nodeType: sizing.nodeType })}
            onClick={() => onChoose(sizing.nodeType)}
          >
            {sizing.nodeType}
          </Anchor>
          {assessment.recommended?.nodeType === sizing.nodeType ? (
            <StateBadge tone="info">{t("recommended")}</StateBadge>
          ) : null}
          {option.tooLargeVms ? (
            <StateBadge tone="danger" withDot>
              {t("tooLarge", { count: option.tooLargeVms })}
            </StateBadge>
          ) : null}
        </Group>
      </Table.Th>
      <Table.Td ta="end" className="lf-numeric">
        {format.number(sizing.nodeNumber)}
      </Table.Td>
      <Table.Td ta="end" className="lf-numeric">
        {format.number(sizing.clusters.length)}
      </Table.Td>
      <Table.Td>{tAssessment(`limitingFactor.${sizing.limitingFactor}`)}</Table.Td>
      <Table.Td>
        <UtilisationBar percent={sizing.cpuUtilization} label={t("cpu")} />
      </Table.Td>
      <Table.Td>
        <UtilisationBar percent={sizing.ramUtilization} label={t("memory")} />
      </Table.Td>
      <Table.Td>
        <UtilisationBar percent={sizing.storageUtilization} label={t("storage")} />
      </Table.Td>
      <Table.Td>
        <StateBadge tone={isMet ? "success" : "danger"} withDot>
          {tAssessment(`sla.${isMet ? "met" : "notMet"}`)}
        </StateBadge>
      </Table.Td>
      <Table.Td ta="end" className="lf-numeric">
        {cost.hostsMonthly === null ? <NoData /> : money(cost.hostsMonthly)}
      </Table.Td>
    </Table.Tr>
  );
}

/** Every node type of the region side by side; choosing one shows its calculation. */
export function NodeTable(props: NodeTableProps) {
  const t = useTranslations("assessment-pages.nodes");
  return (
    <ScrollRegion label={t("title")}>
      <Table miw={980}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("nodeType")}</Table.Th>
            <Table.Th ta="end">{t("hosts")}</Table.Th>
            <Table.Th ta="end">{t("clusters")}</Table.Th>
            <Table.Th>{t("limit")}</Table.Th>
            <Table.Th>{t("cpu")}</Table.Th>
            <Table.Th>{t("memory")}</Table.Th>
            <Table.Th>{t("storage")}</Table.Th>
            <Table.Th>{t("sla")}</Table.Th>
            <Table.Th ta="end">{t("monthly")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.assessment.options.map((option) => (
            <NodeRow key={option.sizing.nodeType} option={option} {...props} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
