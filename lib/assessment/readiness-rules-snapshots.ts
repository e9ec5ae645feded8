import { MIB_PER_GIB } from "@/lib/units/bytes";
import { parseTime } from "./readiness-context";
import {
  ALL_WARNED,
  each,
  from,
  matching,
  NO_EFFECT,
  type ReadinessRule,
  vmRule,
  whenTrue,
} from "./readiness-rule";

const MILLISECONDS_PER_DAY = 86_400_000;

/** Snapshots and what they leave behind. */
export const SNAPSHOT_RULES: readonly ReadinessRule[] = [
  vmRule({
    id: "snapshot-present",
    number: 12,
    severity: "warning",
    effort: "low",
    verdicts: each(["vMotion", "Cold", "RAV", "AssistedvMotion"], "warning"),
    source: "VMware HCX user guide: Remove Snapshots option",
    reads: [[from("vSnapshot", "Name")]],
    check: (vm) =>
      vm.snapshots.map((snapshot) => ({
        snapshot: snapshot.name,
        createdAt: snapshot.createdAt,
        sizeMib: snapshot.sizeMib,
      })),
  }),
  vmRule({
    id: "snapshot-older-than-7-days",
    number: 13,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source:
      "Broadcom KB 318825: best practices for snapshots (72 hours); analyzers warn from 7 days",
    reads: [[from("vSnapshot", "Date / time")]],
    check: (vm, context) =>
      matching(
        vm.snapshots,
        (snapshot) => {
          const created = parseTime(snapshot.createdAt);
          if (created === null || context.asOfMilliseconds === null) return null;
          return context.asOfMilliseconds - created > 7 * MILLISECONDS_PER_DAY;
        },
        (snapshot) => ({ snapshot: snapshot.name, createdAt: snapshot.createdAt }),
      ),
  }),
  vmRule({
    id: "snapshot-above-50-gib",
    number: 14,
    severity: "warning",
    effort: "low",
    verdicts: ALL_WARNED,
    source: "RVTools analyzers, snapshot size",
    reads: [[from("vSnapshot", "Size MiB (total)")]],
    check: (vm) =>
      matching(
        vm.snapshots,
        (snapshot) => (snapshot.sizeMib === null ? null : snapshot.sizeMib > 50 * MIB_PER_GIB),
        (snapshot) => ({ snapshot: snapshot.name, sizeMib: snapshot.sizeMib }),
      ),
  }),
  vmRule({
    id: "consolidation-needed",
    number: 15,
    severity: "warning",
    effort: "low",
    verdicts: ALL_WARNED,
    source: "Forklift validation policies for VMware; RVTools analyzers",
    reads: [[from("vInfo", "Consolidation Needed")]],
    check: (vm) => whenTrue(vm.consolidationNeeded),
  }),
];
