import type { Cells, SheetRows } from "./estate-of-headers";

/**
 * For every rule: rows on which it must find something, and rows near them on which it must not. Values
 * are written as RVTools and re-saved files write them. Only tests import this.
 */
export type RuleCase = {
  /** Each alone is a finding. */
  fires: readonly SheetRows[];
  /** None of these is. The ordinary estate is tried as well unless `ordinaryFires`. */
  quiet?: readonly SheetRows[];
  ordinaryFires?: true;
  /** A finding when the export lacks these. */
  firesWithoutColumns?: readonly string[];
  /** Columns that say the same under another name, and that go when the rule's columns go. */
  saidAgainBy?: readonly string[];
  /** No export that is known states it, so that it can only be "not evaluated". */
  neverEvaluated?: true;
};

const MIB_PER_TIB = 1_048_576;
const DISK_2: Cells = { Disk: "Hard disk 2", "Disk Key": "2001", "Disk UUID": "6000C291-2" };
const VM_2: Cells = {
  VM: "app02",
  "VM ID": "vm-12",
  "VM UUID": "5021d6b4-7c8a-4f10-8e55-0123456789ac",
  "SMBIOS UUID": "42212222-7c8a-4f10-8e55-0123456789ac",
  "DNS Name": "app02.corp.example",
  "Primary IP Address": "10.20.0.12",
};
const HOST_2: Cells = { Host: "esx02.corp.example" };

const vm = (cells: Cells): SheetRows => ({ vInfo: [cells] });
const disk = (cells: Cells): SheetRows => ({ vDisk: [cells] });
const nic = (cells: Cells): SheetRows => ({ vNetwork: [cells] });
const host = (cells: Cells): SheetRows => ({ vHost: [cells] });
const os = (name: string): SheetRows =>
  vm({ "OS according to the configuration file": name, "OS according to the VMware Tools": name });
const snapshot = (cells: Cells): SheetRows => ({ vSnapshot: [cells] });
const tools = (status: string, power = "poweredOn"): SheetRows => ({
  vInfo: [{ Powerstate: power }],
  vTools: [{ Powerstate: power, Tools: status }],
});
const distributed = (cells: Cells): SheetRows => ({ dvPort: [cells] });
const partition = (cells: Cells): SheetRows => ({ vPartition: [cells] });
const cluster = (cells: Cells): SheetRows => ({ vCluster: [cells] });
const datastore = (cells: Cells): SheetRows => ({ vDatastore: [cells] });
const standardSwitch: SheetRows = {
  vNetwork: [{ Network: "VM Network", Switch: "vSwitch0" }],
  vPort: [{ "Port Group": "VM Network" }],
};

