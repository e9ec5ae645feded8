import type { Suitability } from "@/lib/assessment/readiness-schema";
import type { MigrationType } from "@/lib/hcx/migration-types";
import type { GroupBlocker } from "./move-group-schema";
import { compareText, type VmLink } from "./server-graph";

/** What grouping needs of a VM besides its links. */
export interface GroupVm {
  key: string;
  name: string;
  /** False for what rules or people leave out of the migration. */
  inScope: boolean;
  /** Null where no assessment says. */
  readiness: { suitability: Suitability; bestType: MigrationType | null } | null;
}

function blockerReason(vm: GroupVm): GroupBlocker["reason"] | null {
  if (!vm.inScope) return "outOfScope";
  if (vm.readiness?.suitability === "NotSuitable") return "notSuitable";
  if (vm.readiness !== null && vm.readiness.bestType === null) return "noMigrationType";
  return null;
}

const SHOWN_PORTS = 12;

/** Links by the VMs at either end, for looking around one VM. */
export function linksByVm(links: readonly VmLink[]): ReadonlyMap<string, readonly VmLink[]> {
  const byVm = new Map<string, VmLink[]>();
  for (const link of links) {
    for (const key of [link.sourceKey, link.targetKey]) {
      const own = byVm.get(key);
      if (own === undefined) byVm.set(key, [link]);
      else own.push(link);
    }
  }
  return byVm;
}

/**
 * Members that cannot move with the group, with the members that talk to each: those would reach across the
 * sites. Most missed first.
 */
export function groupBlockers(
  members: readonly GroupVm[],
  links: ReadonlyMap<string, readonly VmLink[]>,
): GroupBlocker[] {
  const inside = new Set(members.map(({ key }) => key));
  const blockers = members.flatMap((vm): GroupBlocker[] => {
    const reason = blockerReason(vm);
    if (reason === null) return [];
    const insidePeers = new Set<string>();
    const outsidePeers = new Set<string>();
    const ports = new Set<number>();
    for (const { sourceKey, targetKey, ports: used } of links.get(vm.key) ?? []) {
      const peer = sourceKey === vm.key ? targetKey : sourceKey;
      (inside.has(peer) ? insidePeers : outsidePeers).add(peer);
      if (inside.has(peer)) for (const port of used) ports.add(port);
    }
    return [
      {
        vmKey: vm.key,
        name: vm.name,
        reason,
        suitability: vm.readiness?.suitability ?? null,
        insidePeers: insidePeers.size,
        outsidePeers: outsidePeers.size,
        ports: [...ports].sort((a, b) => a - b).slice(0, SHOWN_PORTS),
      },
    ];
  });
  return blockers.sort((a, b) => b.insidePeers - a.insidePeers || compareText(a.name, b.name));
}
