import type { VmLink } from "./server-graph";

/** Ports named for a cut at most: more are only counted. */
const SHOWN_PORTS = 12;

/** What would cross between two groups if they moved at different times. */
export interface Cut {
  leftId: string;
  rightId: string;
  /** Pairs of servers, one for each direction. */
  links: number;
  /** Services over those pairs. */
  connections: number;
  /** Sum of seen time slots: how much of the time they talk. */
  slotSum: number;
  /** Most used first, cut to a dozen. */
  ports: number[];
  portCount: number;
}

/** How a group hangs together. */
export interface GroupBond {
  groupId: string;
  insideLinks: number;
  insideSlotSum: number;
  /** Links with VMs of other groups, or of none. */
  outsideLinks: number;
  outsideSlotSum: number;
  /** Seen slots inside over all seen slots, 0 to 1; null for a group without links. */
  cohesionRatio: number | null;
}

interface GrowingCut extends Omit<Cut, "ports" | "portCount"> {
  slotsByPort: Map<number, number>;
}

/** Cuts between groups, strongest first, and the bond of each group. `groupOf` answers null for VMs of no group. */
export function groupCuts(
  links: readonly VmLink[],
  groupOf: (vmKey: string) => string | null,
): { cuts: Cut[]; bonds: Map<string, GroupBond> } {
  const cuts = new Map<string, GrowingCut>();
  const bonds = new Map<string, GroupBond>();
  const bondOf = (groupId: string): GroupBond => {
    let bond = bonds.get(groupId);
    if (bond === undefined) {
      bond = {
        groupId,
        insideLinks: 0,
        insideSlotSum: 0,
        outsideLinks: 0,
        outsideSlotSum: 0,
        cohesionRatio: null,
      };
      bonds.set(groupId, bond);
    }
    return bond;
  };
  for (const link of links) {
    const sourceGroup = groupOf(link.sourceKey);
    const targetGroup = groupOf(link.targetKey);
    if (sourceGroup !== null && sourceGroup === targetGroup) {
      const bond = bondOf(sourceGroup);
      bond.insideLinks += 1;
      bond.insideSlotSum += link.slotSum;
      continue;
    }
    for (const groupId of [sourceGroup, targetGroup]) {
      if (groupId === null) continue;
      const bond = bondOf(groupId);
      bond.outsideLinks += 1;
      bond.outsideSlotSum += link.slotSum;
    }
    if (sourceGroup !== null && targetGroup !== null) addCut(cuts, sourceGroup, targetGroup, link);
  }
  for (const bond of bonds.values()) {
    const all = bond.insideSlotSum + bond.outsideSlotSum;
    bond.cohesionRatio = all === 0 ? null : bond.insideSlotSum / all;
  }
  const finished = [...cuts.values()].map(finishCut);
  finished.sort((a, b) => b.slotSum - a.slotSum || b.links - a.links);
  return { cuts: finished, bonds };
}

function addCut(
  cuts: Map<string, GrowingCut>,
  sourceGroup: string,
  targetGroup: string,
  link: VmLink,
): void {
  const [leftId, rightId] =
    sourceGroup < targetGroup ? [sourceGroup, targetGroup] : [targetGroup, sourceGroup];
  const id = `${leftId}\n${rightId}`;
  let cut = cuts.get(id);
  if (cut === undefined) {
    cut = { leftId, rightId, links: 0, connections: 0, slotSum: 0, slotsByPort: new Map() };
    cuts.set(id, cut);
  }
  cut.links += 1;
  cut.connections += link.connections;
  cut.slotSum += link.slotSum;
  for (const port of link.ports) {
    cut.slotsByPort.set(port, (cut.slotsByPort.get(port) ?? 0) + link.slotSum);
  }
}

function finishCut({ slotsByPort, ...cut }: GrowingCut): Cut {
  const ports = [...slotsByPort].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([port]) => port);
  return { ...cut, ports: ports.slice(0, SHOWN_PORTS), portCount: ports.length };
}
