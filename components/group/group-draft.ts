import type { CandidateVm } from "@/lib/client/group-queries";
import type { MigrationType } from "@/lib/hcx/migration-types";
import {
  type GroupMigration,
  type GroupOptions,
  groupOptionsSchema,
  type MobilityGroupDraft,
  type NetworkMapping,
  type SwitchoverWindow,
} from "@/lib/hcx/mobility-group-schema";

/** A chosen VM with what the wizard shows of it. */
export type ChosenVm = Pick<CandidateVm, "vmKey" | "name" | "bestType" | "types"> & {
  /** The type that somebody chose for this VM; null follows the group. */
  ownType: MigrationType | null;
  forcePowerOffVm: boolean;
};

/** The group's type: one for all, or for each VM the best that readiness allows. */
export type GroupType = MigrationType | "best";

/** What the wizard holds while a group is being put together. */
export interface GroupForm {
  groupId: string;
  name: string;
  vms: readonly ChosenVm[];
  groupType: GroupType;
  options: GroupOptions;
  serviceMeshName: string;
  destinationCluster: string;
  destinationDatastore: string;
  networkMappings: readonly NetworkMapping[];
  transferStartSeconds: number | null;
  switchoverWindow: SwitchoverWindow | null;
  dailyChangeRatio: number | null;
}

/** Every private cloud's vSAN datastore has this name (Azure VMware Solution, storage concepts). */
export const VSAN_DATASTORE = "vsanDatastore";

export function emptyForm(groupId: string): GroupForm {
  return {
    groupId,
    name: "",
    vms: [],
    groupType: "Bulk",
    options: groupOptionsSchema.parse({}),
    serviceMeshName: "",
    destinationCluster: "",
    destinationDatastore: VSAN_DATASTORE,
    networkMappings: [],
    transferStartSeconds: null,
    switchoverWindow: null,
    dailyChangeRatio: null,
  };
}

/** The type that a VM migrates with: its own, the group's, or the best that readiness allows. */
export function typeOf(
  vm: Pick<ChosenVm, "ownType" | "bestType">,
  groupType: GroupType,
): MigrationType {
  if (vm.ownType !== null) return vm.ownType;
  if (groupType !== "best") return groupType;
  return vm.bestType ?? "Bulk";
}

export function toChosen(candidate: CandidateVm): ChosenVm {
  const { vmKey, name, bestType, types } = candidate;
  return { vmKey, name, bestType, types, ownType: null, forcePowerOffVm: false };
}

/** The payload that a finished form makes. */
export function draftOf(form: GroupForm): MobilityGroupDraft {
  const { vms, groupType, networkMappings, ...others } = form;
  const migrations = vms.map(
    (vm): GroupMigration => ({
      vmKey: vm.vmKey,
      type: typeOf(vm, groupType),
      forcePowerOffVm: vm.forcePowerOffVm,
    }),
  );
  return { ...others, migrations, networkMappings: [...networkMappings] };
}

/** The type that most VMs have, as the group's; the others keep theirs as their own. */
export function formOf(
  draft: MobilityGroupDraft,
  nameOf: (vmKey: string) => Pick<CandidateVm, "name" | "bestType" | "types"> | null,
): GroupForm {
  const { migrations, ...others } = draft;
  const counts = new Map<MigrationType, number>();
  for (const { type } of migrations) counts.set(type, (counts.get(type) ?? 0) + 1);
  const commonest = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "Bulk";
  const vms = migrations.map(({ vmKey, type, forcePowerOffVm }): ChosenVm => {
    const known = nameOf(vmKey);
    return {
      vmKey,
      name: known?.name ?? vmKey,
      bestType: known?.bestType ?? null,
      types: known?.types ?? null,
      ownType: type === commonest ? null : type,
      forcePowerOffVm,
    };
  });
  return { ...others, vms, groupType: commonest };
}

/** How many VMs have each type, most first. */
export function typeCounts(form: Pick<GroupForm, "vms" | "groupType">): [MigrationType, number][] {
  const counts = new Map<MigrationType, number>();
  for (const vm of form.vms) {
    const type = typeOf(vm, form.groupType);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** VMs whose type readiness rules out. */
export function blockedVms(form: Pick<GroupForm, "vms" | "groupType">): ChosenVm[] {
  return form.vms.filter((vm) => vm.types?.[typeOf(vm, form.groupType)] === "blocked");
}
