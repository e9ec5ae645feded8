import {
  ALL_BLOCKED,
  ALL_WARNED,
  each,
  from,
  LIVE_BLOCKED,
  NO_EFFECT,
  type ReadinessRule,
  same,
  vmRule,
  whenTrue,
} from "./readiness-rule";

const HCX_TYPES = "VMware HCX 4.x user guide, migration types";

export const STATE_RULES: readonly ReadinessRule[] = [
  vmRule({
    id: "os-assisted-source",
    number: null,
    isFact: true,
    severity: "info",
    effort: "none",
    // A VM that vCenter lists runs on vSphere, and that is no source of this type.
    verdicts: { OsAssistedMigration: "blocked" },
    source: "VMware HCX user guide: OS Assisted Migration moves KVM and Hyper-V guests",
    reads: [[from("vInfo", "VM")]],
    check: () => [{}],
  }),
  vmRule({
    id: "suspended",
    number: 32,
    severity: "warning",
    effort: "low",
    verdicts: { ...LIVE_BLOCKED, Bulk: "blocked", Cold: "warning" },
    source: `${HCX_TYPES}; RVTools analyzers`,
    reads: [[from("vInfo", "Powerstate")]],
    check: (vm) => whenTrue(vm.powerState === "unknown" ? null : vm.powerState === "suspended"),
  }),
  vmRule({
    id: "powered-off",
    number: 33,
    severity: "info",
    effort: "none",
    verdicts: { ...LIVE_BLOCKED, Bulk: "warning" },
    source: `${HCX_TYPES}: Cold migration is for VMs that are powered off`,
    reads: [[from("vInfo", "Powerstate")]],
    check: (vm) => whenTrue(vm.powerState === "unknown" ? null : vm.powerState === "poweredOff"),
  }),
  vmRule({
    id: "powered-on",
    number: null,
    isFact: true,
    severity: "info",
    effort: "none",
    verdicts: { Cold: "blocked" },
    source: `${HCX_TYPES}: Cold migration is for VMs that are powered off`,
    reads: [[from("vInfo", "Powerstate")]],
    check: (vm) => whenTrue(vm.powerState === "unknown" ? null : vm.powerState === "poweredOn"),
  }),
  vmRule({
    id: "connection-state",
    number: 35,
    severity: "blocking",
    effort: "medium",
    verdicts: ALL_BLOCKED,
    source: "vSphere API: VirtualMachineConnectionState",
    reads: [[from("vInfo", "Connection state")]],
    check: (vm) =>
      whenTrue(vm.connectionState === null ? null : !same(vm.connectionState, "connected"), {
        state: vm.connectionState,
      }),
  }),
  vmRule({
    id: "tools-not-installed",
    number: 36,
    severity: "warning",
    effort: "medium",
    verdicts: { Bulk: "warning" },
    source: "VMware HCX user guide: Bulk migration, VMware Tools or Force Power-off; KB 395399",
    reads: [[from("vTools", "Tools")]],
    check: (vm) =>
      whenTrue(vm.toolsStatus === null ? null : same(vm.toolsStatus, "toolsNotInstalled"), {
        tools: vm.toolsStatus,
      }),
  }),
  vmRule({
    id: "tools-not-running",
    number: 36,
    severity: "warning",
    effort: "low",
    verdicts: { Bulk: "warning" },
    source: "VMware HCX user guide: Bulk migration, VMware Tools or Force Power-off; KB 395399",
    reads: [[from("vTools", "Tools")]],
    // A guest that is off has no Tools running, which says nothing of the guest.
    check: (vm) =>
      vm.powerState !== "poweredOn"
        ? []
        : whenTrue(vm.toolsStatus === null ? null : same(vm.toolsStatus, "toolsNotRunning"), {
            tools: vm.toolsStatus,
          }),
  }),
  vmRule({
    id: "tools-old",
    number: 36,
    severity: "info",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "RVTools analyzers, VMware Tools status",
    reads: [[from("vTools", "Tools")]],
    check: (vm) =>
      whenTrue(vm.toolsStatus === null ? null : same(vm.toolsStatus, "toolsOld"), {
        tools: vm.toolsStatus,
        version: vm.toolsVersion,
      }),
  }),
  vmRule({
    id: "guest-heartbeat",
    number: 37,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "vSphere API: ManagedEntityStatus",
    reads: [[from("vInfo", "Heartbeat")]],
    check: (vm) =>
      whenTrue(vm.heartbeat === null ? null : /^(red|yellow)$/i.test(vm.heartbeat.trim()), {
        heartbeat: vm.heartbeat,
      }),
  }),
  vmRule({
    id: "config-status",
    number: 37,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "vSphere API: ManagedEntityStatus",
    reads: [[from("vInfo", "Config status")]],
    check: (vm) =>
      whenTrue(vm.configStatus === null ? null : !/^(green|gray)$/i.test(vm.configStatus.trim()), {
        status: vm.configStatus,
      }),
  }),
  vmRule({
    id: "name-hostile-to-hcx",
    number: 56,
    severity: "warning",
    effort: "low",
    verdicts: ALL_WARNED,
    source:
      "HCX failure reports: object names with special characters (Broadcom KB 323283 for networks)",
    reads: [[from("vInfo", "VM")]],
    check: (vm) => whenTrue(/[/&\\]|%2f/i.test(vm.name), { name: vm.name }),
  }),
  vmRule({
    id: "name-not-rfc1123",
    number: 56,
    severity: "info",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "RFC 1123 section 2.1; Forklift validation policies for VMware",
    reads: [[from("vInfo", "VM")]],
    check: (vm) =>
      whenTrue(vm.name.length > 63 || !/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(vm.name), {
        name: vm.name,
      }),
  }),
  vmRule({
    id: "secrets-in-text",
    number: 69,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "AVS RVTools analyzer, passwords in annotations",
    reads: [[from("vInfo", "Annotation")], [from("vSnapshot", "Description")]],
    check: (vm) => vm.maskedSecrets.map((kind) => ({ kind })),
  }),
  vmRule({
    id: "cluster-rules",
    number: 64,
    severity: "info",
    effort: "medium",
    verdicts: NO_EFFECT,
    source: "AVS placement policies: DRS rules do not follow a migrated VM",
    reads: [[from("vInfo", "Cluster rule(s)")]],
    check: (vm) =>
      vm.clusterRules === null || vm.clusterRules.trim() === "" ? [] : [{ rules: vm.clusterRules }],
  }),
  vmRule({
    id: "latency-sensitivity-high",
    number: 30,
    severity: "warning",
    effort: "medium",
    verdicts: each(["vMotion", "RAV", "AssistedvMotion"], "warning"),
    source:
      "vSphere resource management: latency sensitivity needs full reservations at the target",
    reads: [[from("vInfo", "Latency Sensitivity")]],
    check: (vm) =>
      whenTrue(vm.latencySensitivity === null ? null : same(vm.latencySensitivity, "high")),
  }),
];
