import { describe, expect, it } from "vitest";
import { buildModel } from "./dependency-model";
import { graphColumns } from "./graph-columns";
import { GraphLayout } from "./graph-layout";
import { type GraphSelection, selectGraph } from "./graph-selection";
import { testDependency, testVm } from "./testing/small-map";

const graph = graphColumns(
  buildModel(
    [
      testDependency("a", "b", 8080, { slotCount: 5, destinationProcess: "java" }),
      testDependency("a", "b", 22, { slotCount: 7 }),
      testDependency("b", "c", 1433, { slotCount: 3, destinationProcess: "sqlservr.exe" }),
      testDependency("c", "d", 22, { slotCount: 9 }),
      testDependency("d", null, 443, { slotCount: 2, destinationIp: "203.0.113.9" }),
    ],
    ["a", "b", "c", "d"].map((name) => testVm(name)),
  ),
  new Map(),
);

const everything: GraphSelection = {
  hiddenPorts: new Set(),
  port: null,
  process: "",
  focus: null,
  inventoryOnly: false,
};
function drawn(changes: Partial<GraphSelection>) {
  const { nodes, links } = selectGraph(graph, { ...everything, ...changes });
  const name = (place: number) => graph.nodes[place]?.name;
  return {
    nodes: nodes.map(name),
    links: links.map(({ source, target, slotSum }) => `${name(source)}>${name(target)}*${slotSum}`),
  };
}

describe("what is drawn", () => {
  it("counts the slots of the services that are not hidden, and drops links without any", () => {
    expect(drawn({ hiddenPorts: new Set([22]) })).toEqual({
      nodes: ["a", "b", "c", "d", "203.0.113.9"],
      links: ["a>b*5", "b>c*3", "d>203.0.113.9*2"],
    });
    expect(drawn({}).links).toContain("a>b*12");
  });

  it("is one port even if it is hidden, one process, or the inventory alone", () => {
    expect(drawn({ hiddenPorts: new Set([22]), port: 22 }).links).toEqual(["a>b*7", "c>d*9"]);
    expect(drawn({ process: "SQL" }).links).toEqual(["b>c*3"]);
    expect(drawn({ inventoryOnly: true }).nodes).toEqual(["a", "b", "c", "d"]);
  });

  it("is the neighbourhood of a server by steps in either direction", () => {
    expect(drawn({ focus: { nodeId: "vm:k-b", steps: 1 } }).nodes).toEqual(["a", "b", "c"]);
    expect(drawn({ focus: { nodeId: "vm:k-b", steps: 2 } }).nodes).toEqual(["a", "b", "c", "d"]);
  });
});

describe("a layout", () => {
  const input = { nodeCount: 6, links: [0, 1, 4, 1, 2, 4, 2, 0, 4, 3, 4, 9, 4, 5, 9] };

  it("is the same for the same links, and every node has a place of its own", () => {
    const [one, other] = [new GraphLayout(input), new GraphLayout(input)];
    one.settle(20);
    other.settle(20);
    expect(one.positions()).toEqual(other.positions());
    const points = Array.from({ length: 6 }, (_, node) =>
      one
        .positions()
        .slice(node * 2, node * 2 + 2)
        .join(),
    );
    expect(new Set(points).size).toBe(6);
    expect([...one.positions()].every(Number.isFinite)).toBe(true);
  });

  it("stands still without links", () => {
    const alone = new GraphLayout({ nodeCount: 3, links: [] });
    const before = alone.positions();
    alone.settle(10);
    expect(alone.positions()).toEqual(before);
  });
});
