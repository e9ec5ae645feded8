import type { Estate, EstateHost, EstatePortGroup, EstateSwitch } from "./estate-types";
import { STANDARD_PORT_GROUP, STANDARD_SWITCH } from "./problems-network";
import {
  type Column,
  column,
  constants,
  dateColumn,
  type Sheet,
  sheetOf,
  vcenterColumns,
  word,
} from "./sheet-model";

type HostRow = { host: EstateHost };

const STANDARD_POLICY = {
  "Promiscuous Mode": "False",
  "Mac Changes": "False",
  "Forged Transmits": "False",
  "Traffic Shaping": "False",
  Width: 0,
  Peak: 0,
  Burst: 0,
  Policy: "loadbalance_srcid",
  "Reverse Policy": "True",
  "Notify Switch": "True",
  "Rolling Order": "False",
  Offload: "True",
  TSO: "True",
  "Zero Copy Xmit": "True",
} as const;

function hostColumns(): Column<HostRow>[] {
  return [
    column("Host", ({ host }) => host.name),
    column("Datacenter", ({ host }) => host.datacenter),
    column("Cluster", ({ host }) => host.cluster),
  ];
}

function perHost(estate: Estate): () => Iterable<HostRow> {
  return () => estate.hosts.map((host) => ({ host }));
}

export function vSwitch(estate: Estate): Sheet {
  const columns: Column<HostRow>[] = [
    ...hostColumns(),
    ...constants({ Switch: STANDARD_SWITCH, "# Ports": 7936, "Free Ports": 7900 }),
    ...constants({ ...STANDARD_POLICY, MTU: 1500 }),
    ...vcenterColumns(estate),
  ];
  return sheetOf("vSwitch", columns, perHost(estate));
}

export function vPort(estate: Estate): Sheet {
  const columns: Column<HostRow>[] = [
    ...hostColumns(),
    ...constants({ "Port Group": STANDARD_PORT_GROUP, Switch: STANDARD_SWITCH, VLAN: 0 }),
    ...constants(STANDARD_POLICY),
    ...vcenterColumns(estate),
  ];
  return sheetOf("vPort", columns, perHost(estate));
}

export function dvSwitch(estate: Estate): Sheet {
  type Row = { each: EstateSwitch; hosts: EstateHost[]; vmCount: number };
  const columns: Column<Row>[] = [
    column("Switch", ({ each }) => each.name),
    column("Datacenter", ({ each }) => each.datacenter),
    column("Name", ({ each }) => each.name),
    ...constants({ Vendor: "VMware, Inc." }),
    column("Version", ({ each }) => each.version),
    ...constants({ Description: null }),
    dateColumn("Created", ({ each }) => each.createdAtMs),
    column("Host members", ({ hosts }) => hosts.map((host) => host.name).join(", ")),
    ...constants({ "Max Ports": 2_147_483_647 }),
    column("# Ports", ({ vmCount }) => vmCount + 128),
    column("# VMs", ({ vmCount }) => vmCount),
    ...constants({ "In Traffic Shaping": "False", "In Avg": 0, "In Peak": 0, "In Burst": 0 }),
    ...constants({ "Out Traffic Shaping": "False", "Out Avg": 0, "Out Peak": 0, "Out Burst": 0 }),
    ...constants({
      "CDP Type": "cdp",
      "CDP Operation": "listen",
      "LACP Name": null,
      "LACP Mode": null,
      "LACP Load Balance Alg.": null,
      "Max MTU": 9000,
      Contact: null,
      "Admin Name": null,
    }),
    column("Object ID", ({ each }) => (each.name.startsWith("icn1") ? "dvs-101" : "dvs-102")),
    ...vcenterColumns(estate),
  ];
  return sheetOf("dvSwitch", columns, () =>
    estate.switches.map((each) => ({
      each,
      hosts: estate.hosts.filter((host) => host.datacenter === each.datacenter),
      vmCount: estate.vms.filter((vm) => vm.datacenter === each.datacenter).length,
    })),
  );
}

export function dvPort(estate: Estate): Sheet {
  type Row = { group: EstatePortGroup };
  const columns: Column<Row>[] = [
    column("Port", ({ group }) => group.name),
    column("Switch", ({ group }) => group.switchName),
    column("Type", ({ group }) => group.type),
    column("# Ports", ({ group }) => (group.uplink ? 64 : 256)),
    column("VLAN", ({ group }) => (/^\d+$/.test(group.vlan) ? Number(group.vlan) : group.vlan)),
    ...constants({ Speed: 10_000, "Full Duplex": "True", Blocked: "False" }),
    column("Allow Promiscuous", ({ group }) => word(group.promiscuous)),
    column("Mac Changes", ({ group }) => word(group.promiscuous)),
    ...constants({
      "Active Uplink": "Uplink 1, Uplink 2",
      "Standby Uplink": null,
      Policy: "loadbalance_srcid",
    }),
    column("Forged Transmits", ({ group }) => word(group.promiscuous)),
    ...constants({ "In Traffic Shaping": "False", "In Avg": 0, "In Peak": 0, "In Burst": 0 }),
    ...constants({ "Out Traffic Shaping": "False", "Out Avg": 0, "Out Peak": 0, "Out Burst": 0 }),
    ...constants({
      "Reverse Policy": "True",
      "Notify Switch": "True",
      "Rolling Order": "False",
      "Check Beacon": "False",
      "Live Port Moving": "False",
      "Check Duplex": "False",
      "Check Error %": "False",
      "Check Speed": "minimum",
      Percentage: 0,
      "Block Override": "True",
      "Config Reset": "True",
      "Shaping Override": "False",
      "Vendor Config Override": "False",
      "Sec. Policy Override": "False",
      "Teaming Override": "False",
      "Vlan Override": "False",
    }),
    column("Object ID", ({ group }) => group.objectId),
    ...vcenterColumns(estate),
  ];
  return sheetOf("dvPort", columns, () =>
    estate.portGroups.filter((group) => group.kind === "distributed").map((group) => ({ group })),
  );
}

export function vScVmk(estate: Estate): Sheet {
  type Row = HostRow & { suffix: string; device: string; address: string };
  const columns: Column<Row>[] = [
    column("Host", ({ host }) => host.name),
    column("Datacenter", ({ host }) => host.datacenter),
    column("Cluster", ({ host }) => host.cluster),
    column("Port Group", ({ host, suffix }) => `${host.datacenter.toLowerCase()}-dvs-01-${suffix}`),
    column("Device", ({ device }) => device),
    column("Mac Address", ({ host, device }) => kernelMac(host, device)),
    ...constants({ DHCP: "False" }),
    column("IP Address", ({ address }) => address),
    ...constants({ "IP 6 Address": null, "Subnet mask": "255.255.0.0" }),
    column("Gateway", ({ device }) => (device === "vmk0" ? "10.16.0.1" : null)),
    ...constants({ "IP 6 Gateway": null }),
    column("MTU", ({ device }) => (device === "vmk0" ? 1500 : 9000)),
    ...vcenterColumns(estate),
  ];
  return sheetOf("vSC_VMK", columns, function* () {
    for (const host of estate.hosts) {
      yield { host, suffix: "mgmt", device: "vmk0", address: host.managementIp };
      yield { host, suffix: "vmotion", device: "vmk1", address: host.vmotionIp };
    }
  });
}

/** 00:50:56:6x belongs to VMkernel adapters. */
function kernelMac(host: EstateHost, device: string): string {
  const digits = host.uuid.slice(-4);
  const port = device === "vmk0" ? "60" : "61";
  return `00:50:56:${port}:${digits.slice(0, 2)}:${digits.slice(2)}`;
}
