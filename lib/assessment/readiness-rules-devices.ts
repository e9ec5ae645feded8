import {
  ALL_BLOCKED,
  ALL_WARNED,
  from,
  LIVE_BLOCKED,
  matching,
  NO_EFFECT,
  type ReadinessRule,
  same,
  vmRule,
  whenTrue,
} from "./readiness-rule";

const HCX_RESTRICTIONS = "VMware HCX 4.x user guide, migration types and their restrictions";
const HARDWARE_VERSION = [[from("vInfo", "HW version")], [from("vTools", "VM Version")]];
/** The newest virtual hardware of ESXi 8.0 U3, which AVS runs. */
const AVS_HARDWARE_VERSION = 21;

export const DEVICE_RULES: readonly ReadinessRule[] = [
  vmRule({
    id: "usb-connected",
    number: 16,
    severity: "blocking",
    effort: "medium",
    verdicts: { ...LIVE_BLOCKED, Cold: "warning", Bulk: "warning" },
    source: `${HCX_RESTRICTIONS}: USB devices must be removed or handled`,
    reads: [[from("vUSB", "Connected")]],
    check: (vm) =>
      matching(
        vm.usb,
        (device) => device.connected,
        (device) => ({ device: device.label, deviceType: device.deviceType }),
      ),
  }),
  vmRule({
    id: "media-connected",
    number: 17,
    severity: "warning",
    effort: "low",
    // vMotion and Bulk can unmount media by an option. For Replication Assisted vMotion no document
    // says so: that it refuses them is inferred.
    verdicts: { ...ALL_WARNED, Cold: "blocked", RAV: "blocked" },
    source: `${HCX_RESTRICTIONS}: Force Unmount ISO`,
    reads: [[from("vCD", "Connected")]],
    check: (vm) =>
      matching(
        vm.media,
        (device) => device.connected,
        (device) => ({ device: device.label, deviceType: device.deviceType }),
      ),
  }),
  vmRule({
    id: "pci-passthrough",
    number: 18,
    severity: "blocking",
    effort: "high",
    // Bulk takes the VM once the device is removed, hence not before.
    verdicts: { ...LIVE_BLOCKED, Bulk: "blocked", Cold: "warning" },
    source: `${HCX_RESTRICTIONS}: DirectPath I/O`,
    reads: [[from("vInfo", "Fixed Passthru HotPlug")]],
    check: (vm) => whenTrue(vm.fixedPassthroughHotPlug),
  }),
  vmRule({
    id: "sr-iov-adapter",
    number: 19,
    severity: "blocking",
    effort: "medium",
    verdicts: { ...LIVE_BLOCKED, Bulk: "blocked", Cold: "warning" },
    source: `${HCX_RESTRICTIONS}: DirectPath I/O, of which SR-IOV is a form`,
    reads: [[from("vNetwork", "Adapter")]],
    check: (vm) =>
      matching(
        vm.nics,
        (nic) => (nic.adapter === null ? null : /sr-?iov/i.test(nic.adapter)),
        (nic) => ({ nic: nic.label, adapter: nic.adapter }),
      ),
  }),
  vmRule({
    id: "secure-boot",
    number: 20,
    severity: "info",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "Forklift validation policies for VMware",
    reads: [[from("vInfo", "EFI Secure boot")]],
    check: (vm) => whenTrue(vm.secureBoot, { firmware: vm.firmware }),
  }),
  vmRule({
    id: "vm-encrypted",
    number: 20,
    severity: "warning",
    effort: "high",
    // vTPM needs encryption, and its keys do not follow the VM by themselves.
    verdicts: ALL_WARNED,
    source: "vSphere security guide: virtual TPM and VM encryption need a key provider",
    reads: [[from("vInfo", "Encrypted")]],
    check: (vm) => whenTrue(vm.encrypted),
  }),
  vmRule({
    id: "hardware-below-9",
    number: 21,
    severity: "warning",
    effort: "medium",
    verdicts: { ...LIVE_BLOCKED, Cold: "blocked" },
    source: "HCX 4.10 configuration limits: minimum VM hardware version",
    reads: HARDWARE_VERSION,
    check: (vm) =>
      whenTrue(vm.hardwareVersion === null ? null : vm.hardwareVersion < 9, {
        hardwareVersion: vm.hardwareVersion,
      }),
  }),
  vmRule({
    id: "hardware-below-7",
    number: 21,
    severity: "blocking",
    effort: "medium",
    verdicts: ALL_BLOCKED,
    source: "HCX 4.10 configuration limits: minimum VM hardware version",
    reads: HARDWARE_VERSION,
    check: (vm) =>
      whenTrue(vm.hardwareVersion === null ? null : vm.hardwareVersion < 7, {
        hardwareVersion: vm.hardwareVersion,
      }),
  }),
  vmRule({
    id: "hardware-above-target",
    number: 21,
    severity: "blocking",
    effort: "high",
    verdicts: ALL_BLOCKED,
    source: "AVS software versions (ESXi 8.0 U3, hardware version 21 at most); Broadcom KB 418811",
    reads: HARDWARE_VERSION,
    check: (vm) =>
      whenTrue(vm.hardwareVersion === null ? null : vm.hardwareVersion > AVS_HARDWARE_VERSION, {
        hardwareVersion: vm.hardwareVersion,
      }),
  }),
  vmRule({
    id: "fault-tolerance",
    number: 31,
    severity: "blocking",
    effort: "medium",
    verdicts: { ...LIVE_BLOCKED, Bulk: "warning", Cold: "warning" },
    source: HCX_RESTRICTIONS,
    reads: [[from("vInfo", "FT State")]],
    check: (vm) =>
      whenTrue(
        vm.faultToleranceState === null ? null : !same(vm.faultToleranceState, "notConfigured"),
        { state: vm.faultToleranceState },
      ),
  }),
  vmRule({
    id: "change-block-tracking-on",
    number: 58,
    severity: "info",
    effort: "none",
    // Every type that moves it turns tracking off by a brief suspend and resume.
    verdicts: ALL_WARNED,
    source: "VMware HCX user guide: changed block tracking is disabled and does not follow the VM",
    reads: [[from("vInfo", "CBT")]],
    check: (vm) => whenTrue(vm.changedBlockTracking),
  }),
  vmRule({
    id: "change-block-tracking-off",
    number: 58,
    severity: "info",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "Forklift validation policies for VMware; backup products need it after the move",
    reads: [[from("vInfo", "CBT")]],
    check: (vm) => whenTrue(vm.changedBlockTracking === null ? null : !vm.changedBlockTracking),
  }),
];
