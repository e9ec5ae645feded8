import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDependencyMap } from "./dependency-map";
import { DEFAULT_NOISE_PORTS } from "./ports";
import { vmLinks } from "./server-graph";
import { databaseClusters, sharedDatabaseClusters, sharedServices } from "./shared-servers";
import { GROUPING_METHODS, type GroupingMethod, suggestGroups } from "./suggest-groups";
import { testDependency, testLinks, testVm } from "./testing/small-map";

function suggest(links: ReturnType<typeof testLinks>, method: GroupingMethod, largestGroup = 100) {
  return suggestGroups(links, { method, largestGroup, setSharedServicesApart: true });
}
const keysOf = (groups: readonly { vmKeys: string[] }[]) => groups.map(({ vmKeys }) => vmKeys);

/** Two triangles of daily traffic with one rare link between them. */
const twoTriangles = testLinks(
  "a1>a2:8080*28",
  "a2>a3:8080*28",
  "a3>a1:8080*28",
  "b1>b2:8080*28",
  "b2>b3:8080*28",
  "b3>b1:8080*28",
  "a1>b1:8443*1",
);

describe("suggested move groups", () => {
  it("are the connected components, largest first", () => {
    const links = testLinks("x>y:443", "p>q:443", "q>r:443");
    expect(keysOf(suggest(links, "components").groups)).toEqual([
      ["p", "q", "r"],
      ["x", "y"],
    ]);
  });

  it("part at the weak link when communities are asked for", () => {
    expect(keysOf(suggest(twoTriangles, "components").groups)).toEqual([
      ["a1", "a2", "a3", "b1", "b2", "b3"],
    ]);
    expect(keysOf(suggest(twoTriangles, "communities").groups)).toEqual([
      ["a1", "a2", "a3"],
      ["b1", "b2", "b3"],
    ]);
  });

  it("split a component that is larger than allowed at its weak link", () => {
    expect(keysOf(suggest(twoTriangles, "components", 4).groups)).toEqual([
      ["a1", "a2", "a3"],
      ["b1", "b2", "b3"],
    ]);
  });

  it("keep a server with clients from a tenth of the estate, and ten at least, apart", () => {
    const logs = Array.from({ length: 12 }, (_, index) => `s${index}>log:9200`);
    const links = testLinks(...logs, "s0>s1:443", "s2>s3:443");
    expect([...sharedServices(links)]).toEqual(["log"]);
    const { groups, singles } = suggest(links, "components");
    expect(groups).toEqual([
      { kind: "sharedService", vmKeys: ["log"] },
      { kind: "application", vmKeys: ["s0", "s1"] },
      { kind: "application", vmKeys: ["s2", "s3"] },
    ]);
    expect(singles).toEqual(["s10", "s11", "s4", "s5", "s6", "s7", "s8", "s9"]);
  });

  it("keep databases that several applications use apart from them, and leave private ones in", () => {
    const links = testLinks(
      "shopweb>shopapp:8080",
      "hrweb>hrapp:8080",
      // One cluster: they replicate to each other. Both applications use it.
      "db1>db2:5022",
      "shopapp>db1:1433",
      "hrapp>db1:1433",
      "hrapp>db2:1433",
      "db1>db2:1433",
      // Used by one application only.
      "shopapp>cache:6379",
    );
    expect(databaseClusters(links)).toEqual([["cache"], ["db1", "db2"]]);
    expect(sharedDatabaseClusters(links)).toEqual([["db1", "db2"]]);
    expect(suggest(links, "sharedDatabases").groups).toEqual([
      { kind: "sharedDatabase", vmKeys: ["db1", "db2"] },
      { kind: "application", vmKeys: ["cache", "shopapp", "shopweb"] },
      { kind: "application", vmKeys: ["hrapp", "hrweb"] },
    ]);
  });

  it("do not follow noise ports", () => {
    const vms = ["a", "b", "c"].map((name) => testVm(name));
    const map = buildDependencyMap(
      [
        testDependency("a", "b", 443),
        testDependency("b", "c", 3389),
        testDependency("c", "a", 445),
      ],
      vms,
    );
    const links = vmLinks(map, new Set(DEFAULT_NOISE_PORTS), () => true);
    expect(links.map(({ sourceKey, targetKey }) => [sourceKey, targetKey])).toEqual([
      ["k-a", "k-b"],
    ]);
  });
});

const anyLinks = fc.array(
  fc.record({
    source: fc.integer({ min: 0, max: 30 }),
    target: fc.integer({ min: 0, max: 30 }),
    port: fc.constantFrom(443, 1433, 3306, 8080),
    slots: fc.integer({ min: 1, max: 28 }),
  }),
  { maxLength: 120 },
);

describe("every suggestion", () => {
  const shape = fc.tuple(
    anyLinks,
    fc.constantFrom(...GROUPING_METHODS),
    fc.integer({ min: 2, max: 20 }),
  );
  const linksOf = (raw: { source: number; target: number; port: number; slots: number }[]) =>
    testLinks(
      ...raw
        .filter(({ source, target }) => source !== target)
        .map(({ source, target, port, slots }) => `v${source}>v${target}:${port}*${slots}`),
    );

  it("puts each linked VM into exactly one place", () => {
    fc.assert(
      fc.property(shape, ([raw, method, largest]) => {
        const links = linksOf(raw);
        const { groups, singles } = suggest(links, method, largest);
        const placed = [...groups.flatMap(({ vmKeys }) => vmKeys), ...singles].sort();
        const linked = new Set(links.flatMap(({ sourceKey, targetKey }) => [sourceKey, targetKey]));
        expect(placed).toEqual([...linked].sort());
      }),
    );
  });

  it("does not depend on the order of the export", () => {
    fc.assert(
      fc.property(shape, ([raw, method, largest]) => {
        const links = linksOf(raw);
        expect(suggest([...links].reverse(), method, largest)).toEqual(
          suggest(links, method, largest),
        );
      }),
    );
  });
});
