import { DISK_2, disk, os, partition, type RuleCase, tools, VM_2, vm } from "./case-rows";

export const GUEST_CASES: Readonly<Record<string, RuleCase>> = {
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
};
