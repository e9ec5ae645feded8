import type { MigrationType } from "@/lib/hcx/migration-types";
import type { MobilityGroup } from "@/lib/world/groups";
import { guestFamilyOf } from "@/lib/world/guest-family";
import type { CheckContext, WorldVm } from "@/lib/world/inventory";
import { type Problem, problem } from "@/lib/world/problem";
import { type SetupState, viewNamed } from "@/lib/world/resource";
import type { MigrationSelection, MobilityGroupDraft } from "./mobility-group-schema";
import type { HcxService } from "./setup-schema";

/** The service of a mesh that carries a migration type (HCX platform API). */
const SERVICE_OF: Record<MigrationType, HcxService> = {
  vMotion: "VMOTION",
  Cold: "VMOTION",
  AssistedvMotion: "VMOTION",
  Bulk: "BULK_MIGRATION",
  RAV: "RAV",
  OsAssistedMigration: "OS_ASSISTED_MIGRATION",
};

/** They start at once and cannot be scheduled (HCX user guide, vMotion and cold migration). */
const UNSCHEDULED: readonly MigrationType[] = ["vMotion", "Cold", "AssistedvMotion"];

interface GroupCheck {
  state: SetupState;
  groups: readonly MobilityGroup[];
  context: CheckContext;
}

export function checkGroupCreate(check: GroupCheck, draft: MobilityGroupDraft): Problem[] {
  const taken = check.groups.some(
    (group) => group.draft.groupId === draft.groupId || group.draft.name === draft.name,
  );
  const problems = taken ? [problem("groupNameTaken", "name", { name: draft.name })] : [];
  return [...problems, ...draftProblems(check, draft)];
}

export function checkGroupEdit(check: GroupCheck, draft: MobilityGroupDraft): Problem[] {
  const others = check.groups.filter((group) => group.draft.groupId !== draft.groupId);
  const problems = checkGroupIsDraft(check, draft.groupId);
  if (others.some((group) => group.draft.name === draft.name)) {
    problems.push(problem("groupNameTaken", "name", { name: draft.name }));
  }
  return [...problems, ...draftProblems({ ...check, groups: others }, draft)];
}

export function checkGroupIsDraft({ groups }: GroupCheck, groupId: string): Problem[] {
  const group = groups.find((candidate) => candidate.draft.groupId === groupId);
  if (group === undefined) return [problem("groupUnknown", "groupId")];
  if (group.startedAtSeconds === null) return [];
  return [problem("groupAlreadyStarted", "groupId", { name: group.draft.name })];
}

/** Go: everything that HCX's Validate looks at before it lets a group start. */
export function checkGroupStart(check: GroupCheck, groupId: string): Problem[] {
  const problems = checkGroupIsDraft(check, groupId);
  const group = check.groups.find((candidate) => candidate.draft.groupId === groupId);
  if (group === undefined || problems.length > 0) return problems;
  const { draft } = group;
  const mesh = viewNamed(check.state, "serviceMesh", draft.serviceMeshName);
  if (mesh !== null && !mesh.usable) {
    problems.push(problem("serviceMeshNotReady", "serviceMeshName", { name: mesh.name }));
  }
  const others = check.groups.filter((candidate) => candidate !== group);
  return [...problems, ...draftProblems({ ...check, groups: others }, draft)];
}

function draftProblems(check: GroupCheck, draft: MobilityGroupDraft): Problem[] {
  const elsewhere = new Map(
    check.groups.flatMap((group) =>
      group.draft.migrations.map(({ vmKey }) => [vmKey, group.draft.name] as const),
    ),
  );
  return [
    ...meshProblems(check.state, draft),
    ...scheduleProblems(check.state.atSeconds, draft),
    ...draft.migrations.flatMap(({ vmKey, type }, index) => {
      const vm = check.context.vmByKey.get(vmKey);
      const path = `migrations.${index}`;
      if (vm === undefined) return [problem("vmUnknown", path, { vm: vmKey })];
      const group = elsewhere.get(vmKey);
      const problems = group ? [problem("vmInOtherGroup", path, { vm: vm.name, group })] : [];
      return [...problems, ...vmProblems(vm, type, path)];
    }),
  ];
}

function meshProblems(state: SetupState, draft: MobilityGroupDraft): Problem[] {
  const problems: Problem[] = [];
  if (viewNamed(state, "cluster", draft.destinationCluster) === null) {
    const name = draft.destinationCluster;
    problems.push(problem("destinationClusterUnknown", "destinationCluster", { name }));
  }
  const mesh = viewNamed(state, "serviceMesh", draft.serviceMeshName);
  if (mesh === null) {
    const name = draft.serviceMeshName;
    return [...problems, problem("serviceMeshUnknown", "serviceMeshName", { name })];
  }
  const types = new Set(draft.migrations.map(({ type }) => type));
  for (const type of types) {
    if (mesh.properties.services.includes(SERVICE_OF[type])) continue;
    problems.push(problem("migrationTypeNotOnMesh", "serviceMeshName", { type, mesh: mesh.name }));
  }
  return problems;
}

function scheduleProblems(atSeconds: number, draft: MobilityGroupDraft): Problem[] {
  const { switchoverWindow } = draft;
  if (switchoverWindow === null) return [];
  const { startSeconds, endSeconds } = switchoverWindow;
  const problems: Problem[] = [];
  if (endSeconds <= startSeconds) {
    problems.push(problem("windowEndsBeforeStart", "switchoverWindow.endSeconds"));
  }
  if (endSeconds <= atSeconds) {
    problems.push(problem("windowInThePast", "switchoverWindow.endSeconds"));
  }
  const types = new Set(draft.migrations.map(({ type }) => type));
  for (const type of types) {
    if (UNSCHEDULED.includes(type)) {
      problems.push(problem("typeCannotBeScheduled", "switchoverWindow", { type }));
    }
  }
  return problems;
}

function vmProblems(vm: WorldVm, type: MigrationType, path: string): Problem[] {
  const problems: Problem[] = [];
  const family = guestFamilyOf(vm.osName);
  if (family === null) problems.push(problem("guestUnknown", path, { vm: vm.name }));
  if (family === "other") {
    problems.push(problem("guestNotSupported", path, { vm: vm.name, os: vm.osName ?? "" }));
  }
  if (type === "vMotion" && vm.powerState !== "poweredOn") {
    problems.push(problem("vmPoweredOffForVmotion", path, { vm: vm.name }));
  }
  const hasSize =
    vm.disks.some(({ capacityMib }) => capacityMib !== null) ||
    vm.provisionedMib !== null ||
    vm.inUseMib !== null;
  if (!hasSize) problems.push(problem("vmSizeUnknown", path, { vm: vm.name }));
  return problems;
}

/** A command on running migrations: they must be of a group that was started. */
export function checkSelection(
  groups: readonly MobilityGroup[],
  selection: Pick<MigrationSelection, "groupId" | "vmKeys">,
): Problem[] {
  const group = groups.find(({ draft }) => draft.groupId === selection.groupId);
  if (group === undefined) return [problem("groupUnknown", "groupId")];
  if (group.startedAtSeconds === null) {
    return [problem("groupNotStarted", "groupId", { name: group.draft.name })];
  }
  const members = new Set(group.draft.migrations.map(({ vmKey }) => vmKey));
  return (selection.vmKeys ?? []).flatMap((vmKey, index) =>
    members.has(vmKey) ? [] : [problem("migrationUnknown", `vmKeys.${index}`, { vm: vmKey })],
  );
}
