"use client";

import { SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NoData } from "@/components/ui/no-data";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { StateBadge } from "@/components/ui/state-badge";
import type { NodeOption } from "@/lib/assessment/assessment-schema";
import type { NodeEffect, NodeSizing } from "@/lib/assessment/sizing-schema";
import { clusterRows } from "./cluster-rows";
import { CostTable } from "./cost-table";
import { SizingSteps } from "./sizing-steps";
import { useMoney } from "./use-money";
import { UtilisationBar } from "./utilisation-bar";

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={3} size="h3" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

interface EffectCellsProps {
  effect: NodeEffect | null;
  /** Hosts a month, and more or less than as sized; null where the price is not known. */
  monthly: { amount: string; difference: string | null } | null;
}

function EffectCells({ effect, monthly }: EffectCellsProps) {
  const t = useTranslations("assessment-pages");
  const tAssessment = useTranslations("assessment");
  const format = useFormatter();
  if (!effect) {
    return (
      <Table.Td colSpan={7}>
        <Text fz="sm" c="dimmed">
          {t("whatIf.noFewer")}
        </Text>
      </Table.Td>
    );
  }
  return (
    <>
      <Table.Td ta="end" className="lf-numeric">
        {format.number(effect.nodeNumber)}
      </Table.Td>
      <Table.Td>
        <UtilisationBar percent={effect.cpuUtilization} label={t("nodes.cpu")} />
      </Table.Td>
      <Table.Td>
        <UtilisationBar percent={effect.ramUtilization} label={t("nodes.memory")} />
      </Table.Td>
      <Table.Td>
        <UtilisationBar percent={effect.storageUtilization} label={t("nodes.storage")} />
      </Table.Td>
      <Table.Td>
        <StateBadge tone={effect.exceeded.length === 0 ? "success" : "danger"} withDot>
          {effect.exceeded.length === 0
            ? t("whatIf.fits")
            : t("whatIf.exceeded", {
                factors: effect.exceeded
                  .map((factor) => tAssessment(`limitingFactor.${factor}`))
                  .join(", "),
              })}
        </StateBadge>
      </Table.Td>
      <Table.Td>{effect.ftt === null ? <NoData /> : tAssessment(`sla.${effect.ftt}`)}</Table.Td>
      <Table.Td ta="end" className="lf-numeric">
        {monthly === null ? <NoData /> : monthly.amount}
        {monthly?.difference ? (
          <Text fz="xs" c="dimmed">
            {monthly.difference}
          </Text>
        ) : null}
      </Table.Td>
    </>
  );
}

