import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { namedStream } from "@/lib/engine/random";

/** Nodes are counted from 0; links are pairs of nodes. */
export interface LayoutInput {
  nodeCount: number;
  /** `source, target, weight` one after the other. */
  links: readonly number[];
}

/** The angle at which leaves grow: points on a spiral at this angle never line up. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Distance of two neighbours on a spiral, in the unit of the picture. */
const NODE_GAP = 10;
/** Room between two communities, in widths of a node. */
const COMMUNITY_GAP = 2;

type LayoutGraph = UndirectedGraph<{ x: number; y: number }, { weight: number }>;

/**
 * Where nodes start, and how they settle: communities first lie side by side on a spiral, then springs pull
 * (ForceAtlas2: Jacomy et al., 2014). The same links always give the same picture.
 */
export class GraphLayout {
  private readonly graph: LayoutGraph = new UndirectedGraph();

  constructor(input: LayoutInput) {
    for (let node = 0; node < input.nodeCount; node += 1) this.graph.addNode(node, { x: 0, y: 0 });
    for (let index = 0; index + 2 < input.links.length; index += 3) {
      const [source = 0, target = 0, weight = 1] = input.links.slice(index, index + 3);
      if (source !== target && !this.graph.hasEdge(source, target)) {
        // Hours of talk differ by thousands; the picture needs their order only.
        this.graph.addEdge(source, target, { weight: 1 + Math.log1p(weight) });
      }
    }
    this.place();
  }

  /** `x, y` of each node. */
  positions(): Float32Array {
    const positions = new Float32Array(this.graph.order * 2);
    this.graph.forEachNode((node, { x, y }) => {
      positions[Number(node) * 2] = x;
      positions[Number(node) * 2 + 1] = y;
    });
    return positions;
  }

  /** Lets the springs pull so many times. */
  settle(iterations: number): void {
    if (this.graph.size === 0) return;
    forceAtlas2.assign(this.graph, {
      iterations,
      getEdgeWeight: "weight",
      settings: {
        ...forceAtlas2.inferSettings(this.graph.order),
        barnesHutOptimize: this.graph.order > 400,
        gravity: 0.6,
        scalingRatio: 12,
      },
    });
  }

  private place(): void {
    let placedNodes = 0;
    for (const members of this.communities()) {
      const radius = NODE_GAP * COMMUNITY_GAP * Math.sqrt(placedNodes + members.length / 2);
      const angle = placedNodes * GOLDEN_ANGLE;
      const isFirst = placedNodes === 0;
      for (const [index, node] of members.entries()) {
        const inner = NODE_GAP * Math.sqrt(index);
        this.graph.mergeNodeAttributes(node, {
          x: (isFirst ? 0 : radius * Math.cos(angle)) + inner * Math.cos(index * GOLDEN_ANGLE),
          y: (isFirst ? 0 : radius * Math.sin(angle)) + inner * Math.sin(index * GOLDEN_ANGLE),
        });
      }
      placedNodes += members.length;
    }
  }

  /** Largest first; inside, the most connected first, so that they lie in the middle. */
  private communities(): string[][] {
    const stream = namedStream(1, "layout");
    const mapping =
      this.graph.size === 0
        ? {}
        : louvain(this.graph, {
            getEdgeWeight: "weight",
            randomWalk: false,
            rng: () => stream.uniform(),
          });
    const byCommunity = new Map<number, string[]>();
    for (const node of this.graph.nodes()) {
      const community = mapping[node] ?? -1 - Number(node);
      const members = byCommunity.get(community);
      if (members === undefined) byCommunity.set(community, [node]);
      else members.push(node);
    }
    const sorted = [...byCommunity.values()];
    for (const members of sorted) {
      members.sort((a, b) => this.graph.degree(b) - this.graph.degree(a) || Number(a) - Number(b));
    }
    return sorted.sort((a, b) => b.length - a.length || Number(a[0]) - Number(b[0]));
  }
}
