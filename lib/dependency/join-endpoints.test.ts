import { describe, expect, it } from "vitest";
import { buildDependencyMap } from "./dependency-map";
import { testDependency, testVm } from "./testing/small-map";

const vms = [
  testVm("APP1", { dnsName: "app1.corp.example", ipAddresses: ["10.0.0.1"] }),
  testVm("db1.corp.example", { ipAddresses: ["10.0.0.5", "fd00::5"] }),
  testVm("twin", { key: "k-twin-a", ipAddresses: ["10.0.0.8"] }),
  testVm("twin", { key: "k-twin-b", ipAddresses: ["10.0.0.9"] }),
];

function targetOf(name: string | null, destinationIp: string | null) {
  const map = buildDependencyMap([testDependency("app1", name, 443, { destinationIp })], vms);
  return { target: map.endpoints[1], join: map.join };
}

describe("an endpoint of a dependency export", () => {
  it("is the VM of its name in any case, of its DNS name, or of the first label of either", () => {
    expect(targetOf("DB1.corp.example", null).target).toMatchObject({
      vmKey: "k-db1.corp.example",
      joinedBy: "name",
    });
    expect(targetOf("db1", null).target).toMatchObject({
      vmKey: "k-db1.corp.example",
      joinedBy: "shortName",
    });
    const map = buildDependencyMap([testDependency("app1.corp.example", "db1", 1433)], vms);
    expect(map.endpoints[0]).toMatchObject({ vmKey: "k-APP1", joinedBy: "dnsName" });
  });

  it("is found by its address when it has no name, IPv6 as well", () => {
    expect(targetOf(null, "10.0.0.5").target).toMatchObject({ joinedBy: "address" });
    expect(targetOf(null, "FD00::5").target).toMatchObject({ vmKey: "k-db1.corp.example" });
  });

  it("is told from its namesake by address, and never guessed", () => {
    expect(targetOf("twin", "10.0.0.9").target).toMatchObject({ vmKey: "k-twin-b" });
    const unknown = targetOf("twin", null);
    expect(unknown.target).toMatchObject({ kind: "server", vmKey: null });
    expect(unknown.join.ambiguous).toBe(1);
  });

  it("outside the inventory is a server, a private address or a public one", () => {
    expect(targetOf("mainframe", "10.18.4.20").target).toMatchObject({ kind: "server" });
    expect(targetOf(null, "10.18.4.20").target).toMatchObject({ kind: "privateAddress" });
    // RFC 1918 ends at 172.31: 172.32.0.1 is public.
    expect(targetOf(null, "172.31.255.1").target).toMatchObject({ kind: "privateAddress" });
    expect(targetOf(null, "172.32.0.1").target).toMatchObject({ kind: "publicAddress" });
    expect(targetOf(null, "2404:f801::10").target).toMatchObject({ kind: "publicAddress" });
  });

  it("counts once, however often and however it is written", () => {
    const map = buildDependencyMap(
      [
        testDependency("app1", "db1", 1433),
        testDependency("APP1.corp.example", null, 1433, { destinationIp: "10.0.0.5" }),
      ],
      vms,
    );
    expect(map.endpoints).toHaveLength(2);
    expect(map.links).toHaveLength(1);
    expect(map.join.joined).toEqual({ name: 1, dnsName: 0, shortName: 1, address: 0 });
  });

  it("that is the machine itself makes no link", () => {
    const map = buildDependencyMap(
      [
        testDependency("app1", "app1", 8080),
        testDependency("app1", null, 8080, { destinationIp: "127.0.0.1" }),
      ],
      vms,
    );
    expect(map.links).toEqual([]);
    expect(map.selfConnections).toBe(2);
  });
});
