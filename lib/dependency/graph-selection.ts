import type { DependencyGraph } from "./api-schema";

/** What of the graph is to be drawn. */
export interface GraphSelection {
  hiddenPorts: ReadonlySet<number>;
  /** Only links that use this port. */
  port: number | null;
  /** Only links to a process or application whose name contains this. */
  process: string;
  /** Only servers that this one reaches in so many steps, in either direction. */
  focus: { nodeId: string; steps: number } | null;
  /** Leaves out what the inventory does not have. */
  inventoryOnly: boolean;
}

export interface SelectedLink {
  source: number;
  target: number;
  /** Sum of seen slots of the services that count. */
  slotSum: number;
}

export interface SelectedGraph {
  /** Places in the graph's list of nodes, ascending; those that keep no link are left out. */
  nodes: number[];
  links: SelectedLink[];
}

/** The nodes and links that a selection leaves. */
export function selectGraph(graph: DependencyGraph, selection: GraphSelection): SelectedGraph {
  const counts = graph.services.map((service) => serviceCounts(service, selection));
  const links: SelectedLink[] = [];
  for (const columns of graph.links) {
    const [source = 0, target = 0] = columns;
    let slotSum = 0;
    for (let index = 2; index < columns.length; index += 2) {
      if (counts[columns[index] ?? -1]) slotSum += columns[index + 1] ?? 0;
    }
    if (slotSum === 0) continue;
    if (selection.inventoryOnly && !(isVm(graph, source) && isVm(graph, target))) continue;
    links.push({ source, target, slotSum });
  }
  const kept = selection.focus === null ? links : aroundFocus(graph, links, selection.focus);
  const nodes = new Set(kept.flatMap(({ source, target }) => [source, target]));
  return { nodes: [...nodes].sort((a, b) => a - b), links: kept };
}

const isVm = (graph: DependencyGraph, place: number) => graph.nodes[place]?.kind === "vm";

function serviceCounts(
  { port, process, application }: DependencyGraph["services"][number],
  selection: GraphSelection,
): boolean {
  if (selection.port !== null) {
    if (port !== selection.port) return false;
  } else if (port !== null && selection.hiddenPorts.has(port)) return false;
  const wanted = selection.process.trim().toLowerCase();
  return wanted === "" || `${process ?? ""}\n${application ?? ""}`.toLowerCase().includes(wanted);
}

function aroundFocus(
  graph: DependencyGraph,
  links: readonly SelectedLink[],
  { nodeId, steps }: NonNullable<GraphSelection["focus"]>,
): SelectedLink[] {
  const start = graph.nodes.findIndex(({ id }) => id === nodeId);
  const near = new Set([start]);
  let edge = near;
  for (let step = 0; step < steps; step += 1) {
    const next = new Set<number>();
    for (const { source, target } of links) {
      if (edge.has(source) && !near.has(target)) next.add(target);
      if (edge.has(target) && !near.has(source)) next.add(source);
    }
    for (const place of next) near.add(place);
    edge = next;
  }
  return links.filter(({ source, target }) => near.has(source) && near.has(target));
}
