"use client";

import { Group, Tabs, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { Blade } from "@/components/ui/blade";
import { LoadingState } from "@/components/ui/loading-state";
import { vmQuery } from "@/lib/client/inventory-queries";
import type { VmDetail } from "@/lib/inventory/list-schema";
import { VmOverview, VmTools } from "./vm-facts";
import { VmAttributes, VmDisks, VmNics, VmPartitions, VmSnapshots } from "./vm-parts";
import { PowerSign, ScopeBadge } from "./vm-signs";

const tabs = [
  { id: "overview", Panel: VmOverview, count: null },
  { id: "disks", Panel: VmDisks, count: ({ vm }: VmDetail) => vm.disks.length },
  { id: "nics", Panel: VmNics, count: ({ vm }: VmDetail) => vm.nics.length },
  { id: "partitions", Panel: VmPartitions, count: ({ vm }: VmDetail) => vm.partitions.length },
  { id: "snapshots", Panel: VmSnapshots, count: ({ vm }: VmDetail) => vm.snapshots.length },
  { id: "tools", Panel: VmTools, count: null },
  {
    id: "attributes",
    Panel: VmAttributes,
    count: ({ vm }: VmDetail) => Object.keys(vm.customAttributes).length,
  },
] as const;

/** Who decided that the VM is left out or taken in, and why. */
function Decision({ detail: { decision } }: { detail: VmDetail }) {
  const t = useTranslations("inventory.blade");
  const format = useFormatter();
  if (decision === null) return null;
  return (
    <Text fz="sm" c="dimmed" mb="md">
      {t(decision.excluded ? "excludedBy" : "includedBy", {
        name: decision.byName,
        date: format.dateTime(new Date(decision.at), { dateStyle: "medium" }),
      })}
      {decision.note === "" ? null : ` ${t("decisionNote", { note: decision.note })}`}
    </Text>
  );
}

function VmTabs({ detail }: { detail: VmDetail }) {
  const t = useTranslations("inventory.blade");
  return (
    <>
      <Group gap="md" mb="md">
        <PowerSign state={detail.row.powerState} />
        <ScopeBadge row={detail.row} />
      </Group>
      <Decision detail={detail} />
      <Tabs defaultValue="overview" keepMounted={false}>
        <Tabs.List>
          {tabs.map(({ id, count }) => (
            <Tabs.Tab key={id} value={id}>
              {count && count(detail) > 0
                ? t("tabCount", { tab: t(id), count: count(detail) })
                : t(id)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ id, Panel }) => (
          <Tabs.Panel key={id} value={id} pt="md">
            <Panel vm={detail.vm} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function VmContent({ projectId, vmKey }: { projectId: string; vmKey: string }) {
  const detail = useQuery(vmQuery(projectId, vmKey));
  if (detail.data) return <VmTabs detail={detail.data} />;
  return <LoadingOrError query={detail} skeleton={<LoadingState rows={10} />} />;
}

function VmTitle({ projectId, vmKey }: { projectId: string; vmKey: string }) {
  const t = useTranslations("inventory.blade");
  const detail = useQuery(vmQuery(projectId, vmKey));
  return <>{detail.data?.row.name ?? t("title")}</>;
}

/** Everything that the export says of one VM; `?vm=<key>` opens it. */
export function VmBlade({ projectId }: { projectId: string }) {
  return (
    <Blade param="vm" size={720} title={(vmKey) => <VmTitle projectId={projectId} vmKey={vmKey} />}>
      {(vmKey) => <VmContent projectId={projectId} vmKey={vmKey} />}
    </Blade>
  );
}
