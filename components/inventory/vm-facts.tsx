"use client";

import { Alert, Group, Stack } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DefinitionList } from "@/components/ui/definition-list";
import { OriginMark } from "@/components/ui/origin-mark";
import type { InventoryVm } from "@/lib/inventory/schema";
import { useSizeText } from "./use-size-text";
import { useVsphereText } from "./use-vsphere-text";

type Vm = { vm: InventoryVm };

/** Writers of values that keep "not said" apart from no. */
function useValueText(vm: InventoryVm) {
  const t = useTranslations("inventory.values");
  const tHow = useTranslations("discovery.how");
  const format = useFormatter();
  const size = useSizeText();
  const vsphere = useVsphereText();
  const withOrigin = (field: keyof InventoryVm, shown: string | null): ReactNode => {
    const how = vm.derived[field];
    if (shown === null || how === undefined) return shown;
    return (
      <Group gap={6} wrap="nowrap">
        {shown}
        <OriginMark origin="derived" detail={tHow.has(how) ? tHow(how) : how} />
      </Group>
    );
  };
  return {
    vsphere: (value: string | null) => (value === null ? null : vsphere(value)),
    flag: (value: boolean | null) => (value === null ? null : t(value ? "yes" : "no")),
    count: (field: keyof InventoryVm, value: number | null) =>
      withOrigin(field, value === null ? null : format.number(value)),
    size: (field: keyof InventoryVm, value: number | null) =>
      withOrigin(field, value === null ? null : size.mib(value)),
    mhz: (value: number | null) =>
      value === null || value < 0 ? null : t("mhz", { value: format.number(value) }),
    percent: (value: number | null) =>
      value === null
        ? null
        : format.number(value / 100, { style: "percent", maximumFractionDigits: 1 }),
  };
}

/** Where it runs, how large it is, and what it is configured as. */
export function VmOverview({ vm }: Vm) {
  const t = useTranslations("inventory.fields");
  const text = useValueText(vm);
  return (
    <Stack gap="lg">
      {vm.maskedSecrets.length > 0 ? <Alert color="yellow">{t("secretsMasked")}</Alert> : null}
      <DefinitionList
        items={[
          { term: t("osRunning"), value: vm.osRunning },
          { term: t("osConfigured"), value: vm.osConfigured },
          { term: t("dnsName"), value: vm.dnsName },
          { term: t("primaryIp"), value: vm.primaryIpAddress },
          { term: t("cpus"), value: text.count("cpus", vm.cpus) },
          { term: t("coresPerSocket"), value: text.count("coresPerSocket", vm.coresPerSocket) },
          { term: t("memory"), value: text.size("memoryMib", vm.memoryMib) },
          { term: t("activeMemory"), value: text.size("activeMemoryMib", vm.activeMemoryMib) },
          { term: t("provisioned"), value: text.size("provisionedMib", vm.provisionedMib) },
          { term: t("inUse"), value: text.size("inUseMib", vm.inUseMib) },
          { term: t("diskCapacity"), value: text.size("diskCapacityMib", vm.diskCapacityMib) },
          { term: t("datacenter"), value: vm.datacenter },
          { term: t("cluster"), value: vm.cluster },
          { term: t("host"), value: vm.host },
          { term: t("folder"), value: vm.folder },
          { term: t("resourcePool"), value: vm.resourcePool },
          { term: t("firmware"), value: text.vsphere(vm.firmware) },
          { term: t("secureBoot"), value: text.flag(vm.secureBoot) },
          {
            term: t("hardwareVersion"),
            value: vm.hardwareVersion === null ? null : `vmx-${vm.hardwareVersion}`,
          },
          { term: t("encrypted"), value: text.flag(vm.encrypted) },
          { term: t("cbt"), value: text.flag(vm.changedBlockTracking) },
          { term: t("faultTolerance"), value: text.vsphere(vm.faultToleranceState) },
          { term: t("latency"), value: text.vsphere(vm.latencySensitivity) },
          { term: t("clusterRules"), value: vm.clusterRules },
          { term: t("cpuReservation"), value: text.mhz(vm.cpuReservationMhz) },
          { term: t("cpuLimit"), value: text.mhz(vm.cpuLimitMhz) },
          {
            term: t("memoryReservation"),
            value: text.size("memoryReservationMib", vm.memoryReservationMib),
          },
          { term: t("cpuReady"), value: text.percent(vm.cpuReadyPercent) },
          { term: t("instanceUuid"), value: vm.instanceUuid },
          { term: t("moRef"), value: vm.moRef },
        ]}
      />
    </Stack>
  );
}

/** VMware Tools and what they report of the guest. */
export function VmTools({ vm }: Vm) {
  const t = useTranslations("inventory.fields");
  const text = useValueText(vm);
  return (
    <DefinitionList
      items={[
        { term: t("toolsStatus"), value: text.vsphere(vm.toolsStatus) },
        { term: t("toolsVersion"), value: vm.toolsVersion },
        { term: t("toolsUpgradeable"), value: text.flag(vm.toolsUpgradeable) },
        { term: t("guestState"), value: text.vsphere(vm.guestState) },
        { term: t("heartbeat"), value: text.vsphere(vm.heartbeat) },
        { term: t("connectionState"), value: text.vsphere(vm.connectionState) },
        { term: t("configStatus"), value: text.vsphere(vm.configStatus) },
        { term: t("consolidation"), value: text.flag(vm.consolidationNeeded) },
      ]}
    />
  );
}
