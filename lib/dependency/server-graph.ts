import { UndirectedGraph } from "graphology";
import { countedUses, type DependencyMap, type Link } from "./dependency-map";

/** A link between two VMs with what counts of it. */
export interface VmLink {
  sourceKey: string;
  targetKey: string;
  /** Sum over its services of the slots in which they were seen. */
  slotSum: number;
  /** Services that it uses. */
  connections: number;
  ports: readonly number[];
}

/** Links whose two ends are VMs that the caller takes in, without the hidden ports. */
export function vmLinks(
  map: DependencyMap,
  hiddenPorts: ReadonlySet<number>,
  isTaken: (vmKey: string) => boolean,
): VmLink[] {
  return map.links.flatMap((link) => {
    const sourceKey = map.endpoints[link.source]?.vmKey ?? null;
    const targetKey = map.endpoints[link.target]?.vmKey ?? null;
    if (sourceKey === null || targetKey === null) return [];
    if (!isTaken(sourceKey) || !isTaken(targetKey)) return [];
    const counted = vmLink(link, map, hiddenPorts, sourceKey, targetKey);
    return counted === null ? [] : [counted];
  });
}

function vmLink(
  link: Link,
  map: DependencyMap,
  hiddenPorts: ReadonlySet<number>,
  sourceKey: string,
  targetKey: string,
): VmLink | null {
  const uses = countedUses(link, map, hiddenPorts);
  if (uses.length === 0) return null;
  const ports = new Set<number>();
  let slotSum = 0;
  for (const use of uses) {
    slotSum += use.slotCount;
    const port = map.services[use.service]?.port ?? null;
    if (port !== null) ports.add(port);
  }
  return {
    sourceKey,
    targetKey,
    slotSum,
    connections: uses.length,
    ports: [...ports].sort((a, b) => a - b),
  };
}

export type ServerGraph = UndirectedGraph<Record<string, never>, { weight: number }>;

/**
 * The undirected graph of VMs that grouping works on; a link in both directions weighs as both together.
 * Nodes and edges are put in by key, so that the answer does not depend on the export's order.
 */
export function serverGraph(
  links: readonly VmLink[],
  isTaken: (vmKey: string) => boolean = () => true,
): ServerGraph {
  const graph: ServerGraph = new UndirectedGraph();
  const taken = links.filter(
    ({ sourceKey, targetKey }) => isTaken(sourceKey) && isTaken(targetKey),
  );
  const keys = new Set(taken.flatMap(({ sourceKey, targetKey }) => [sourceKey, targetKey]));
  for (const key of [...keys].sort()) graph.addNode(key);
  const ordered = [...taken].sort(
    (a, b) => compareText(a.sourceKey, b.sourceKey) || compareText(a.targetKey, b.targetKey),
  );
  for (const { sourceKey, targetKey, slotSum } of ordered) {
    const edge = graph.edge(sourceKey, targetKey);
    if (edge === undefined) graph.addEdge(sourceKey, targetKey, { weight: slotSum });
    else graph.updateEdgeAttribute(edge, "weight", (weight) => (weight ?? 0) + slotSum);
  }
  return graph;
}

/** By code unit: the same on every machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
