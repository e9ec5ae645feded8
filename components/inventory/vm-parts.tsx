"use client";

import { Stack, Table, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DefinitionList } from "@/components/ui/definition-list";
import { Known } from "@/components/ui/no-data";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { InventoryVm } from "@/lib/inventory/schema";
import { useSizeText } from "./use-size-text";

type Vm = { vm: InventoryVm };

interface PartTableProps {
  label: string;
  head: readonly string[];
  /** Null where the export does not say. */
  rows: readonly (readonly (string | null)[])[];
  none: string;
}

function PartTable({ label, head, rows, none }: PartTableProps): ReactNode {
  if (rows.length === 0) {
    return (
      <Text fz="sm" c="dimmed">
        {none}
      </Text>
    );
  }
  return (
    <ScrollRegion label={label}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {head.map((text) => (
              <Table.Th key={text}>{text}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity and never move.
            <Table.Tr key={row}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as the row.
                <Table.Td key={column}>
                  <Known value={cell}>{(text) => text}</Known>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

export function VmDisks({ vm }: Vm) {
  const t = useTranslations("inventory.parts");
  const size = useSizeText();
  const kind = (raw: boolean | null, mode: string | null) => {
    if (raw === null) return null;
    return raw ? t("raw", { mode: mode ?? t("modeUnknown") }) : t("vmdk");
  };
  return (
    <PartTable
      label={t("disks")}
      none={t("noDisks")}
      head={[
        t("disk"),
        t("capacity"),
        t("kind"),
        t("mode"),
        t("thin"),
        t("controller"),
        t("sharing"),
      ]}
      rows={vm.disks.map((disk) => [
        disk.label,
        disk.capacityMib === null ? null : size.mib(disk.capacityMib),
        kind(disk.raw, disk.rawCompatibilityMode),
        disk.mode,
        disk.thin === null ? null : t(disk.thin ? "thinYes" : "thinNo"),
        disk.controller,
        disk.sharingMode ?? disk.sharedBus,
      ])}
    />
  );
}

export function VmNics({ vm }: Vm) {
  const t = useTranslations("inventory.parts");
  return (
    <PartTable
      label={t("nics")}
      none={t("noNics")}
      head={[t("nic"), t("adapter"), t("network"), t("switch"), t("connected"), t("addresses")]}
      rows={vm.nics.map((nic) => [
        nic.label,
        nic.adapter,
        nic.network,
        nic.switchName,
        nic.connected === null ? null : t(nic.connected ? "yes" : "no"),
        nic.ipAddresses.length > 0 ? nic.ipAddresses.join(", ") : null,
      ])}
    />
  );
}

export function VmPartitions({ vm }: Vm) {
  const t = useTranslations("inventory.parts");
  const size = useSizeText();
  const sized = (sizeMib: number | null) => (sizeMib === null ? null : size.mib(sizeMib));
  return (
    <PartTable
      label={t("partitions")}
      none={t("noPartitions")}
      head={[t("path"), t("capacity"), t("used"), t("free")]}
      rows={vm.partitions.map((partition) => [
        partition.path,
        sized(partition.capacityMib),
        sized(partition.consumedMib),
        sized(partition.freeMib),
      ])}
    />
  );
}

export function VmSnapshots({ vm }: Vm) {
  const t = useTranslations("inventory.parts");
  const format = useFormatter();
  const size = useSizeText();
  // Exports without a zone write the vCenter's local time: it is shown as it stands.
  const date = (iso: string | null) =>
    iso === null
      ? null
      : format.dateTime(new Date(iso.length > 19 ? iso : `${iso}Z`), {
          dateStyle: "medium",
          timeStyle: "short",
          hourCycle: "h23",
          timeZone: "UTC",
        });
  return (
    <PartTable
      label={t("snapshots")}
      none={t("noSnapshots")}
      head={[t("snapshot"), t("description"), t("created"), t("size")]}
      rows={vm.snapshots.map((snapshot) => [
        snapshot.name,
        snapshot.description,
        date(snapshot.createdAt),
        snapshot.sizeMib === null ? null : size.mib(snapshot.sizeMib),
      ])}
    />
  );
}

export function VmAttributes({ vm }: Vm) {
  const t = useTranslations("inventory.parts");
  const attributes = Object.entries(vm.customAttributes);
  return (
    <Stack gap="md">
      <DefinitionList items={[{ term: t("annotation"), value: vm.annotation }]} />
      {attributes.length === 0 ? (
        <Text fz="sm" c="dimmed">
          {t("noAttributes")}
        </Text>
      ) : (
        <DefinitionList items={attributes.map(([term, value]) => ({ term, value }))} />
      )}
    </Stack>
  );
}
