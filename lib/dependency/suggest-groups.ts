import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { connectedComponents } from "graphology-components";
import { namedStream } from "@/lib/engine/random";
import { compareText, type ServerGraph, serverGraph, type VmLink } from "./server-graph";
import { sharedDatabaseClusters, sharedServices } from "./shared-servers";

export const GROUPING_METHODS = ["communities", "components", "sharedDatabases"] as const;
export type GroupingMethod = (typeof GROUPING_METHODS)[number];

export type SuggestionKind = "application" | "sharedDatabase" | "sharedService";

export interface SuggestedGroup {
  kind: SuggestionKind;
  vmKeys: string[];
}

export interface GroupingOptions {
  method: GroupingMethod;
  /** Keeps servers that serve a tenth of the estate out of the applications, as a group of their own. */
  setSharedServicesApart: boolean;
  /** VMs at most in a suggested application; larger ones are split where they hang together least. */
  largestGroup: number;
}

export interface Suggestions {
  groups: SuggestedGroup[];
  /** VMs whose counted links lead to shared servers only: they can move with anything. */
  singles: string[];
}

/** One seed for all: the same links always give the same groups. */
const LOUVAIN_SEED = 1;
/** Each round of splitting looks for groups twice as fine; 2^6 is finer than any application. */
const SPLIT_ROUNDS = 6;

/**
 * Groups of VMs that should move together. Every VM with a counted link is in exactly one group or in `singles`.
 * `components`: VMs connected over any number of steps. `communities`: parts of those that talk more among
 * themselves than with others (Blondel et al., "Fast unfolding of communities in large networks", 2008, by seen
 * time slots). `sharedDatabases`: what stays connected when the databases used by several applications are apart.
 */
export function suggestGroups(links: readonly VmLink[], options: GroupingOptions): Suggestions {
  const services = options.setSharedServicesApart ? sharedServices(links) : new Set<string>();
  const own = links.filter(
    ({ sourceKey, targetKey }) => !services.has(sourceKey) && !services.has(targetKey),
  );
  const clusters = options.method === "sharedDatabases" ? sharedDatabaseClusters(own) : [];
  const apart = new Set([...services, ...clusters.flat()]);
  const graph = serverGraph(own, (key) => !apart.has(key));
  const parts =
    options.method === "communities"
      ? connectedComponents(graph).flatMap((part) => communities(graph, part, options.largestGroup))
      : connectedComponents(graph).flatMap((part) => split(graph, part, options.largestGroup, 0));
  const all = new Set(links.flatMap(({ sourceKey, targetKey }) => [sourceKey, targetKey]));
  const placed = new Set([...apart, ...parts.filter((part) => part.length > 1).flat()]);
  return {
    groups: [
      ...groupsOf("sharedService", services.size === 0 ? [] : [[...services]]),
      ...groupsOf("sharedDatabase", clusters),
      ...groupsOf(
        "application",
        parts.filter((part) => part.length > 1),
      ),
    ],
    singles: [...all].filter((key) => !placed.has(key)).sort(compareText),
  };
}

/** Largest first, then by the first key. */
function groupsOf(kind: SuggestionKind, parts: readonly string[][]): SuggestedGroup[] {
  return parts
    .map((part) => ({ kind, vmKeys: [...part].sort(compareText) }))
    .sort(
      (a, b) =>
        b.vmKeys.length - a.vmKeys.length || compareText(a.vmKeys[0] ?? "", b.vmKeys[0] ?? ""),
    );
}

function communities(graph: ServerGraph, part: readonly string[], largest: number): string[][] {
  return louvainParts(graph, part, 1).flatMap((community) => split(graph, community, largest, 1));
}

/** Cuts a part that is too large into communities, finer in each round; gives up where nothing parts. */
function split(
  graph: ServerGraph,
  part: readonly string[],
  largest: number,
  round: number,
): string[][] {
  if (part.length <= largest || round > SPLIT_ROUNDS) return [[...part]];
  return louvainParts(graph, part, 2 ** round).flatMap((community) =>
    split(graph, community, largest, round + 1),
  );
}

/** Louvain communities of a part; one that hangs together only through another is taken apart. */
function louvainParts(graph: ServerGraph, part: readonly string[], resolution: number): string[][] {
  const inner = subgraph(graph, part);
  if (inner.size === 0) return part.map((key) => [key]);
  const stream = namedStream(LOUVAIN_SEED, "louvain");
  const mapping = louvain(inner, {
    getEdgeWeight: "weight",
    resolution,
    randomWalk: false,
    rng: () => stream.uniform(),
  });
  const byCommunity = new Map<number, string[]>();
  for (const key of inner.nodes()) {
    const community = mapping[key] ?? -1;
    const members = byCommunity.get(community);
    if (members === undefined) byCommunity.set(community, [key]);
    else members.push(key);
  }
  return [...byCommunity.values()].flatMap((members) =>
    connectedComponents(subgraph(graph, members)),
  );
}

function subgraph(graph: ServerGraph, keys: readonly string[]): ServerGraph {
  const inner: ServerGraph = new UndirectedGraph();
  for (const key of [...keys].sort(compareText)) inner.addNode(key);
  for (const key of inner.nodes()) {
    graph.forEachEdge(key, (_edge, attributes, source, target) => {
      const other = source === key ? target : source;
      if (compareText(key, other) <= 0 && inner.hasNode(other)) {
        inner.addEdge(key, other, { weight: attributes.weight });
      }
    });
  }
  return inner;
}
