import type { z } from "zod";
import type { suggestionQuerySchema } from "./api-schema";
import { groupCuts } from "./cut";
import type { DependencyModel, ModelVm } from "./dependency-model";
import { groupBlockers, linksByVm } from "./group-facts";
import { groupName, namePatterns } from "./group-name";
import type {
  MoveGroup,
  MoveGroupDetail,
  MoveGroupList,
  MoveGroupMember,
  SuggestionsAnswer,
} from "./move-group-schema";
import { type VmLink, vmLinks } from "./server-graph";
import { type SuggestedGroup, suggestGroups } from "./suggest-groups";

const NO_BOND = {
  insideLinks: 0,
  outsideLinks: 0,
  insideSlotSum: 0,
  outsideSlotSum: 0,
  cohesionRatio: null,
};

/** Cuts shown at most; the weakest are left out. */
const CUTS_MAX = 500;

export interface StoredMoveGroup extends MoveGroup {
  updatedByName: string;
  updatedAt: string;
}

/** What each stored group holds together, what it cuts and which of its VMs stay behind. */
export function moveGroupReport(
  model: Pick<DependencyModel, "map" | "vmByKey">,
  groups: readonly StoredMoveGroup[],
  hiddenPorts: readonly number[],
): Omit<MoveGroupList, "assessmentName"> {
  const links = vmLinks(model.map, new Set(hiddenPorts), () => true);
  const byVm = linksByVm(links);
  const groupOfVm = new Map(groups.flatMap(({ id, vmKeys }) => vmKeys.map((key) => [key, id])));
  const { cuts, bonds } = groupCuts(links, (key) => groupOfVm.get(key) ?? null);
  const free = [...model.vmByKey.values()].filter(
    (vm) => vm.inScope && groupOfVm.get(vm.key) === undefined,
  );
  return {
    groups: groups.map((group) => {
      const members = membersOf(model, group.vmKeys);
      return {
        ...group,
        ...NO_BOND,
        ...withoutId(bonds.get(group.id)),
        vmCount: members.length,
        goneVms: group.vmKeys.length - members.length,
        blockers: groupBlockers(members, byVm),
      };
    }),
    cuts: cuts.slice(0, CUTS_MAX),
    ungroupedVms: free.length,
    ungroupedLinkedVms: free.filter(({ key }) => byVm.has(key)).length,
  };
}

/** One group with its members and the groups that it talks to; null when there is none of that id. */
export function moveGroupDetail(
  model: Pick<DependencyModel, "map" | "vmByKey">,
  groups: readonly StoredMoveGroup[],
  hiddenPorts: readonly number[],
  groupId: string,
): MoveGroupDetail | null {
  const report = moveGroupReport(model, groups, hiddenPorts);
  const group = report.groups.find(({ id }) => id === groupId);
  if (group === undefined) return null;
  const nameOf = new Map(groups.map(({ id, name }) => [id, name]));
  return {
    group,
    members: moveGroupMembers(model, [group], hiddenPorts).map(({ member }) => member),
    cuts: report.cuts
      .filter(({ leftId, rightId }) => leftId === groupId || rightId === groupId)
      .map((cut) => ({
        ...cut,
        otherName: nameOf.get(cut.leftId === groupId ? cut.rightId : cut.leftId) ?? "",
      })),
  };
}

/** The members of groups in their order, each with its group. */
export function moveGroupMembers<TGroup extends Pick<MoveGroup, "vmKeys">>(
  model: Pick<DependencyModel, "map" | "vmByKey">,
  groups: readonly TGroup[],
  hiddenPorts: readonly number[],
): { group: TGroup; member: MoveGroupMember }[] {
  const byVm = linksByVm(vmLinks(model.map, new Set(hiddenPorts), () => true));
  return groups.flatMap((group) => {
    const inside = new Set(group.vmKeys);
    return group.vmKeys.map((key) => ({
      group,
      member: memberOf(model.vmByKey.get(key), key, inside, byVm),
    }));
  });
}

