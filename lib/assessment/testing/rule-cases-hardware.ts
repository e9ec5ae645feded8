import {
  disk,
  disks,
  hardware,
  MIB_PER_TIB,
  nic,
  type RuleCase,
  snapshot,
  VM_2,
  vm,
} from "./case-rows";

export const HARDWARE_CASES: Readonly<Record<string, RuleCase>> = {
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
};
