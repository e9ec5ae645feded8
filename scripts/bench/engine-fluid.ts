import { FluidNetwork } from "@/lib/engine/fluid-network";
import { namedStream, type RandomStream } from "@/lib/engine/random";
import { type BenchCase, secondsOf } from "./bench-case";

/** Source hosts and datastores, one appliance and one link, target hosts: what a wave migrates over. */
interface Plant {
  flows: number;
  concurrent: number;
  hosts: number;
  hostCapacity: number;
  cap: (stream: RandomStream) => number;
}

const LINK = 1e9;
const AMPLE = 1e12;

/** Keeps `concurrent` flows under way until `flows` have completed; millions of flows a second. */
function runPlant({ flows, concurrent, hosts, hostCapacity, cap }: Plant): number {
  const stream = namedStream(1, "plant");
  const network = new FluidNetwork();
  const link = network.addResource(LINK);
  const appliance = network.addResource(AMPLE);
  const sources = Array.from({ length: hosts }, () => network.addResource(hostCapacity));
  const stores = Array.from({ length: hosts / 2 }, () => network.addResource(4 * hostCapacity));
  const targets = Array.from({ length: 16 }, () => network.addResource(AMPLE));
  const pick = (from: number[]) => from[stream.int(0, from.length - 1)] ?? link;
  let started = 0;
  const start = () => {
    started++;
    const path = [pick(sources), pick(stores), appliance, link, pick(targets)];
    network.addFlow(path, 1e9 * stream.lognormal(50, 1), cap(stream));
  };
  const seconds = secondsOf(() => {
    while (started < concurrent) start();
    while (network.flowCount > 0) {
      network.advanceTo(network.nextCompletionSeconds());
      while (network.takeCompletion() >= 0) if (started < flows) start();
    }
  });
  return flows / seconds / 1e6;
}

/** Solutions from nothing a second: every capacity change here moves the bottleneck of half the flows. */
function runSolves(): number {
  const stream = namedStream(1, "solves");
  const network = new FluidNetwork();
  const links = Array.from({ length: 8 }, () => network.addResource(1e9));
  const flows: number[] = [];
  for (let i = 0; i < 200; i++) {
    const path = links.filter(() => stream.chance(0.3));
    flows.push(network.addFlow(path.length > 0 ? path : [links[0] ?? 0], Number.POSITIVE_INFINITY));
  }
  const solves = 20_000;
  const seconds = secondsOf(() => {
    for (let i = 0; i < solves; i++) {
      network.setCapacity(stream.int(0, 7), stream.between(1e8, 1e9));
      network.rateBytesPerSecond(flows[0] ?? 0);
    }
  });
  return solves / seconds;
}

const FREE = () => Number.POSITIVE_INFINITY;

function plantCase(
  name: string,
  plant: Omit<Plant, "flows">,
  target?: BenchCase["target"],
): BenchCase {
  const run = () => runPlant({ flows: 100_000, ...plant });
  return target ? { name, unit: "M flows/s", target, run } : { name, unit: "M flows/s", run };
}

export const FLUID_CASES: readonly BenchCase[] = [
  plantCase("fluid, 200 at once, the link binds", {
    concurrent: 200,
    hosts: 100,
    hostCapacity: AMPLE,
    cap: FREE,
  }),
  plantCase("fluid, 200 at once, link and caps bind", {
    concurrent: 200,
    hosts: 100,
    hostCapacity: AMPLE,
    cap: (stream) => stream.between(2e6, 8e6),
  }),
  plantCase("fluid, 200 at once, link and hosts bind", {
    concurrent: 200,
    hosts: 100,
    hostCapacity: 2e7,
    cap: FREE,
  }),
  plantCase("fluid, 10,000 at once, the link binds", {
    concurrent: 10_000,
    hosts: 100,
    hostCapacity: AMPLE,
    cap: FREE,
  }),
  plantCase("fluid, 100,000 at once, link and caps bind", {
    concurrent: 100_000,
    hosts: 1_000,
    hostCapacity: AMPLE,
    cap: (stream) => stream.between(5e3, 2e4),
  }),
  { name: "fluid, 200 flows x 8 links, capacity changes", unit: "solves/s", run: runSolves },
];
