import { namedStream } from "@/lib/engine/random";
import { shuffled } from "./draw";
import { type EstateVm, PROBLEM_KINDS, type ProblemKind } from "./estate-types";
import type { ProblemContext, ProblemSpec } from "./problem-spec";
import { COMPUTE_PROBLEMS, GUEST_PROBLEMS } from "./problems-compute";
import { NETWORK_PROBLEMS } from "./problems-network";
import { DISK_PROBLEMS, SNAPSHOT_PROBLEMS } from "./problems-storage";

const SPECS: readonly ProblemSpec[] = [
  ...DISK_PROBLEMS,
  ...COMPUTE_PROBLEMS,
  ...NETWORK_PROBLEMS,
  ...SNAPSHOT_PROBLEMS,
  ...GUEST_PROBLEMS,
];

/** The number of VMs that the counts of the problem specifications are made for. */
const SPEC_VMS = 800;

/** How many VMs of an estate carry a problem, as far as enough VMs can carry it. */
export function plannedProblemCount(kind: ProblemKind, vmCount: number): number {
  const spec = SPECS.find((candidate) => candidate.kind === kind);
  if (spec === undefined) return 0;
  const groupVms = spec.groupVms ?? 1;
  const groups = Math.max(1, Math.round(((spec.count / groupVms) * vmCount) / SPEC_VMS));
  return groups * groupVms;
}

/**
 * Plants every kind of problem, at most one a VM, so that each can be counted on its own.
 * Changes the VMs in place and returns their names by kind.
 */
export function plantProblems(
  vms: readonly EstateVm[],
  options: { seed: number; vmCount: number },
  context: Omit<ProblemContext, "stream">,
): Record<ProblemKind, string[]> {
  const { seed, vmCount } = options;
  const order = shuffled(namedStream(seed, "problems"), vms);
  const taken = new Set<EstateVm>();
  const planted = Object.fromEntries(
    PROBLEM_KINDS.map((kind): [ProblemKind, string[]] => [kind, []]),
  ) as Record<ProblemKind, string[]>;
  for (const spec of narrowFirst(SPECS)) {
    const stream = namedStream(seed, "problem", spec.kind);
    const chosen = choose(order, taken, spec, plannedProblemCount(spec.kind, vmCount));
    for (const group of chosen) {
      spec.apply(group, { ...context, stream });
      planted[spec.kind].push(...group.map((vm) => vm.name));
    }
  }
  return planted;
}

/** Problems that only few VMs can carry choose before those that any VM can. */
function narrowFirst(specs: readonly ProblemSpec[]): ProblemSpec[] {
  return [
    ...specs.filter((spec) => spec.eligible !== undefined),
    ...specs.filter((spec) => spec.eligible === undefined),
  ];
}

function choose(
  order: readonly EstateVm[],
  taken: Set<EstateVm>,
  spec: ProblemSpec,
  count: number,
): EstateVm[][] {
  const groupVms = spec.groupVms ?? 1;
  const chosen: EstateVm[] = [];
  for (const vm of order) {
    if (chosen.length === count) break;
    if (taken.has(vm) || spec.eligible?.(vm) === false) continue;
    chosen.push(vm);
    taken.add(vm);
  }
  const groups: EstateVm[][] = [];
  for (let first = 0; first + groupVms <= chosen.length; first += groupVms) {
    groups.push(chosen.slice(first, first + groupVms));
  }
  return groups;
}
