"use client";

import { useEffect, useState } from "react";
import { GraphLayout, type LayoutInput } from "@/lib/dependency/graph-layout";
import type { SelectedGraph } from "@/lib/dependency/graph-selection";
import type { LayoutPicture } from "./layout-worker";

export interface PlacedGraph {
  graph: SelectedGraph;
  picture: LayoutPicture;
}

/** Lays the selected graph out in a worker; null until the first picture of this very selection is there. */
export function useGraphLayout(graph: SelectedGraph): PlacedGraph | null {
  const [placed, setPlaced] = useState<PlacedGraph | null>(null);
  useEffect(() => {
    if (graph.nodes.length === 0) return;
    const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data: picture }: MessageEvent<LayoutPicture>) =>
      setPlaced({ graph, picture });
    const placeOf = new Map(graph.nodes.map((node, place) => [node, place]));
    const input: LayoutInput = {
      nodeCount: graph.nodes.length,
      links: graph.links.flatMap(({ source, target, slotSum }) => [
        placeOf.get(source) ?? 0,
        placeOf.get(target) ?? 0,
        slotSum,
      ]),
    };
    // A browser or a proxy may refuse workers: the first picture is then all there is.
    worker.onerror = () =>
      setPlaced({
        graph,
        picture: { positions: new GraphLayout(input).positions(), settled: true },
      });
    worker.postMessage(input);
    return () => worker.terminate();
  }, [graph]);
  return placed?.graph === graph ? placed : null;
}
