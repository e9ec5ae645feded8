import { foldUuid } from "@/lib/inventory/identity";
import type { InventoryVm } from "@/lib/inventory/schema";

/** What a row beside vInfo says of the VM that it belongs to. */
export interface VmReference {
  name: string | null;
  host: string | null;
  moRef: string | null;
  uuid: string | null;
  vcenterUuid: string | null;
}

/**
 * Finds the VM of a row: by vCenter Server and reference, by UUID, then by name (with the host where several VMs
 * have it). A row whose reference contradicts that of the VM with its name belongs to a VM that vInfo lacks.
 */
export class VmIndex {
  private readonly byReference = new Map<string, Map<string, InventoryVm>>();
  private readonly byUuid = new Map<string, InventoryVm | null>();
  private readonly byName = new Map<string, InventoryVm[]>();

  add(vm: InventoryVm): void {
    if (vm.moRef !== null) {
      const scope = vm.vcenterUuid ?? "";
      const known = this.byReference.get(scope) ?? new Map<string, InventoryVm>();
      known.set(vm.moRef, vm);
      this.byReference.set(scope, known);
    }
    for (const uuid of [vm.instanceUuid, vm.smbiosUuid]) {
      if (uuid === null) continue;
      const folded = foldUuid(uuid);
      const other = this.byUuid.get(folded);
      // Clones may share an SMBIOS UUID: then it says nothing.
      this.byUuid.set(folded, other === undefined || other === vm ? vm : null);
    }
    const namesakes = this.byName.get(vm.name);
    if (namesakes === undefined) this.byName.set(vm.name, [vm]);
    else namesakes.push(vm);
  }

  find(reference: VmReference): InventoryVm | null {
    if (reference.moRef !== null) {
      const scope = this.scopeOf(reference.vcenterUuid);
      const vm = scope?.get(reference.moRef);
      if (vm !== undefined) return vm;
    }
    if (reference.uuid !== null) {
      const vm = this.byUuid.get(foldUuid(reference.uuid));
      if (vm) return vm;
    }
    return reference.name === null ? null : this.findByName(reference.name, reference);
  }

  private scopeOf(vcenterUuid: string | null): Map<string, InventoryVm> | undefined {
    const scope = this.byReference.get(vcenterUuid ?? "");
    if (scope !== undefined || this.byReference.size !== 1) return scope;
    // One vCenter Server in the file: a sheet that does not repeat its UUID means it.
    return vcenterUuid === null || this.byReference.has("")
      ? this.byReference.values().next().value
      : undefined;
  }

  private findByName(name: string, reference: VmReference): InventoryVm | null {
    const namesakes = this.byName.get(name);
    if (namesakes === undefined) return null;
    const possible = namesakes.filter((vm) => reference.moRef === null || vm.moRef === null);
    if (possible.length === 1) return possible[0] ?? null;
    return possible.find((vm) => vm.host !== null && vm.host === reference.host) ?? null;
  }
}
