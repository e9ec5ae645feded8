"use client";

import { Anchor, Button, Checkbox, Stack, Table, VisuallyHidden } from "@mantine/core";
import { IconChartBar, IconPlus, IconScale } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { DecidePage } from "@/components/imports/decide-page";
import { Loaded, NoInventory } from "@/components/imports/loaded";
import { useDateText } from "@/components/imports/use-date-text";
import { useMayWrite } from "@/components/imports/use-may-write";
import { SuitabilityBar } from "@/components/readiness/suitability-bar";
import { sectionHref } from "@/components/shell/sections";
import { Blade, useBlade } from "@/components/ui/blade";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import { NoData } from "@/components/ui/no-data";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { StateBadge } from "@/components/ui/state-badge";
import type { AssessmentSummary } from "@/lib/assessment/record-schema";
import { assessmentsQuery } from "@/lib/client/assessment-queries";
import { projectQuery } from "@/lib/client/project-queries";
import { MOST_COMPARED } from "@/lib/comparison/schema";
import { AssessmentForm } from "./assessment-form";
import { regionName } from "./region-name";
import { useMoney } from "./use-money";

interface Selection {
  ids: readonly string[];
  toggle: (id: string) => void;
}

function AssessmentRow(props: { projectId: string; one: AssessmentSummary; selection: Selection }) {
  const { projectId, one, selection } = props;
  const t = useTranslations("assessment-pages.list");
  const tLimits = useTranslations("assessment.limitingFactor");
  const format = useFormatter();
  const date = useDateText(projectId);
  const money = useMoney(one.currency);
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          size="xs"
          checked={selection.ids.includes(one.id)}
          onChange={() => selection.toggle(one.id)}
          aria-label={t("selectNamed", { name: one.name })}
        />
      </Table.Td>
      <Table.Th scope="row">
        <Anchor component={Link} href={`${sectionHref(projectId, "assessments")}/${one.id}`}>
          {one.name}
        </Anchor>
      </Table.Th>
      <Table.Td miw={120}>
        <StateBadge tone={one.isOutOfDate ? "warning" : "success"} withDot>
          {t(one.isOutOfDate ? "outOfDate" : "upToDate")}
        </StateBadge>
      </Table.Td>
      <Table.Td style={{ whiteSpace: "nowrap" }}>{regionName(one.azureLocation)}</Table.Td>
      <Table.Td miw={150}>
        <SuitabilityBar counts={one.suitability} />
        {t("ready", { ready: one.suitability.Suitable ?? 0 })}
      </Table.Td>
      <Table.Td style={{ whiteSpace: "nowrap" }}>
        {one.recommended && one.nodeNumber !== null ? (
          t("nodes", { count: format.number(one.nodeNumber), nodeType: one.recommended.nodeType })
        ) : (
          <NoData />
        )}
      </Table.Td>
      <Table.Td>{one.limitingFactor ? tLimits(one.limitingFactor) : <NoData />}</Table.Td>
      <Table.Td ta="end" className="lf-numeric">
        {one.hostsMonthly === null ? <NoData /> : money(one.hostsMonthly)}
      </Table.Td>
      <Table.Td style={{ whiteSpace: "nowrap" }}>{date(one.createdAt)}</Table.Td>
      <Table.Td>{one.createdByName}</Table.Td>
    </Table.Tr>
  );
}

function AssessmentTable(props: {
  projectId: string;
  list: readonly AssessmentSummary[];
  selection: Selection;
}) {
  const t = useTranslations("assessment-pages.list");
  const heads = [
    "name",
    "state",
    "location",
    "readiness",
    "hosts",
    "limit",
    "monthly",
    "date",
    "by",
  ];
  return (
    <ScrollRegion label={t("label")}>
      <Table miw={1_040} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <VisuallyHidden>{t("select")}</VisuallyHidden>
            </Table.Th>
            {heads.map((head) => (
              <Table.Th key={head} ta={head === "monthly" ? "end" : "start"}>
                {t(head)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.list.map((one) => (
            <AssessmentRow
              key={one.id}
              projectId={props.projectId}
              one={one}
              selection={props.selection}
            />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

/** Every assessment of the project; `?new=1` opens the form of another one. */
export function AssessmentsView({ projectId }: { projectId: string }) {
  const t = useTranslations("assessment-pages.list");
  const tNone = useTranslations("assessment-pages.none");
  const router = useRouter();
  const list = useQuery(assessmentsQuery(projectId));
  const project = useQuery(projectQuery(projectId));
  const blade = useBlade("new");
  const { mayWrite, reason } = useMayWrite();
  const hasInventory = project.data?.currentImportId !== null;
  const disabled = !mayWrite || !hasInventory;
  const [ids, setIds] = useState<readonly string[]>([]);
  const selection: Selection = {
    ids,
    toggle: (id) =>
      setIds((old) => (old.includes(id) ? old.filter((one) => one !== id) : [...old, id])),
  };
  const canCompare = ids.length >= 2 && ids.length <= MOST_COMPARED;
  return (
    <DecidePage
      projectId={projectId}
      section="assessments"
      description={t("description")}
      commands={[
        {
          id: "new",
          label: t("new"),
          icon: <IconPlus size={16} />,
          onClick: () => blade.open("1"),
          disabled,
          disabledReason: mayWrite ? t("needsInventory") : reason,
          primary: true,
        },
        {
          id: "compare",
          label: t("compare"),
          icon: <IconScale size={16} />,
          href: `${sectionHref(projectId, "assessments")}/compare?ids=${ids.join(",")}`,
          disabled: !canCompare,
          disabledReason: t("compareHelp"),
        },
      ]}
    >
      <Loaded projectId={projectId} query={list} skeleton={<LoadingState shape="table" rows={5} />}>
        {(assessments) =>
          assessments.length > 0 ? (
            <AssessmentTable projectId={projectId} list={assessments} selection={selection} />
          ) : hasInventory ? (
            <EmptyState
              icon={<IconChartBar size={30} />}
              title={tNone("title")}
              action={
                mayWrite ? (
                  <Button size="sm" onClick={() => blade.open("1")}>
                    {tNone("action")}
                  </Button>
                ) : undefined
              }
            >
              <Stack gap={4}>
                {tNone("sentence")}
                {mayWrite ? null : <span>{reason}</span>}
              </Stack>
            </EmptyState>
          ) : (
            <NoInventory projectId={projectId} />
          )
        }
      </Loaded>
      <Blade param="new" title={t("newTitle")} size={820}>
        {() => (
          <AssessmentForm
            projectId={projectId}
            onCancel={blade.close}
            onCreated={(record) =>
              router.push(`${sectionHref(projectId, "assessments")}/${record.id}`)
            }
          />
        )}
      </Blade>
    </DecidePage>
  );
}