/** What one host fewer and one more would do. */
function WhatIf({ option }: { option: NodeOption }) {
  const { sizing, cost } = option;
  const t = useTranslations("assessment-pages");
  const money = useMoney(cost.currency);
  const unitPrice = cost.heads.find((head) => head.head === "nodes")?.unitPrice ?? null;
  const monthlyOf = (nodes: number) => {
    if (cost.hostsMonthly === null || unitPrice === null) return null;
    const difference = (nodes - sizing.nodeNumber) * unitPrice;
    return {
      amount: money(cost.hostsMonthly + difference),
      difference:
        difference === 0
          ? null
          : t(difference > 0 ? "whatIf.dearer" : "whatIf.cheaper", {
              amount: money(Math.abs(difference)),
            }),
    };
  };
  const now: NodeEffect = {
    nodeNumber: sizing.nodeNumber,
    cpuUtilization: sizing.cpuUtilization,
    ramUtilization: sizing.ramUtilization,
    storageUtilization: sizing.storageUtilization,
    exceeded: [],
    ftt: sizing.sla.ftt,
    clusters: sizing.clusters.length,
  };
  const rows = [
    { id: "fewer", effect: sizing.oneFewer },
    { id: "asSized", effect: now },
    { id: "more", effect: sizing.oneMore },
  ] as const;
  return (
    <ScrollRegion label={t("whatIf.title")}>
      <Table miw={980}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("whatIf.change")}</Table.Th>
            <Table.Th ta="end">{t("nodes.hosts")}</Table.Th>
            <Table.Th>{t("nodes.cpu")}</Table.Th>
            <Table.Th>{t("nodes.memory")}</Table.Th>
            <Table.Th>{t("nodes.storage")}</Table.Th>
            <Table.Th>{t("whatIf.result")}</Table.Th>
            <Table.Th>{t("whatIf.ftt")}</Table.Th>
            <Table.Th ta="end">{t("nodes.monthly")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ id, effect }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={id === "asSized" ? 600 : 400}>
                {t(`whatIf.${id}`)}
              </Table.Th>
              <EffectCells effect={effect} monthly={effect ? monthlyOf(effect.nodeNumber) : null} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

/** The clusters, private cloud by private cloud; equal ones in one row. */
function ClusterTable({ sizing }: { sizing: NodeSizing }) {
  const t = useTranslations("assessment-pages.layout");
  const format = useFormatter();
  return (
    <Table maw={720}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("privateCloud")}</Table.Th>
          <Table.Th>{t("role")}</Table.Th>
          <Table.Th ta="end">{t("clusters")}</Table.Th>
          <Table.Th ta="end">{t("hostsEach")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {clusterRows(sizing.clusters).map((row) => (
          <Table.Tr key={`${row.privateCloud} ${row.role} ${row.hosts}`}>
            <Table.Th scope="row" fw={400}>
              {format.number(row.privateCloud)}
            </Table.Th>
            <Table.Td>{t(row.role, { nodeType: row.nodeType })}</Table.Td>
            <Table.Td ta="end" className="lf-numeric">
              {format.number(row.count)}
            </Table.Td>
            <Table.Td ta="end" className="lf-numeric">
              {format.number(row.hosts)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Whether the service level agreement's conditions hold. */
function SlaChecks({ sizing }: { sizing: NodeSizing }) {
  const t = useTranslations("assessment.sla");
  return (
    <Table>
      <Table.Tbody>
        {(["ftt", "vsanUsed"] as const).map((check) => (
          <Table.Tr key={check}>
            <Table.Th scope="row" fw={400}>
              {t(check)}
            </Table.Th>
            <Table.Td ta="end">
              <StateBadge tone={sizing.sla[check] === "met" ? "success" : "danger"} withDot>
                {t(sizing.sla[check])}
              </StateBadge>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Every storage policy that was tried, and the hosts that each would need. */
function Policies({ sizing }: { sizing: NodeSizing }) {
  const t = useTranslations("assessment-pages.policies");
  const tAssessment = useTranslations("assessment");
  const format = useFormatter();
  if (sizing.alternatives.length === 0) return <NoData />;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("policy")}</Table.Th>
          <Table.Th ta="end">{t("hosts")}</Table.Th>
          <Table.Th ta="end">{t("sla")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sizing.alternatives.map((one) => (
          <Table.Tr key={one.fttRaidLevel}>
            <Table.Th scope="row" fw={one.fttRaidLevel === sizing.fttRaidLevel ? 600 : 400}>
              {tAssessment(`values.fttRaidLevel.${one.fttRaidLevel}`)}{" "}
              {one.fttRaidLevel === sizing.fttRaidLevel ? (
                <StateBadge tone="info">{t("used")}</StateBadge>
              ) : null}
            </Table.Th>
            <Table.Td ta="end" className="lf-numeric">
              {format.number(one.nodeNumber)}
            </Table.Td>
            <Table.Td ta="end">{tAssessment(`sla.${one.meetsSla ? "met" : "notMet"}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** How the hosts of a node type come about, and what would change them. */
export function NodeDetail({ option }: { option: NodeOption }) {
  const t = useTranslations("assessment-pages");
  const { sizing, cost } = option;
  return (
    <Stack gap="lg">
      <Section title={t("steps.title", { nodeType: sizing.nodeType })}>
        <SizingSteps sizing={sizing} />
      </Section>
      <Section title={t("whatIf.title")}>
        <WhatIf option={option} />
      </Section>
      <Section title={t("layout.title")}>
        <ClusterTable sizing={sizing} />
      </Section>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
        <Section title={t("slaTitle")}>
          <SlaChecks sizing={sizing} />
        </Section>
        <Section title={t("policies.title")}>
          <Policies sizing={sizing} />
        </Section>
      </SimpleGrid>
      <Section title={t("cost.title")}>
        <CostTable cost={cost} />
      </Section>
    </Stack>
  );
}