function memberOf(
  vm: ModelVm | undefined,
  vmKey: string,
  inside: ReadonlySet<string>,
  byVm: ReturnType<typeof linksByVm>,
): MoveGroupMember {
  const peers = new Set(
    (byVm.get(vmKey) ?? []).map(({ sourceKey, targetKey }) =>
      sourceKey === vmKey ? targetKey : sourceKey,
    ),
  );
  const insidePeers = [...peers].filter((key) => inside.has(key)).length;
  return {
    vmKey,
    name: vm?.name ?? vmKey,
    isGone: vm === undefined,
    inScope: vm?.inScope ?? false,
    os: vm?.os ?? null,
    cluster: vm?.cluster ?? null,
    suitability: vm?.readiness?.suitability ?? null,
    bestType: vm?.readiness?.bestType ?? null,
    insidePeers,
    outsidePeers: peers.size - insidePeers,
  };
}

function withoutId<T extends { groupId: string }>(
  bond: T | undefined,
): Omit<T, "groupId"> | object {
  if (bond === undefined) return {};
  const { groupId: _groupId, ...rest } = bond;
  return rest;
}

function membersOf(model: Pick<DependencyModel, "vmByKey">, vmKeys: readonly string[]): ModelVm[] {
  return vmKeys.flatMap((key) => model.vmByKey.get(key) ?? []);
}

/** Suggested groups of the VMs in scope that no locked group holds, with names, bonds, cuts and blockers. */
export function suggestionReport(
  model: Pick<DependencyModel, "map" | "vmByKey">,
  locked: readonly Pick<MoveGroup, "vmKeys">[],
  query: z.output<typeof suggestionQuerySchema>,
): SuggestionsAnswer {
  const held = new Set(locked.flatMap(({ vmKeys }) => vmKeys));
  const isTaken = (key: string) => model.vmByKey.get(key)?.inScope === true && !held.has(key);
  const links = vmLinks(model.map, new Set(query.hidden), isTaken);
  const { groups, singles } = suggestGroups(links, {
    method: query.method,
    setSharedServicesApart: query.sharedServices === "apart",
    largestGroup: query.largest,
  });
  const byVm = linksByVm(links);
  const idOfVm = new Map(
    groups.flatMap(({ vmKeys }, index) => vmKeys.map((key) => [key, `s${index + 1}`])),
  );
  const { cuts, bonds } = groupCuts(links, (key) => idOfVm.get(key) ?? null);
  const names = suggestedNames(model, groups, links);
  const named = (key: string) => ({ key, name: model.vmByKey.get(key)?.name ?? key });
  const taken = [...model.vmByKey.keys()].filter(isTaken);
  return {
    groups: groups.map(({ kind, vmKeys }, index) => {
      const id = `s${index + 1}`;
      return {
        id,
        kind,
        name: names[index] ?? id,
        vms: vmKeys.map(named),
        blockers: groupBlockers(membersOf(model, vmKeys), byVm),
        ...NO_BOND,
        ...withoutId(bonds.get(id)),
      };
    }),
    cuts: cuts.slice(0, CUTS_MAX),
    singles: singles.map(named),
    unlinkedVms: taken.filter((key) => !byVm.has(key)).length,
    lockedVms: [...held].filter((key) => model.vmByKey.has(key)).length,
  };
}

/** A name for each group, all different: a shared part of the names, else the busiest server. */
function suggestedNames(
  model: Pick<DependencyModel, "map" | "vmByKey">,
  groups: readonly SuggestedGroup[],
  links: readonly VmLink[],
): string[] {
  const patterns = namePatterns([...model.vmByKey.values()].map(({ name }) => name));
  const degree = new Map<string, number>();
  for (const { sourceKey, targetKey } of links) {
    for (const key of [sourceKey, targetKey]) degree.set(key, (degree.get(key) ?? 0) + 1);
  }
  const used = new Map<string, number>();
  return groups.map(({ vmKeys }) => {
    const members = membersOf(model, vmKeys);
    const shared = groupName(
      members.map(({ name }) => name),
      patterns,
    );
    const name = shared ?? nameOfBusiest(members, degree);
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return times === 1 ? name : `${name} ${times}`;
  });
}

function nameOfBusiest(members: readonly ModelVm[], degree: ReadonlyMap<string, number>): string {
  const busiest = [...members].sort(
    (a, b) => (degree.get(b.key) ?? 0) - (degree.get(a.key) ?? 0),
  )[0];
  return busiest?.name ?? "";
}
