import { foldUuid } from "@/lib/inventory/identity";
import type { InventoryVm } from "@/lib/inventory/schema";
import type { RowValues } from "../rvtools/row-values";
import { VMS } from "./columns";

/** Null where several VMs have the key: then it names none of them. */
type Found = InventoryVm | null;

/**
 * Finds the VM of a row of the other sheets. MOB IDs repeat between the vCenter Servers of one project, so they count
 * only where one VM has it; then the instance UUID, the name on its host, and the name alone decide.
 */
export class VmFinder {
  private readonly found = new Map<string, Found>();

  constructor(vms: readonly InventoryVm[]) {
    for (const vm of vms) {
      for (const key of keysOf(vm.instanceUuid, vm.moRef, vm.name, vm.host)) {
        const other = this.found.get(key);
        this.found.set(key, other === undefined || other === vm ? vm : null);
      }
    }
  }

  /** The first slots of every sheet about VMs are the same, and name the VM. */
  find(row: RowValues): InventoryVm | null {
    const S = VMS.slots;
    const keys = keysOf(
      row.text(S.instanceUuid),
      row.text(S.mobId),
      row.text(S.name),
      row.text(S.host),
    );
    for (const key of keys) {
      const vm = this.found.get(key);
      if (vm) return vm;
    }
    return null;
  }
}

function keysOf(
  uuid: string | null,
  mobId: string | null,
  name: string | null,
  host: string | null,
): string[] {
  const keys: string[] = [];
  if (uuid !== null) keys.push(`uuid ${foldUuid(uuid)}`);
  if (mobId !== null) keys.push(`mob ${mobId}`);
  if (name !== null && host !== null) keys.push(`name ${name}\n${host}`);
  if (name !== null) keys.push(`name ${name}`);
  return keys;
}
