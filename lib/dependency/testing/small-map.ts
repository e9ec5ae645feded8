import type { ModelVm } from "../dependency-model";
import type { Dependency } from "../schema";
import type { VmLink } from "../server-graph";

/** Small inputs for tests of dependencies. */

export function testVm(name: string, changes: Partial<ModelVm> = {}): ModelVm {
  return {
    key: `k-${name}`,
    name,
    dnsName: null,
    ipAddresses: [],
    inScope: true,
    readiness: null,
    os: null,
    cluster: null,
    ...changes,
  };
}

export function testDependency(
  sourceName: string,
  destinationName: string | null,
  port: number,
  changes: Partial<Dependency> = {},
): Dependency {
  return {
    sourceName,
    sourceApplication: null,
    sourceProcess: null,
    destinationName,
    destinationIp: null,
    destinationApplication: null,
    destinationProcess: null,
    port,
    slotCount: 1,
    firstSeenAt: "2025-06-14T00:00:00",
    lastSeenAt: "2025-06-14T00:00:00",
    ...changes,
  };
}

/** `a>b:443*10` is a link from a to b on port 443 that was seen in 10 slots. */
export function testLinks(...texts: readonly string[]): VmLink[] {
  return texts.map((text) => {
    const match = /^(\w+)>(\w+):(\d+)(?:\*(\d+))?$/.exec(text);
    if (match === null) throw new Error(`not a link: ${text}`);
    const [, sourceKey = "", targetKey = "", port, slots = "1"] = match;
    return { sourceKey, targetKey, slotSum: Number(slots), connections: 1, ports: [Number(port)] };
  });
}
