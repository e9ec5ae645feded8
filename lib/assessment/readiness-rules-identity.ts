import type { InventoryVm } from "@/lib/inventory/schema";
import { isRoutable } from "./readiness-context";
import {
  ALL_WARNED,
  from,
  matching,
  NO_EFFECT,
  type ReadinessRule,
  vmRule,
  whenTrue,
} from "./readiness-rule";

/** Addresses, names and identifiers: what must be there, and must be there once. */
export const IDENTITY_RULES: readonly ReadinessRule[] = [
  vmRule({
    id: "ipv6-present",
    number: 53,
    severity: "warning",
    effort: "medium",
    verdicts: ALL_WARNED,
    source: "Azure Migrate AVS assessment: IpV6NotSupported",
    reads: [[from("vNetwork", "IPv6 Address")], [from("vInfo", "Primary IP Address")]],
    check: (vm) =>
      addressesOf(vm)
        .filter((address) => address.includes(":") && isRoutable(address))
        .map((address) => ({ address })),
  }),
  vmRule({
    id: "address-missing",
    number: 54,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "Forklift validation policies for VMware",
    reads: [[from("vInfo", "Primary IP Address")], [from("vNetwork", "IPv4 Address")]],
    check: (vm) => whenTrue(vm.powerState === "poweredOn" && addressesOf(vm).length === 0),
  }),
  vmRule({
    id: "hostname-missing",
    number: 54,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "Forklift validation policies for VMware",
    reads: [[from("vInfo", "DNS Name")]],
    check: (vm) =>
      whenTrue(
        vm.powerState === "poweredOn" &&
          (vm.dnsName === null || /^localhost(?:\.localdomain)?$/i.test(vm.dnsName.trim())),
        { dnsName: vm.dnsName },
      ),
  }),
  vmRule({
    id: "duplicate-mac",
    number: 55,
    severity: "warning",
    effort: "medium",
    verdicts: ALL_WARNED,
    source: "RVTools analyzers; a MAC address is kept on the extended network",
    reads: [[from("vNetwork", "Mac Address")]],
    check: (vm, context) =>
      matching(
        vm.nics,
        (nic) => (nic.macAddress === null ? null : context.repeatedMacNics.has(nic)),
        (nic) => ({ nic: nic.label, macAddress: nic.macAddress }),
      ),
  }),
  vmRule({
    id: "duplicate-ip",
    number: 55,
    severity: "warning",
    effort: "medium",
    verdicts: NO_EFFECT,
    source: "RVTools analyzers, duplicate addresses",
    reads: [[from("vNetwork", "IPv4 Address")]],
    check: (vm, context) =>
      vm.nics
        .flatMap((nic) => nic.ipAddresses)
        .filter((address) => context.repeatedAddresses.has(address.trim().toLowerCase()))
        .map((address) => ({ address })),
  }),
  vmRule({
    id: "duplicate-name",
    number: 55,
    severity: "info",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "RVTools analyzers, duplicate VM names",
    reads: [[from("vInfo", "VM")]],
    check: (vm, context) => whenTrue(context.repeatedNames.has(vm), { name: vm.name }),
  }),
  vmRule({
    id: "duplicate-uuid",
    number: 55,
    severity: "warning",
    effort: "medium",
    verdicts: NO_EFFECT,
    source: "RVTools analyzers, duplicate SMBIOS UUIDs",
    reads: [[from("vInfo", "SMBIOS UUID")]],
    check: (vm, context) =>
      whenTrue(vm.smbiosUuid === null ? null : context.repeatedUuids.has(vm), {
        uuid: vm.smbiosUuid,
      }),
  }),
];

function addressesOf(vm: InventoryVm): string[] {
  const listed = vm.nics.flatMap((nic) => nic.ipAddresses);
  return listed.length > 0 || vm.primaryIpAddress === null ? listed : [vm.primaryIpAddress];
}