export const RULE_CASES: Readonly<Record<string, RuleCase>> = {
  "physical-rdm": {
    // The header is `Raw Comp. Mode`; a public tool reads `Raw Com. Mode` and never fires.
    fires: [
      disk({ Raw: "True", "Raw Comp. Mode": "physicalMode" }),
      disk({ Raw: true, "Raw Comp. Mode": "PHYSICALMODE" }),
      disk({ Raw: "b1", "Raw Comp. Mode": " physicalMode " }),
    ],
    quiet: [
      disk({ Raw: "True", "Raw Comp. Mode": "virtualMode" }),
      disk({ Raw: "False", "Raw Comp. Mode": "" }),
    ],
  },
  "virtual-rdm": {
    fires: [disk({ Raw: "TRUE", "Raw Comp. Mode": "virtualMode" })],
    quiet: [disk({ Raw: "True", "Raw Comp. Mode": "physicalMode" })],
  },
  "shared-disk": {
    fires: [
      disk({ "Shared Bus": "physicalSharing" }),
      disk({ "Shared Bus": "virtualSharing" }),
      disk({ "Sharing mode": "sharingMultiWriter" }),
      {
        vInfo: [{}, VM_2],
        vDisk: [
          { "Disk Path": "[ds01] quorum/q.vmdk" },
          { ...VM_2, "Disk Path": "[ds01] Quorum/Q.vmdk" },
        ],
      },
    ],
    quiet: [
      disk({ "Shared Bus": "NoSharing", "Sharing mode": "SharingNone" }),
      // The same VM names a path twice: nobody else uses it.
      { vDisk: [{}, { Disk: "Hard disk 2", "Disk Key": "2001" }] },
    ],
  },
  "independent-persistent": {
    fires: [
      disk({ "Disk Mode": "independent_persistent" }),
      disk({ "Disk Mode": "Independent_Persistent" }),
    ],
    quiet: [disk({ "Disk Mode": "independent_nonpersistent" })],
  },
  "independent-nonpersistent": {
    fires: [disk({ "Disk Mode": "independent_nonpersistent" })],
    quiet: [disk({ "Disk Mode": "independent_persistent" })],
  },
  "disk-above-62-tb": {
    fires: [disk({ "Capacity MiB": 62 * MIB_PER_TIB + 1 })],
    quiet: [disk({ "Capacity MiB": 62 * MIB_PER_TIB })],
  },
  "disk-above-30-tb": {
    fires: [
      disk({ "Capacity MiB": 30 * MIB_PER_TIB + 1 }),
      disk({ "Capacity MiB": 62 * MIB_PER_TIB }),
    ],
    quiet: [disk({ "Capacity MiB": 30 * MIB_PER_TIB }), disk({ "Capacity MiB": 63 * MIB_PER_TIB })],
  },
  "disk-without-capacity": {
    fires: [disk({ "Capacity MiB": 0 }), disk({ "Capacity MiB": "0" })],
    quiet: [disk({ "Capacity MiB": "1,024" })],
  },
  "more-than-165-disks": {
    fires: [{ vDisk: disks(166) }],
    quiet: [{ vDisk: disks(165) }],
  },
  "provisioned-above-10-tb": {
    fires: [vm({ "Provisioned MiB": 10 * MIB_PER_TIB + 1 })],
    quiet: [vm({ "Provisioned MiB": 10 * MIB_PER_TIB })],
  },
  "disk-without-datastore": {
    fires: [disk({ "Disk Path": "[gone] app01/app01.vmdk" })],
    quiet: [disk({ "Disk Path": "[DS01] app01/app01.vmdk" })],
  },
  "disk-uuid-enabled": { fires: [vm({ EnableUUID: "True" })] },
  "snapshot-present": { fires: [snapshot({})] },
  "snapshot-older-than-7-days": {
    // Measured against 17 June 2025, 08:00.
    fires: [
      snapshot({ "Date / time": "2025-06-10 07:59:00" }),
      snapshot({ "Date / time": 45_800.5 }),
    ],
    quiet: [snapshot({ "Date / time": "2025-06-10 08:01:00" })],
  },
  "snapshot-above-50-gib": {
    fires: [snapshot({ "Size MiB (total)": 51_201 })],
    quiet: [snapshot({ "Size MiB (total)": 51_200 })],
  },
  "consolidation-needed": { fires: [vm({ "Consolidation Needed": "True" })] },
  "usb-connected": { fires: [{ vUSB: [{ Connected: "True" }] }], quiet: [{ vUSB: [] }] },
  "media-connected": {
    fires: [
      { vCD: [{ Connected: "True", "Device Type": "ISO [ds01] iso/tools.iso" }] },
      { vCD: [{ Connected: "TRUE", "Device Type": "Host Device" }] },
    ],
    quiet: [{ vCD: [{ Connected: "False", "Device Type": "ISO [ds01] iso/tools.iso" }] }],
  },
  "pci-passthrough": { fires: [vm({ "Fixed Passthru HotPlug": "True" })] },
  "sr-iov-adapter": {
    fires: [nic({ Adapter: "SriovEthernetCard" }), nic({ Adapter: "SR-IOV passthrough" })],
    quiet: [nic({ Adapter: "VmxNet3" })],
  },
  "secure-boot": { fires: [vm({ "EFI Secure boot": "True" })] },
  "vm-encrypted": { fires: [vm({ Encrypted: "True" })] },
  "hardware-below-9": {
    fires: [hardware(8), { ...hardware("vmx-08") }, hardware("8.0")],
    quiet: [hardware(9), hardware("vmx-10")],
  },
  "hardware-below-7": { fires: [hardware("vmx-04")], quiet: [hardware(7)] },
  "hardware-above-target": { fires: [hardware(22)], quiet: [hardware("vmx-21")] },
  "vcpu-above-host-threads": {
    // AV64 has 64 cores, hence 128 threads.
    fires: [vm({ CPUs: 129 })],
    quiet: [vm({ CPUs: 128 })],
  },
  "vcpu-above-host-cores": {
    // AV36 has 36 cores.
    fires: [vm({ CPUs: 37 })],
    quiet: [vm({ CPUs: 36 })],
  },
  "memory-above-host": {
    // AV52 has 1,536 GB.
    fires: [vm({ Memory: 1_572_865 })],
    quiet: [vm({ Memory: "1,572,864" })],
  },
  "memory-above-half-host": {
    // Half of AV36's 576 GB is 288 GB, 294,912 MiB.
    fires: [vm({ Memory: 294_913 })],
    quiet: [vm({ Memory: 294_912 })],
  },
  "numa-wide": { fires: [vm({ CPUs: 19 })], quiet: [vm({ CPUs: 18 })] },
  "hot-add-disables-vnuma": {
    fires: [{ vInfo: [{ CPUs: 9 }], vCPU: [{ CPUs: 9, "Hot Add": "True" }] }],
    quiet: [{ vInfo: [{ CPUs: 8 }], vCPU: [{ CPUs: 8, "Hot Add": "True" }] }],
  },
  "hot-plug-on": {
    fires: [{ vCPU: [{ "Hot Add": "True" }] }, { vMemory: [{ "Hot Add": "True" }] }],
  },
  "cpu-affinity": { fires: [], neverEvaluated: true },
  "cpu-limit": { fires: [{ vCPU: [{ Limit: 2_000 }] }], quiet: [{ vCPU: [{ Limit: -1 }] }] },
  "memory-limit": {
    fires: [{ vMemory: [{ Limit: 4_096 }] }],
    quiet: [{ vMemory: [{ Limit: 8_192 }] }, { vMemory: [{ Limit: -1 }] }],
  },
  "balloon-or-swap": {
    // 5 % of 8,192 MiB is 410 MiB, so that 1,024 MiB decides; of 32,768 MiB it is 1,638 MiB.
    fires: [
      { vMemory: [{ Ballooned: 1_024 }] },
      { vMemory: [{ Swapped: 1_024, Ballooned: null }] },
    ],
    quiet: [
      { vMemory: [{ Ballooned: 1_023, Swapped: 1_023 }] },
      { vInfo: [{ Memory: 32_768 }], vMemory: [{ Ballooned: 1_600 }] },
    ],
  },
  "cpu-ready": {
    fires: [vm({ "Overall Cpu Readiness": 5.1 })],
    quiet: [vm({ "Overall Cpu Readiness": 5 }), vm({ "Overall Cpu Readiness": "0%" })],
  },
  "latency-sensitivity-high": { fires: [vm({ "Latency Sensitivity": "High" })] },
  "fault-tolerance": {
    fires: [vm({ "FT State": "running" }), vm({ "FT State": "needSecondary" })],
    quiet: [vm({ "FT State": "NotConfigured" })],
  },
  suspended: {
    fires: [vm({ Powerstate: "suspended" }), vm({ Powerstate: "Suspended" })],
    quiet: [vm({ Powerstate: "poweredOff" })],
  },
  "powered-off": {
    fires: [vm({ Powerstate: "poweredOff" }), vm({ Powerstate: "PoweredOff" })],
    quiet: [vm({ Powerstate: "suspended" })],
  },
  "set-aside": {
    fires: [
      { vInfo: [{}, { ...VM_2, Template: "True" }] },
      { vInfo: [{}, { ...VM_2, VM: "vCLS-4c4c4544-0042" }] },
    ],
  },
  "connection-state": {
    fires: ["orphaned", "inaccessible", "invalid", "disconnected"].map((state) =>
      vm({ "Connection state": state }),
    ),
    quiet: [vm({ "Connection state": "Connected" })],
  },
  "tools-not-installed": { fires: [tools("toolsNotInstalled")], quiet: [tools("toolsNotRunning")] },
  "tools-not-running": {
    fires: [tools("toolsNotRunning"), tools("ToolsNotRunning")],
    quiet: [tools("toolsNotRunning", "poweredOff"), tools("toolsOld")],
  },
  "tools-old": { fires: [tools("toolsOld")], quiet: [tools("toolsOk")] },
  "guest-heartbeat": {
    fires: [vm({ Heartbeat: "red" }), vm({ Heartbeat: "Yellow" })],
    quiet: [vm({ Heartbeat: "gray" })],
  },
  "config-status": {
    fires: [vm({ "Config status": "yellow" })],
    quiet: [vm({ "Config status": "Green" })],
  },
  "os-end-of-support": {
    fires: [
      os("Microsoft Windows Server 2012 (64-bit)"),
      os("CentOS 7 (64-bit)"),
      os("Red Hat Enterprise Linux 6 (64-bit)"),
    ],
    quiet: [
      os("Microsoft Windows Server 2019 (64-bit)"),
      // Names that stand for every later release say nothing of the one that runs.
      os("Microsoft Windows Server 2016 or later (64-bit)"),
      os("CentOS 4/5 or later (64-bit)"),
      os("Ubuntu Linux (64-bit)"),
    ],
  },
  "os-end-of-support-soon": {
    // Windows 10 ends on 14 October 2025, four months after the export.
    fires: [os("Microsoft Windows 10 (64-bit)")],
    quiet: [os("Microsoft Windows Server 2016 (64-bit)")],
  },
  "os-differs-from-configuration": {
    fires: [
      vm({
        "OS according to the configuration file": "CentOS 4/5/6/7 (64-bit)",
        "OS according to the VMware Tools": "Red Hat Enterprise Linux 7 (64-bit)",
      }),
    ],
    quiet: [
      vm({
        "OS according to the configuration file": "Microsoft Windows Server 2022 (64-bit)",
        "OS according to the VMware Tools": "microsoft windows server 2022 (64-bit)",
      }),
    ],
  },
  "os-deprecated": {
    fires: [os("Microsoft Windows 2000 Server"), os("Novell NetWare 6.x")],
    quiet: [os("Oracle Solaris 11 (64-bit)")],
  },
  "os-unknown-to-azure": {
    fires: [os("Other (64-bit)"), os("other (32-bit)")],
    quiet: [os("Other 3.x or later Linux (64-bit)")],
  },
  "filesystem-full": {
    fires: [
      partition({ Disk: "C:\\", "Free MiB": 99 }),
      partition({ Disk: "/", "Free MiB": 99 }),
      partition({ Disk: "/boot", "Free MiB": 49 }),
      partition({ Disk: "/data", "Free MiB": 9 }),
    ],
    quiet: [
      partition({ Disk: "C:\\", "Free MiB": 100 }),
      partition({ Disk: "/boot", "Free MiB": 50 }),
      partition({ Disk: "/data", "Free MiB": 10 }),
    ],
  },
  "filesystem-low": {
    // `Free %` carries a trailing blank in real files; the rule divides and does not need it.
    fires: [partition({ "Capacity MiB": 10_000, "Free MiB": 999 })],
    quiet: [partition({ "Capacity MiB": 10_000, "Free MiB": 1_000, "Free %": 3 })],
  },
  "boot-disk-above-250-gb": {
    fires: [disk({ "Capacity MiB": 256_001 })],
    quiet: [{ vDisk: [{ "Capacity MiB": 256_000 }, { ...DISK_2, "Capacity MiB": 400_000 }] }],
  },
  "legacy-nic": {
    fires: ["E1000", "E1000e", "PCNet32", "Flexible", "VmxNet2", "Vlance"].map((adapter) =>
      nic({ Adapter: adapter }),
    ),
    quiet: [nic({ Adapter: "VMXNET3" })],
  },
  "legacy-disk-controller": {
    fires: ["BusLogic", "LSI Logic", "LsiLogic", "IDE 0"].map((controller) =>
      disk({ Controller: controller }),
    ),
    quiet: [disk({ Controller: "LSI Logic SAS" }), disk({ Controller: "VMware paravirtual SCSI" })],
  },
  "nvme-controller": { fires: [disk({ Controller: "NVME controller" })] },
  "nic-without-network": { fires: [nic({ Network: null }), nic({ Network: "  " })] },
  "no-nic": { fires: [{ vNetwork: [] }] },
  "powered-on-none-connected": {
    fires: [nic({ Connected: "False" })],
    quiet: [
      {
        vNetwork: [
          { Connected: "False" },
          { "NIC label": "Network adapter 2", "Mac Address": "00:50:56:aa:00:02" },
        ],
      },
      { vInfo: [{ Powerstate: "poweredOff" }], vNetwork: [{ Connected: "False" }] },
    ],
  },
  "standard-switch-port-group": { fires: [standardSwitch] },
  "port-group-security": {
    fires: [
      distributed({ "Allow Promiscuous": "True" }),
      distributed({ "Mac Changes": "True" }),
      distributed({ "Forged Transmits": "TRUE" }),
      {
        vNetwork: [{ Network: "VM Network", Switch: "vSwitch0" }],
        vPort: [{ "Port Group": "VM Network", "Promiscuous Mode": "True" }],
      },
    ],
  },
  "vlan-not-extendable": {
    fires: [
      distributed({ VLAN: "0-4094" }),
      distributed({ VLAN: "" }),
      distributed({ VLAN: "10,20-30" }),
      distributed({ VLAN: 0 }),
    ],
    quiet: [
      distributed({ VLAN: 120 }),
      // The uplink group trunks everything, which is what it is for.
      {
        vNetwork: [{ Network: "dvSwitch01-DVUplinks-34" }],
        dvPort: [{ Port: "dvSwitch01-DVUplinks-34", VLAN: "0-4094" }],
      },
    ],
  },
  "ephemeral-binding": {
    fires: [distributed({ Type: "ephemeral" })],
    quiet: [distributed({ Type: "lateBinding" })],
  },
  "port-blocked": { fires: [distributed({ Blocked: "True" })] },
  "vmkernel-port-group": {
    fires: [{ vSC_VMK: [{ "Port Group": "VLAN-120-app" }] }],
  },
  "mixed-switch-kinds": {
    fires: [
      {
        vNetwork: [
          {},
          {
            "NIC label": "Network adapter 2",
            Network: "VM Network",
            Switch: "vSwitch0",
            "Mac Address": "00:50:56:aa:00:02",
          },
        ],
        vPort: [{ "Port Group": "VM Network" }],
      },
    ],
    quiet: [standardSwitch],
  },
  "many-nics": { fires: [{ vNetwork: nics(5) }], quiet: [{ vNetwork: nics(4) }] },
  "nsx-source": { fires: [nic({ Network: "vxw-dvs-21-virtualwire-4-sid-5003-web" })] },
  "ipv6-present": {
    fires: [
      nic({ "IPv6 Address": "2001:db8::11" }),
      nic({ "IPv4 Address": "10.20.0.11, 2001:db8::11" }),
    ],
    // A link-local address says only that the stack is on.
    quiet: [nic({ "IPv6 Address": "fe80::250:56ff:feaa:1" })],
  },
  "address-missing": {
    fires: [{ vInfo: [{ "Primary IP Address": null }], vNetwork: [{ "IPv4 Address": null }] }],
    quiet: [
      {
        vInfo: [{ "Primary IP Address": null, Powerstate: "poweredOff" }],
        vNetwork: [{ "IPv4 Address": null }],
      },
    ],
  },
  "hostname-missing": {
    fires: [
      vm({ "DNS Name": null }),
      vm({ "DNS Name": "localhost.localdomain" }),
      vm({ "DNS Name": "LOCALHOST" }),
    ],
    quiet: [vm({ "DNS Name": null, Powerstate: "poweredOff" })],
  },
  "duplicate-mac": {
    fires: [{ vInfo: [{}, VM_2], vNetwork: [{}, { ...VM_2, "Mac Address": "00:50:56:AA:00:01" }] }],
    quiet: [{ vInfo: [{}, VM_2], vNetwork: [{}, { ...VM_2, "Mac Address": "00:50:56:aa:00:02" }] }],
  },
  "duplicate-ip": {
    fires: [{ vInfo: [{}, VM_2], vNetwork: [{}, { ...VM_2, "Mac Address": "00:50:56:aa:00:02" }] }],
    quiet: [
      // One of the two is off.
      {
        vInfo: [{}, { ...VM_2, Powerstate: "poweredOff" }],
        vNetwork: [{}, { ...VM_2, "Mac Address": "00:50:56:aa:00:02" }],
      },
    ],
  },
  "duplicate-name": {
    fires: [{ vInfo: [{}, { ...VM_2, VM: "APP01", Folder: "other", Datacenter: "DC2" }] }],
    quiet: [{ vInfo: [{}, VM_2] }],
  },
  "duplicate-uuid": {
    fires: [{ vInfo: [{}, { ...VM_2, "SMBIOS UUID": "42211111-7C8A-4F10-8E55-0123456789AB" }] }],
    quiet: [{ vInfo: [{}, VM_2] }],
  },
  "name-hostile-to-hcx": {
    fires: ["app%2f01", "app/01", "app&01"].map((name) => onlyVm(name)),
    quiet: [onlyVm("app 01 (old)")],
  },
  "name-not-rfc1123": {
    fires: [onlyVm("app_01"), onlyVm("a".repeat(64)), onlyVm("회계 서버")],
    quiet: [onlyVm("a".repeat(63)), onlyVm("app-01.corp")],
  },
  "duplicate-rows": { fires: [{ vInfo: [{}, {}, {}] }], quiet: [{ vInfo: [{}, VM_2] }] },
  "change-block-tracking-on": { fires: [vm({ CBT: "True" })] },
  "change-block-tracking-off": {
    fires: [vm({ CBT: "False" })],
    quiet: [vm({ CBT: "True" })],
    ordinaryFires: true,
  },
  "esxi-below-6-5": {
    fires: [host({ "ESX Version": "VMware ESXi 6.0.0 build-15517548" })],
    // As decimals 6.10 would be older than 6.5.
    quiet: [
      host({ "ESX Version": "VMware ESXi 6.10.0 build-1" }),
      host({ "ESX Version": "VMware ESXi 6.5.0 build-1" }),
    ],
  },
  "esxi-below-7-0": {
    fires: [host({ "ESX Version": "VMware ESXi 6.7.0 build-19195723" })],
    quiet: [
      host({ "ESX Version": "VMware ESXi 10.0.0 build-1" }),
      host({ "ESX Version": "VMware ESXi 7.0.0 build-1" }),
    ],
  },
  "esxi-end-of-support": { fires: [host({ "ESX Version": "VMware ESXi 6.7.0 build-19195723" })] },
  "vcenter-end-of-support": {
    saidAgainBy: ["vSource.API version"],
    fires: [
      {
        vSource: [{ Fullname: "VMware vCenter Server 6.7.0 build-1", "Product version": "6.7.0" }],
      },
    ],
  },
  "vmfs-below-6": {
    fires: [datastore({ "Major Version": 5, Version: "5.61" })],
    quiet: [datastore({ Type: "NFS", Version: "3", "Major Version": null })],
  },
  "mixed-builds": {
    fires: [{ vHost: [{}, { ...HOST_2, "ESX Version": "VMware ESXi 8.0.1 build-21495797" }] }],
    quiet: [
      {
        vHost: [
          {},
          { ...HOST_2, Cluster: "CL2", "ESX Version": "VMware ESXi 8.0.1 build-21495797" },
        ],
      },
    ],
  },
  "cpu-vendor-differs": { fires: [host({ "CPU Model": "AMD EPYC 7763 64-Core Processor" })] },
  "evc-above-target": {
    // Ice Lake is newer than AV36, AV36P and AV52, and not newer than AV48 and AV64.
    fires: [
      vm({ "min Required EVC Mode Key": "intel-icelake" }),
      {
        vInfo: [{ "min Required EVC Mode Key": null }],
        vHost: [{ "Current EVC": "intel-icelake" }],
      },
    ],
    quiet: [vm({ "min Required EVC Mode Key": "Intel-Skylake" })],
  },
  "evc-above-every-target": {
    // Nothing is newer than AV48's Sapphire Rapids in the list of baselines but Granite Rapids.
    fires: [vm({ "min Required EVC Mode Key": "intel-graniterapids" })],
    quiet: [vm({ "min Required EVC Mode Key": "intel-sapphirerapids" })],
  },
  "ha-off": { fires: [cluster({ "HA enabled": "False" })] },
  "drs-off": { fires: [cluster({ "DRS enabled": "False" })] },
  "admission-control-off": { fires: [cluster({ AdmissionControlEnabled: "False" })] },
  "single-host-cluster": { fires: [cluster({ NumHosts: 1 })] },
  "cluster-without-spare-host": {
    // Two hosts of 576 GB: 60 % of both is 691 GB, more than the 576 GB of one.
    fires: [{ vHost: [{ "Memory usage %": 60 }, { ...HOST_2, "Memory usage %": 60 }] }],
    quiet: [{ vHost: [{ "Memory usage %": 50 }, { ...HOST_2, "Memory usage %": 50 }] }],
  },
  "cluster-rules": { fires: [vm({ "Cluster rule(s)": "vmAffinityRule" })] },
  "datastore-nearly-full": {
    fires: [datastore({ "Capacity MiB": 1_000_000, "Free MiB": 199_999 })],
    quiet: [datastore({ "Capacity MiB": 1_000_000, "Free MiB": 200_000 })],
  },
  "datastore-overcommitted": {
    fires: [datastore({ "Capacity MiB": 1_000_000, "Provisioned MiB": 1_500_001 })],
    quiet: [datastore({ "Capacity MiB": 1_000_000, "Provisioned MiB": 1_500_000 })],
  },
  "datastore-inaccessible": { fires: [datastore({ Accessible: "False" })] },
  "local-datastore": { fires: [datastore({ "# Hosts": 1 })] },
  "zombie-files": {
    fires: [
      {
        vHealth: [
          { Message: "Possibly a zombie vmdk file! Please check.", "Message type": "Zombie" },
        ],
      },
    ],
  },
  "ntp-off": { fires: [host({ "NTPD running": "False" })] },
  "certificate-expires": {
    // 90 days after 17 June 2025 is 15 September.
    fires: [host({ "Certificate Expiry Date": "2025-09-01 00:00:00" })],
    quiet: [host({ "Certificate Expiry Date": "2025-10-01 00:00:00" })],
  },
  "bios-old": {
    fires: [host({ "BIOS Date": "2019-05-01 00:00:00" })],
    quiet: [host({ "BIOS Date": "2021-01-01 00:00:00" })],
  },
  "secrets-in-text": {
    fires: [
      vm({ Annotation: "root password: Winter2024!" }),
      snapshot({ Description: "pwd=Winter2024!" }),
    ],
  },
  "licence-bound": {
    fires: [os("Oracle Linux 8 (64-bit)"), onlyVm("prod-mssql-01")],
    quiet: [onlyVm("mysqlx01")],
  },
  "mandatory-columns": { fires: [], firesWithoutColumns: ["vInfo.VM ID"] },
  "stale-export": {
    fires: [{ vMetaData: [{ "xlsx creation datetime": "2025-05-01 08:00:00" }] }],
    quiet: [{ vMetaData: [{ "xlsx creation datetime": "2025-05-20 08:00:00" }] }],
  },
  "truncated-export": {
    fires: [{ vCPU: [{}, { ...VM_2 }] }],
  },
};

function disks(count: number): Cells[] {
  return Array.from({ length: count }, (_, index) => ({
    Disk: `Hard disk ${index + 1}`,
    "Disk Key": String(2_000 + index),
    "Disk UUID": `6000C291-${index}`,
  }));
}

function nics(count: number): Cells[] {
  return Array.from({ length: count }, (_, index) => ({
    "NIC label": `Network adapter ${index + 1}`,
    "Mac Address": `00:50:56:aa:00:0${index}`,
  }));
}

/** RVTools writes the version on vInfo and, as `vmx-NN`, on vTools. */
function hardware(version: string | number): SheetRows {
  return { vInfo: [{ "HW version": version }], vTools: [{ "VM Version": version }] };
}

/** The one VM under another name, on every sheet that could name it. */
function onlyVm(name: string): SheetRows {
  const sheets = [
    "vInfo",
    "vCPU",
    "vMemory",
    "vDisk",
    "vPartition",
    "vNetwork",
    "vCD",
    "vUSB",
    "vTools",
  ];
  return Object.fromEntries(sheets.map((sheet) => [sheet, [{ VM: name }]]));
}
