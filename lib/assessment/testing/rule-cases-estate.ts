import {
  cluster,
  datastore,
  disk,
  distributed,
  HOST_2,
  host,
  nic,
  nics,
  onlyVm,
  os,
  type RuleCase,
  snapshot,
  standardSwitch,
  VM_2,
  vm,
} from "./case-rows";

export const ESTATE_CASES: Readonly<Record<string, RuleCase>> = {
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
