import { foldUuid } from "@/lib/inventory/identity";
import type {
  Coverage,
  HealthMessage,
  InventoryCluster,
  InventoryDatastore,
  InventoryHost,
  InventoryPortGroup,
  InventoryVcenter,
  InventoryVm,
} from "@/lib/inventory/schema";
import { maskNamed } from "../redaction/mask-secrets";
import type { DroppedReason } from "../schema";
import { VmIndex } from "./vm-index";
import { mergeVm } from "./vm-of-row";

/** What one sheet gave, as the report will say it. */
export interface SheetTally {
  sheet: string;
  rowsRead: number;
  rowsKept: number;
  dropped: Partial<Record<DroppedReason, number>>;
  unknownColumns: string[];
  customAttributes: string[];
}

export function emptyTally(sheet: string): SheetTally {
  return { sheet, rowsRead: 0, rowsKept: 0, dropped: {}, unknownColumns: [], customAttributes: [] };
}

export function drop(tally: SheetTally, reason: DroppedReason): void {
  tally.dropped[reason] = (tally.dropped[reason] ?? 0) + 1;
}

/** Names of VMs that vInfo lacks are remembered up to this many; the count goes on. */
const MAX_UNMATCHED = 200_000;

/** The estate of one export while its sheets are read. */
export class Estate {
  readonly vms: InventoryVm[] = [];
  readonly index = new VmIndex();
  readonly hosts = new Map<string, InventoryHost>();
  readonly clusters = new Map<string, InventoryCluster>();
  readonly datastores = new Map<string, InventoryDatastore>();
  readonly portGroups = new Map<string, InventoryPortGroup>();
  readonly vmkernelPortGroups = new Set<string>();
  readonly vcenters: InventoryVcenter[] = [];
  readonly health: HealthMessage[] = [];
  readonly coverage: Coverage = {};
  readonly tallies: SheetTally[] = [];
  /** VMs that other sheets name and vInfo does not. */
  readonly unmatchedVms = new Set<string>();
  duplicateVms = 0;
  halfEmptyRows = 0;
  hasIdentity = false;
  private readonly byKey = new Map<string, InventoryVm>();
  private readonly masked = new Map<string, { text: string; kinds: string[] }>();

  /** Adds a VM, or merges it into the one that it repeats. Answers the VM that counts. */
  addVm(vm: InventoryVm): InventoryVm {
    if (vm.moRef !== null || vm.instanceUuid !== null || vm.smbiosUuid !== null) {
      this.hasIdentity = true;
    }
    const known = this.byKey.get(vm.key) ?? this.halfEmptyNamesake(vm);
    if (known !== undefined) {
      if (known.moRef === null || vm.moRef === null || known.moRef === vm.moRef) {
        this.duplicateVms += 1;
        mergeVm(known, vm);
        return known;
      }
      // Two references are two VMs, whatever UUID they share: a clone keeps its parent's SMBIOS UUID.
      vm.key = `${vm.key}#${vm.moRef}`;
      const same = this.byKey.get(vm.key);
      if (same !== undefined) {
        this.duplicateVms += 1;
        mergeVm(same, vm);
        return same;
      }
    }
    this.byKey.set(vm.key, vm);
    this.vms.push(vm);
    this.index.add(vm);
    return vm;
  }

  /** A row that has little beside a name belongs to the one VM that has it, wherever its datacenter is. */
  private halfEmptyNamesake(vm: InventoryVm): InventoryVm | undefined {
    const bare = vm.moRef === null && vm.instanceUuid === null && vm.smbiosUuid === null;
    if (!bare || vm.datacenter !== null) return undefined;
    const reference = { name: vm.name, host: vm.host, moRef: null, uuid: null, vcenterUuid: null };
    return this.index.find(reference) ?? undefined;
  }

  noteUnmatched(name: string | null, moRef: string | null): void {
    const id = moRef ?? name;
    if (id !== null && this.unmatchedVms.size < MAX_UNMATCHED) this.unmatchedVms.add(id);
  }

  /** Masks secrets in a text of a VM; what was found is noted on the VM by field and kind. */
  maskText = (text: string | null, field: string, vm: InventoryVm): string | null => {
    if (text === null) return null;
    const name = `${field}\n${text}`;
    let result = this.masked.get(name);
    if (result === undefined) {
      result = maskNamed(field, text);
      if (this.masked.size < 100_000) this.masked.set(name, result);
    }
    for (const kind of result.kinds) {
      const entry = `${field}: ${kind}`;
      if (!vm.maskedSecrets.includes(entry)) vm.maskedSecrets.push(entry);
    }
    return result.text;
  };

  /** The key of hosts, clusters and datastores: the same name in two vCenters is two things. */
  scopedKey(vcenterUuid: string | null, ...parts: (string | null)[]): string {
    return JSON.stringify([vcenterUuid === null ? null : foldUuid(vcenterUuid), ...parts]);
  }
}
