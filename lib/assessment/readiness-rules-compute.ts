import type { HostSku } from "@/lib/private-cloud/regions";
import { MIB_PER_GIB } from "@/lib/units/bytes";
import { NODE_TYPES } from "./node-types";
import {
  ALL_BLOCKED,
  ALL_WARNED,
  type CheckResult,
  each,
  from,
  LIVE_TYPES,
  NO_EFFECT,
  type ReadinessRule,
  vmRule,
  whenTrue,
} from "./readiness-rule";

const NODES = "AVS host types; vSphere 8 configuration maximums";
const ANALYZERS = "RVTools analyzers, CPU and memory";

export const COMPUTE_RULES: readonly ReadinessRule[] = [
  vmRule({
    id: "vcpu-above-host-threads",
    number: 22,
    severity: "blocking",
    effort: "high",
    verdicts: ALL_BLOCKED,
    source: NODES,
    reads: [[from("vInfo", "CPUs")]],
    check: (vm, context) => {
      // A VM may have as many vCPUs as the host has threads, and no more.
      const threads = 2 * largest(context.nodeTypes, (node) => node.physicalCores);
      return whenTrue(vm.cpus === null ? null : vm.cpus > threads, { cpus: vm.cpus, threads });
    },
  }),
  vmRule({
    id: "vcpu-above-host-cores",
    number: 22,
    severity: "warning",
    effort: "medium",
    verdicts: ALL_WARNED,
    source: NODES,
    reads: [[from("vInfo", "CPUs")]],
    check: (vm, context) => {
      const cores = smallest(context.nodeTypes, (node) => node.physicalCores);
      return whenTrue(vm.cpus === null ? null : vm.cpus > cores, { cpus: vm.cpus, cores });
    },
  }),
  vmRule({
    id: "memory-above-host",
    number: 23,
    severity: "blocking",
    effort: "high",
    verdicts: ALL_BLOCKED,
    source: NODES,
    reads: [[from("vInfo", "Memory")]],
    check: (vm, context) => {
      const hostGib = largest(context.nodeTypes, (node) => node.memoryGib);
      return whenTrue(vm.memoryMib === null ? null : vm.memoryMib > hostGib * MIB_PER_GIB, {
        memoryMib: vm.memoryMib,
        hostGib,
      });
    },
  }),
  vmRule({
    id: "memory-above-half-host",
    number: 23,
    severity: "warning",
    effort: "medium",
    verdicts: ALL_WARNED,
    source: "AVS RVTools analyzer: at most half of a host's memory",
    reads: [[from("vInfo", "Memory")]],
    check: (vm, context) => {
      const hostGib = smallest(context.nodeTypes, (node) => node.memoryGib);
      return whenTrue(vm.memoryMib === null ? null : vm.memoryMib > (hostGib / 2) * MIB_PER_GIB, {
        memoryMib: vm.memoryMib,
        hostGib,
      });
    },
  }),
  vmRule({
    id: "numa-wide",
    number: 24,
    severity: "info",
    effort: "none",
    verdicts: NO_EFFECT,
    source: ANALYZERS,
    reads: [[from("vInfo", "CPUs")]],
    check: (vm, context) => {
      const coresPerSocket = smallest(
        context.nodeTypes,
        (node) => node.physicalCores / node.sockets,
      );
      return whenTrue(vm.cpus === null ? null : vm.cpus > coresPerSocket, {
        cpus: vm.cpus,
        coresPerSocket,
      });
    },
  }),
  vmRule({
    id: "hot-add-disables-vnuma",
    number: 24,
    severity: "info",
    effort: "medium",
    verdicts: NO_EFFECT,
    source: "vSphere resource management guide: virtual NUMA is disabled when CPU hot add is on",
    reads: [[from("vCPU", "Hot Add"), from("vInfo", "CPUs")]],
    check: (vm) =>
      whenTrue(vm.cpuHotAdd === null || vm.cpus === null ? null : vm.cpuHotAdd && vm.cpus > 8, {
        cpus: vm.cpus,
      }),
  }),
  vmRule({
    id: "hot-plug-on",
    number: 25,
    severity: "info",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "Forklift validation policies for VMware",
    reads: [[from("vCPU", "Hot Add")], [from("vMemory", "Hot Add")]],
    check: (vm) => {
      const found = vm.cpuHotAdd === true || vm.memoryHotAdd === true;
      if (!found && vm.cpuHotAdd === null && vm.memoryHotAdd === null) return null;
      return whenTrue(found, { cpu: vm.cpuHotAdd, memory: vm.memoryHotAdd });
    },
  }),
  vmRule({
    id: "cpu-affinity",
    number: 26,
    severity: "warning",
    effort: "medium",
    verdicts: each(LIVE_TYPES, "warning"),
    source: "Forklift validation policies for VMware",
    // No version of RVTools exports affinity: the rule says so until an export does.
    reads: [[from("vCPU", "Affinity")]],
    check: () => null,
  }),
  vmRule({
    id: "cpu-limit",
    number: 27,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source: ANALYZERS,
    reads: [[from("vCPU", "Limit")]],
    // vSphere writes -1 for "unlimited".
    check: (vm) =>
      whenTrue(vm.cpuLimitMhz === null ? null : vm.cpuLimitMhz >= 0, {
        limitMhz: vm.cpuLimitMhz,
      }),
  }),
  vmRule({
    id: "memory-limit",
    number: 27,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source: ANALYZERS,
    reads: [[from("vMemory", "Limit")]],
    check: (vm) => {
      const { memoryLimitMib: limit, memoryMib: size } = vm;
      return whenTrue(limit === null || size === null ? null : limit >= 0 && limit < size, {
        limitMib: limit,
        memoryMib: size,
      });
    },
  }),
  vmRule({
    id: "balloon-or-swap",
    number: 28,
    severity: "warning",
    effort: "medium",
    verdicts: NO_EFFECT,
    source: "RVTools to IBM Cloud checks: the larger of 1,024 MiB and 5 % of memory",
    reads: [[from("vMemory", "Ballooned", "Swapped")]],
    check: (vm) => underPressure(vm),
  }),
  vmRule({
    id: "cpu-ready",
    number: 29,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source: `${ANALYZERS}: CPU ready above 5 %`,
    reads: [[from("vInfo", "Overall Cpu Readiness")]],
    check: (vm) =>
      whenTrue(vm.cpuReadyPercent === null ? null : vm.cpuReadyPercent > 5, {
        percent: vm.cpuReadyPercent,
      }),
  }),
];

function underPressure(vm: {
  memoryMib: number | null;
  memoryBalloonedMib: number | null;
  memorySwappedMib: number | null;
}): CheckResult {
  const { memoryMib, memoryBalloonedMib, memorySwappedMib } = vm;
  if (memoryMib === null) return null;
  const thresholdMib = Math.max(1_024, memoryMib * 0.05);
  const reclaimed = [memoryBalloonedMib, memorySwappedMib];
  const found = reclaimed.some((value) => value !== null && value >= thresholdMib);
  if (!found && reclaimed.includes(null)) return null;
  return whenTrue(found, {
    balloonedMib: memoryBalloonedMib,
    swappedMib: memorySwappedMib,
    thresholdMib,
  });
}

type Fact = (node: (typeof NODE_TYPES)[HostSku]) => number;

function largest(nodeTypes: readonly HostSku[], fact: Fact): number {
  return Math.max(...nodeTypes.map((nodeType) => fact(NODE_TYPES[nodeType])));
}

function smallest(nodeTypes: readonly HostSku[], fact: Fact): number {
  return Math.min(...nodeTypes.map((nodeType) => fact(NODE_TYPES[nodeType])));
}
