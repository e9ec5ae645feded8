import { describe, expect, it } from "vitest";
import { connectionQuerySchema, endpointQuerySchema } from "./api-schema";
import {
  buildModel,
  cutPage,
  endpointDetail,
  endpointRows,
  filterConnections,
  filterEndpoints,
  portUses,
} from "./dependency-model";
import { graphColumns } from "./graph-columns";
import { testDependency, testVm } from "./testing/small-map";

const model = buildModel(
  [
    testDependency("web", "app", 8080, {
      slotCount: 28,
      destinationProcess: "java",
      sourceProcess: "nginx",
    }),
    testDependency("web", "app", 22, { slotCount: 3, destinationProcess: "sshd" }),
    testDependency("app", "db", 1433, { slotCount: 20, destinationProcess: "sqlservr.exe" }),
    testDependency("app", null, 443, { slotCount: 9, destinationIp: "203.0.113.25" }),
    testDependency("old", "db", 1433, { slotCount: 1, destinationProcess: "sqlservr.exe" }),
  ],
  [testVm("web"), testVm("app"), testVm("db")],
);
const ask = (query: object) => filterConnections(model, connectionQuerySchema.parse(query));
const names = (rows: { source: { name: string }; target: { name: string } }[]) =>
  rows.map(({ source, target }) => `${source.name}>${target.name}`);

describe("the list of connections", () => {
  it("leaves noise ports out unless they are asked for", () => {
    expect(ask({})).toHaveLength(4);
    expect(ask({ hidden: "none" })).toHaveLength(5);
    expect(ask({ hidden: "1433" })).toHaveLength(3);
  });

  it("is filtered by port, process, kind, server and words, most seen first", () => {
    expect(names(ask({ port: 1433 }))).toEqual(["app>db", "old>db"]);
    expect(names(ask({ process: "NGINX" }))).toEqual(["web>app"]);
    expect(names(ask({ kind: "publicAddress" }))).toEqual(["app>203.0.113.25"]);
    expect(names(ask({ server: "vm:k-db" }))).toEqual(["app>db", "old>db"]);
    expect(names(ask({ search: "sqlserv" }))).toEqual(["app>db", "old>db"]);
    expect(names(ask({ sort: "source", direction: "desc" }))).toEqual([
      "web>app",
      "old>db",
      "app>db",
      "app>203.0.113.25",
    ]);
  });

  it("is cut into pages that tell the whole", () => {
    expect(cutPage(ask({}), { offset: 1, limit: 2 })).toMatchObject({ total: 4 });
    expect(cutPage(ask({}), { offset: 3, limit: 2 }).rows).toHaveLength(1);
  });
});

describe("the list of endpoints", () => {
  const rows = endpointRows(model, new Map([["k-db", { id: "g", name: "Data" }]]), [22]);
  const list = (query: object) => filterEndpoints(rows, endpointQuerySchema.parse(query));

  it("counts servers in each direction over the ports that count", () => {
    expect(rows.find(({ name }) => name === "db")).toMatchObject({
      inbound: 2,
      outbound: 0,
      slotSum: 21,
      ports: [1433],
      groupName: "Data",
    });
    expect(rows.find(({ name }) => name === "app")).toMatchObject({
      inbound: 1,
      outbound: 2,
      ports: [8080],
    });
  });

  it("tells what is outside the inventory and in no group", () => {
    expect(
      list({ kind: "outside" })
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["203.0.113.25", "old"]);
    expect(
      list({ group: "none" })
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["app", "web"]);
    expect(list({ group: "g" }).map(({ name }) => name)).toEqual(["db"]);
  });

  it("opens one with both directions, hidden ports included", () => {
    const detail = endpointDetail(model, rows, "vm:k-app");
    expect(detail?.inbound.map(({ port }) => port)).toEqual([8080, 22]);
    expect(detail?.outbound.map(({ port }) => port)).toEqual([1433, 443]);
    expect(endpointDetail(model, rows, "vm:nobody")).toBeNull();
  });
});

describe("what goes to the drawing", () => {
  it("carries services and slots by place, and keeps the strongest links when there are too many", () => {
    const graph = graphColumns(model, new Map(), 2);
    expect(graph.leftOutLinks).toBe(2);
    const link = graph.links[0] ?? [];
    expect(link.map((value, index) => (index < 2 ? graph.nodes[value]?.name : value))).toEqual([
      "web",
      "app",
      0,
      28,
      1,
      3,
    ]);
  });

  it("names ports by what listens there", () => {
    expect(portUses(model.map)[0]).toEqual({
      port: 1433,
      links: 2,
      slotSum: 21,
      names: ["sqlservr.exe"],
    });
  });
});
