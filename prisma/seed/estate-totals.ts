import type { Estate, EstateVm } from "./estate-types";
import { inUseMib, provisionedMib } from "./sheet-vinfo";

/** Sums over the VMs of a host, a cluster or a datastore. */
export interface Totals {
  vms: number;
  poweredOnVms: number;
  vcpus: number;
  memoryMib: number;
  consumedMemoryMib: number;
  swappedMib: number;
  balloonedMib: number;
  provisionedMib: number;
  inUseMib: number;
}

export const NO_TOTALS: Readonly<Totals> = {
  vms: 0,
  poweredOnVms: 0,
  vcpus: 0,
  memoryMib: 0,
  consumedMemoryMib: 0,
  swappedMib: 0,
  balloonedMib: 0,
  provisionedMib: 0,
  inUseMib: 0,
};

export function totalsBy(estate: Estate, keyOf: (vm: EstateVm) => string): Map<string, Totals> {
  const result = new Map<string, Totals>();
  for (const vm of estate.vms) {
    const key = keyOf(vm);
    const totals = result.get(key) ?? { ...NO_TOTALS };
    result.set(key, totals);
    totals.vms += 1;
    totals.provisionedMib += provisionedMib(vm);
    totals.inUseMib += inUseMib(vm);
    if (vm.powerState !== "poweredOn") continue;
    totals.poweredOnVms += 1;
    totals.vcpus += vm.cpus;
    totals.memoryMib += vm.memoryMib;
    totals.consumedMemoryMib += vm.consumedMemoryMib;
    totals.swappedMib += vm.swappedMib;
    totals.balloonedMib += vm.balloonedMib;
  }
  return result;
}
