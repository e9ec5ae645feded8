import type { InventoryNic, InventoryPortGroup, InventoryVm } from "@/lib/inventory/schema";
import {
  ALL_WARNED,
  from,
  matching,
  NO_EFFECT,
  type ReadinessRule,
  type RuleContext,
  vmRule,
  whenTrue,
} from "./readiness-rule";

const EXTENSION = "VMware HCX user guide: Network Extension needs a distributed switch or NSX";
const NICS = from("vNetwork", "Network");
const DV_PORT = "dvPort";

/** Adapters, port groups and switches. */
export const NETWORK_RULES: readonly ReadinessRule[] = [
  vmRule({
    id: "legacy-nic",
    number: 42,
    severity: "info",
    effort: "medium",
    verdicts: NO_EFFECT,
    source: "RVTools analyzers; vSphere virtual machine administration guide: network adapters",
    reads: [[from("vNetwork", "Adapter")]],
    check: (vm) =>
      matching(
        vm.nics,
        (nic) =>
          nic.adapter === null
            ? null
            : /e1000|pcnet|vlance|flexible|vmxnet(?!3)/i.test(nic.adapter),
        (nic) => ({ nic: nic.label, adapter: nic.adapter }),
      ),
  }),
  vmRule({
    id: "nic-without-network",
    number: 44,
    severity: "warning",
    effort: "low",
    verdicts: ALL_WARNED,
    source: "Forklift validation policies for VMware",
    reads: [[NICS]],
    check: (vm) =>
      matching(
        vm.nics,
        (nic) => nic.network === null || nic.network.trim() === "",
        (nic) => ({ nic: nic.label, adapter: nic.adapter }),
      ),
  }),
  vmRule({
    id: "no-nic",
    number: 44,
    severity: "info",
    effort: "none",
    verdicts: NO_EFFECT,
    source: "RVTools analyzers, network adapters",
    reads: [[NICS]],
    check: (vm) => whenTrue(vm.nics.length === 0),
  }),
  vmRule({
    id: "powered-on-none-connected",
    number: 44,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "RVTools analyzers, network adapters",
    reads: [[from("vNetwork", "Network", "Connected")]],
    check: (vm) => {
      if (vm.powerState !== "poweredOn" || vm.nics.length === 0) return [];
      if (vm.nics.some((nic) => nic.connected === null)) return null;
      return whenTrue(
        vm.nics.every((nic) => nic.connected === false),
        { nics: vm.nics.length },
      );
    },
  }),
  vmRule({
    id: "standard-switch-port-group",
    number: 45,
    severity: "warning",
    effort: "medium",
    verdicts: ALL_WARNED,
    source: EXTENSION,
    reads: [[from("vNetwork", "Network", "Switch")], [NICS, from("vPort", "Port Group")]],
    check: (vm, context) =>
      matching(
        vm.nics,
        (nic) => isOnStandardSwitch(nic, context),
        (nic) => ({ nic: nic.label, network: nic.network, switch: nic.switchName }),
      ),
  }),
  vmRule({
    id: "port-group-security",
    number: 46,
    severity: "warning",
    effort: "medium",
    verdicts: ALL_WARNED,
    source: "AVS RVTools analyzer; NSX segment security profiles",
    reads: [
      [NICS, from(DV_PORT, "Allow Promiscuous", "Mac Changes", "Forged Transmits")],
      [NICS, from("vPort", "Promiscuous Mode", "Mac Changes", "Forged Transmits")],
    ],
    check: (vm, context) =>
      ofPortGroups(vm, context, (group) => {
        const flags = [group.promiscuous, group.macChanges, group.forgedTransmits];
        if (flags.some((flag) => flag === true)) return true;
        return flags.some((flag) => flag === null) ? null : false;
      }),
  }),
  vmRule({
    id: "vlan-not-extendable",
    number: 47,
    severity: "warning",
    effort: "medium",
    verdicts: ALL_WARNED,
    source: `${EXTENSION}; untagged and trunk port groups cannot be extended`,
    reads: [[NICS, from(DV_PORT, "VLAN")]],
    check: (vm, context) =>
      ofPortGroups(vm, context, (group) => {
        if (group.switchKind !== "distributed" || group.isUplink) return false;
        const vlan = (group.vlan ?? "").trim();
        return !/^\d+$/.test(vlan) || Number(vlan) === 0;
      }),
  }),
  vmRule({
    id: "ephemeral-binding",
    number: 48,
    severity: "warning",
    effort: "medium",
    verdicts: ALL_WARNED,
    source: "AVS RVTools analyzer, ephemeral port binding",
    reads: [[NICS, from(DV_PORT, "Type")]],
    check: (vm, context) =>
      ofPortGroups(vm, context, (group) => {
        if (group.switchKind !== "distributed") return false;
        return group.binding === null ? null : /ephemeral/i.test(group.binding);
      }),
  }),
  vmRule({
    id: "port-blocked",
    number: 49,
    severity: "warning",
    effort: "low",
    verdicts: ALL_WARNED,
    source: "RVTools to IBM Cloud checks, blocked ports",
    reads: [[NICS, from(DV_PORT, "Blocked")]],
    check: (vm, context) => ofPortGroups(vm, context, (group) => group.blocked),
  }),
  vmRule({
    id: "vmkernel-port-group",
    number: 50,
    severity: "warning",
    effort: "medium",
    verdicts: ALL_WARNED,
    source: "VMware HCX user guide: networks with VMkernel adapters must not be extended",
    reads: [
      [NICS, from("vSC_VMK", "Port Group"), from(DV_PORT, "Port")],
      [NICS, from("vSC_VMK", "Port Group"), from("vPort", "Port Group")],
    ],
    check: (vm, context) => ofPortGroups(vm, context, (group) => group.hasVmkernel),
  }),
  vmRule({
    id: "mixed-switch-kinds",
    number: 51,
    severity: "warning",
    effort: "medium",
    verdicts: ALL_WARNED,
    source: EXTENSION,
    reads: [[from("vNetwork", "Network", "Switch")], [NICS, from("vPort", "Port Group")]],
    check: (vm, context) => {
      const kinds = vm.nics.map((nic) => isOnStandardSwitch(nic, context));
      const mixed = kinds.includes(true) && kinds.includes(false);
      if (!mixed && kinds.includes(null)) return null;
      return whenTrue(mixed, { nics: vm.nics.length });
    },
  }),
  vmRule({
    id: "many-nics",
    number: 51,
    severity: "info",
    effort: "none",
    verdicts: NO_EFFECT,
    // Our own threshold: every network of the VM must be extended or mapped before it moves.
    source: "VMware HCX user guide: every source network needs a target",
    reads: [[NICS]],
    check: (vm) => whenTrue(vm.nics.length > 4, { nics: vm.nics.length }),
  }),
  vmRule({
    id: "nsx-source",
    number: 52,
    severity: "warning",
    effort: "medium",
    verdicts: ALL_WARNED,
    source: "VMware HCX user guide: NSX-V and NSX-T segments as extension source",
    reads: [[NICS]],
    check: (vm) =>
      matching(
        vm.nics,
        (nic) => /^(?:nsx\.LogicalSwitch|vxw-)/i.test(nic.network ?? ""),
        (nic) => ({ nic: nic.label, network: nic.network }),
      ),
  }),
];

/**
 * Whether the NIC's network is on a host's standard switch. Port group sheets decide where they are
 * present; otherwise the name that ESXi gives to standard switches does. Null when neither says.
 */
function isOnStandardSwitch(nic: InventoryNic, context: RuleContext): boolean | null {
  if (nic.network === null) return false;
  const groups = context.portGroupsOfNic.get(nic);
  if (groups) return groups.every((group) => group.switchKind === "standard");
  if (nic.switchName === null) return null;
  if (/^vSwitch\d+$/i.test(nic.switchName.trim())) return true;
  return /^d?v?-?ds|dvs|dswitch|dvswitch/i.test(nic.switchName.trim()) ? false : null;
}

function ofPortGroups(
  vm: InventoryVm,
  context: RuleContext,
  predicate: (group: InventoryPortGroup) => boolean | null,
) {
  return matching(
    vm.nics,
    (nic) => {
      if (nic.network === null) return false;
      const groups = context.portGroupsOfNic.get(nic);
      if (!groups) return null;
      const answers = groups.map(predicate);
      if (answers.includes(true)) return true;
      return answers.includes(null) ? null : false;
    },
    (nic) => ({ nic: nic.label, network: nic.network }),
  );
}
