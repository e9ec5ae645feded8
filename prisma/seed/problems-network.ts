import { uuid } from "./draw";
import type { EstateVm } from "./estate-types";
import { newNic } from "./estate-vm";
import {
  distributedSwitchOf,
  isPoweredOn,
  type ProblemContext,
  type ProblemSpec,
  single,
} from "./problem-spec";

export const STANDARD_SWITCH = "vSwitch0";
/** The port group that a standard switch is installed with. */
export const STANDARD_PORT_GROUP = "VM Network";

function moveTo(vm: EstateVm, network: string, switchName: string): void {
  vm.nics = vm.nics.map((nic, index) => (index === 0 ? { ...nic, network, switchName } : nic));
}

function moveToSpecial(suffix: string): (vm: EstateVm) => void {
  return (vm) => {
    const switchName = distributedSwitchOf(vm);
    moveTo(vm, `${switchName}-${suffix}`, switchName);
  };
}

function addNics(vm: EstateVm, context: ProblemContext, count: number): void {
  for (let added = 0; added < count; added += 1) {
    const purpose = `${vm.datacenter.toLowerCase()}-multi-${added}`;
    const attachment = context.networks.attach(distributedSwitchOf(vm), vm.datacenter, purpose);
    const addresses = isPoweredOn(vm) ? [attachment.address] : [];
    vm.nics = [
      ...vm.nics,
      newNic(context.networks, vm.nics.length, attachment.portGroup, addresses),
    ];
  }
}

const hasAddress = (vm: EstateVm): boolean => isPoweredOn(vm) && vm.nics[0]?.ipv4.length === 1;

export const NETWORK_PROBLEMS: readonly ProblemSpec[] = [
  single("legacyNic", 8, (vm, { stream }) => {
    const adapter = stream.chance(0.7) ? "E1000" : "E1000e";
    vm.nics = vm.nics.map((nic) => ({ ...nic, adapter }));
  }),
  single("noNetwork", 2, (vm) => {
    vm.nics = vm.nics.map((nic) => ({
      ...nic,
      network: "",
      switchName: "",
      connected: false,
      ipv4: [],
    }));
  }),
  single("standardSwitch", 6, (vm) => moveTo(vm, STANDARD_PORT_GROUP, STANDARD_SWITCH)),
  single("vmkernelPortGroup", 2, moveToSpecial("mgmt")),
  single("trunkPortGroup", 1, moveToSpecial("trunk")),
  single("promiscuousPortGroup", 2, moveToSpecial("inspect")),
  single("ephemeralPortGroup", 2, moveToSpecial("recovery")),
  single("manyNics", 2, (vm, context) => addNics(vm, context, 5)),
  single("mixedNetworks", 2, (vm, context) => {
    const standard = { name: STANDARD_PORT_GROUP, switchName: STANDARD_SWITCH };
    vm.nics = [...vm.nics, newNic(context.networks, vm.nics.length, standard, [])];
  }),
  single("nsxNetwork", 2, (vm, { stream }) => {
    moveTo(vm, `nsx.LogicalSwitch: ${uuid(stream)}`, distributedSwitchOf(vm));
  }),
  single(
    "ipv6",
    4,
    (vm, { stream }) => {
      // 2001:db8::/32 is set aside for documentation (RFC 3849).
      const tail = stream.int(0x1000, 0xffff).toString(16);
      const ipv6 = [`2001:db8:20::${tail}`, `fe80::250:56ff:fe80:${tail}`];
      vm.nics = vm.nics.map((nic, index) => (index === 0 ? { ...nic, ipv6 } : nic));
    },
    hasAddress,
  ),
  {
    kind: "duplicateMac",
    count: 2,
    groupVms: 2,
    apply: ([first, second]) => {
      const macAddress = first?.nics[0]?.macAddress;
      if (second === undefined || macAddress === undefined) return;
      second.nics = second.nics.map((nic) => ({ ...nic, macAddress }));
    },
  },
  {
    kind: "duplicateIp",
    count: 2,
    groupVms: 2,
    eligible: hasAddress,
    apply: ([first, second]) => {
      const ipv4 = first?.nics[0]?.ipv4;
      if (second === undefined || ipv4 === undefined) return;
      second.nics = second.nics.map((nic) => ({ ...nic, ipv4 }));
    },
  },
];
