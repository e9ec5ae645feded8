import type { RandomStream } from "@/lib/engine/random";
import type { NetworkPlan } from "./estate-networks";
import type { Placement } from "./estate-placement";
import type { EstateVm, ProblemKind } from "./estate-types";

export interface ProblemContext {
  stream: RandomStream;
  exportedAtMs: number;
  networks: NetworkPlan;
  placement: Placement;
}

/** One kind of problem: on how many VMs it is planted, on which, and how. */
export interface ProblemSpec {
  kind: ProblemKind;
  /** VMs in an estate of 800; a multiple of `groupVms`. */
  count: number;
  /** How many VMs share one instance of the problem, such as a shared disk: 1 unless told. */
  groupVms?: number;
  eligible?: (vm: EstateVm) => boolean;
  apply: (vms: EstateVm[], context: ProblemContext) => void;
}

/** A problem of one VM at a time. */
export function single(
  kind: ProblemKind,
  count: number,
  apply: (vm: EstateVm, context: ProblemContext) => void,
  eligible?: (vm: EstateVm) => boolean,
): ProblemSpec {
  return {
    kind,
    count,
    ...(eligible === undefined ? {} : { eligible }),
    apply: (vms, context) => {
      for (const vm of vms) apply(vm, context);
    },
  };
}

export const isPoweredOn = (vm: EstateVm): boolean => vm.powerState === "poweredOn";

/** The switch that VMs of a data centre are attached to. */
export function distributedSwitchOf(vm: EstateVm): string {
  return `${vm.datacenter.toLowerCase()}-dvs-01`;
}
