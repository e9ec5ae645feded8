import { GraphLayout, type LayoutInput } from "@/lib/dependency/graph-layout";

/** Springs pull so many times in all, and so many times between two pictures. */
const ITERATIONS = 150;
const ITERATIONS_PER_PICTURE = 10;

/** What the page is told: where the nodes are, and whether they have come to rest. */
export interface LayoutPicture {
  positions: Float32Array;
  settled: boolean;
}

/** Lays a graph out off the page's thread: the first picture comes at once, better ones follow. */
self.onmessage = ({ data }: MessageEvent<LayoutInput>) => {
  const layout = new GraphLayout(data);
  const show = (settled: boolean) => {
    const picture: LayoutPicture = { positions: layout.positions(), settled };
    self.postMessage(picture);
  };
  show(false);
  for (let done = 0; done < ITERATIONS; done += ITERATIONS_PER_PICTURE) {
    layout.settle(ITERATIONS_PER_PICTURE);
    show(done + ITERATIONS_PER_PICTURE >= ITERATIONS);
  }
};
