"use client";

import { Stack, Tabs } from "@mantine/core";
import {
  IconDatabase,
  IconDeviceDesktop,
  IconServer,
  IconTopologyStar3,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { DecidePage } from "@/components/imports/decide-page";
import { Loaded } from "@/components/imports/loaded";
import { sectionCommand } from "@/components/shell/section-command";
import { LoadingState } from "@/components/ui/loading-state";
import { useSearchParam } from "@/components/ui/use-search-param";
import { inventoryQuery } from "@/lib/client/inventory-queries";
import type { InventorySummary } from "@/lib/inventory/list-schema";
import { ClusterList, DatastoreList, HostList } from "./estate-lists";
import { InventoryCharts } from "./inventory-charts";
import { InventoryFigures } from "./inventory-figures";
import { VmBlade } from "./vm-blade";
import { VmTable } from "./vm-table";

const tabs = [
  { id: "vms", Icon: IconDeviceDesktop, count: (summary: InventorySummary) => summary.vms },
  { id: "hosts", Icon: IconServer, count: (summary: InventorySummary) => summary.hosts.length },
  {
    id: "clusters",
    Icon: IconTopologyStar3,
    count: (summary: InventorySummary) => summary.clusters.length,
  },
  {
    id: "datastores",
    Icon: IconDatabase,
    count: (summary: InventorySummary) => summary.datastores.length,
  },
] as const;

function InventoryTabs({ projectId, summary }: { projectId: string; summary: InventorySummary }) {
  const t = useTranslations("inventory.tabs");
  const format = useFormatter();
  const [tab, setTab] = useSearchParam("tab");
  const current = tabs.find(({ id }) => id === tab)?.id ?? "vms";
  return (
    <Tabs
      value={current}
      onChange={(next) => setTab(next === "vms" ? null : next)}
      keepMounted={false}
    >
      <Tabs.List mb="sm">
        {tabs.map(({ id, Icon, count }) => (
          <Tabs.Tab key={id} value={id} leftSection={<Icon size={16} aria-hidden />}>
            {t("count", { tab: t(id), count: format.number(count(summary)) })}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="vms">
        <VmTable projectId={projectId} summary={summary} />
      </Tabs.Panel>
      <Tabs.Panel value="hosts">
        <HostList projectId={projectId} summary={summary} />
      </Tabs.Panel>
      <Tabs.Panel value="clusters">
        <ClusterList projectId={projectId} summary={summary} />
      </Tabs.Panel>
      <Tabs.Panel value="datastores">
        <DatastoreList projectId={projectId} summary={summary} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** The estate as the import in use describes it. */
export function InventoryView({ projectId }: { projectId: string }) {
  const t = useTranslations("inventory");
  const inventory = useQuery(inventoryQuery(projectId));
  return (
    <DecidePage
      projectId={projectId}
      section="inventory"
      description={t("description")}
      commands={[
        sectionCommand(projectId, "imports", t("commands.import")),
        sectionCommand(projectId, "assessments", t("commands.assess")),
      ]}
    >
      <Loaded
        projectId={projectId}
        query={inventory}
        skeleton={
          <Stack gap="lg">
            <LoadingState shape="cards" rows={8} />
            <LoadingState shape="table" rows={10} />
          </Stack>
        }
      >
        {(summary) => (
          <Stack gap="lg">
            <InventoryFigures projectId={projectId} summary={summary} />
            <InventoryCharts summary={summary} />
            <InventoryTabs projectId={projectId} summary={summary} />
            <VmBlade projectId={projectId} />
          </Stack>
        )}
      </Loaded>
    </DecidePage>
  );
}
