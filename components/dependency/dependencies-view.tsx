"use client";

import { Group, Stack, Tabs } from "@mantine/core";
import { IconAffiliate, IconListDetails, IconServer2, IconStack2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DecidePage } from "@/components/imports/decide-page";
import { Loaded } from "@/components/imports/loaded";
import { sectionCommand } from "@/components/shell/section-command";
import { sectionHref } from "@/components/shell/sections";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import { useSearchParam } from "@/components/ui/use-search-param";
import { dependencySummaryQuery } from "@/lib/client/dependency-queries";
import type { DependencySummary } from "@/lib/dependency/api-schema";
import { ConnectionTable } from "./connection-table";
import { DependencyFigures } from "./dependency-figures";
import { EndpointBlade } from "./endpoint-blade";
import { EndpointTable } from "./endpoint-table";
import { GraphPanel } from "./graph-panel";
import { GroupBlade } from "./group-blade";
import { GroupTab } from "./group-tab";
import { NoiseMenu } from "./noise-menu";
import { useHiddenPorts } from "./use-hidden-ports";

const tabs = [
  { id: "graph", Icon: IconAffiliate },
  { id: "groups", Icon: IconStack2 },
  { id: "servers", Icon: IconServer2 },
  { id: "connections", Icon: IconListDetails },
] as const;

function NoDependencies({ projectId }: { projectId: string }) {
  const t = useTranslations("dependencies.empty");
  return (
    <EmptyState
      icon={<IconAffiliate size={30} />}
      title={t("title")}
      next={{ label: t("action"), href: sectionHref(projectId, "imports") }}
    >
      {t("sentence")}
    </EmptyState>
  );
}

function Content({ projectId, summary }: { projectId: string; summary: DependencySummary }) {
  const t = useTranslations("dependencies.tabs");
  const [tab, setTab] = useSearchParam("tab");
  const hidden = useHiddenPorts();
  const current = tabs.find(({ id }) => id === tab)?.id ?? "graph";
  return (
    <Stack gap="md">
      <DependencyFigures summary={summary} />
      <Tabs
        value={current}
        onChange={(next) => setTab(next === "graph" ? null : next)}
        keepMounted={false}
      >
        <Group justify="space-between" gap="sm" mb="sm" align="center">
          <Tabs.List style={{ flexGrow: 1, minWidth: 0 }}>
            {tabs.map(({ id, Icon }) => (
              <Tabs.Tab key={id} value={id} leftSection={<Icon size={16} aria-hidden />}>
                {t(id)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <NoiseMenu hidden={hidden} />
        </Group>
        <Tabs.Panel value="graph">
          <GraphPanel projectId={projectId} summary={summary} hidden={hidden} />
        </Tabs.Panel>
        <Tabs.Panel value="groups">
          <GroupTab projectId={projectId} hidden={hidden} />
        </Tabs.Panel>
        <Tabs.Panel value="servers">
          <EndpointTable projectId={projectId} hidden={hidden} />
        </Tabs.Panel>
        <Tabs.Panel value="connections">
          <ConnectionTable projectId={projectId} summary={summary} hidden={hidden} />
        </Tabs.Panel>
      </Tabs>
      <EndpointBlade projectId={projectId} hidden={hidden} />
      <GroupBlade projectId={projectId} hidden={hidden} />
    </Stack>
  );
}

/** Who talks to whom, and what should move together because of it. */
export function DependenciesView({ projectId }: { projectId: string }) {
  const t = useTranslations("dependencies");
  const summary = useQuery(dependencySummaryQuery(projectId));
  return (
    <DecidePage
      projectId={projectId}
      section="dependencies"
      description={t("description")}
      commands={[
        sectionCommand(projectId, "imports", t("commands.import")),
        sectionCommand(projectId, "groups", t("commands.groups")),
      ]}
    >
      <Loaded
        projectId={projectId}
        query={summary}
        missing={{ code: "noDependencies", state: <NoDependencies projectId={projectId} /> }}
        skeleton={
          <Stack gap="lg">
            <LoadingState shape="cards" rows={6} />
            <LoadingState shape="table" rows={10} />
          </Stack>
        }
      >
        {(data) => <Content projectId={projectId} summary={data} />}
      </Loaded>
    </DecidePage>
  );
}
