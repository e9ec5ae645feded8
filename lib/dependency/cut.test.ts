import { describe, expect, it } from "vitest";
import { groupCuts } from "./cut";
import { groupBlockers, linksByVm } from "./group-facts";
import { testLinks, testVm } from "./testing/small-map";

const links = testLinks(
  "a1>a2:8080*20",
  "a2>b1:1433*6",
  "a2>b1:8443*2",
  "b1>a1:8080*4",
  "b1>c1:443*10",
  "a1>z:443*8",
);
const groupOf = (key: string) => (key === "z" ? null : key.charAt(0));

describe("cuts between groups", () => {
  it("sum links, connections, slots and ports of both directions, strongest first", () => {
    const { cuts } = groupCuts(links, groupOf);
    expect(cuts).toEqual([
      // a2>b1 twice and b1>a1: 6 + 2 + 4 = 12 slots; 1433 has 6, 8080 has 4, 8443 has 2.
      {
        leftId: "a",
        rightId: "b",
        links: 3,
        connections: 3,
        slotSum: 12,
        ports: [1433, 8080, 8443],
        portCount: 3,
      },
      {
        leftId: "b",
        rightId: "c",
        links: 1,
        connections: 1,
        slotSum: 10,
        ports: [443],
        portCount: 1,
      },
    ]);
  });

  it("say how a group hangs together, links to VMs of no group included", () => {
    const { bonds } = groupCuts(links, groupOf);
    // a: inside 20; outside 6 + 2 + 4 + 8 = 20; 20 / 40.
    expect(bonds.get("a")).toMatchObject({ insideLinks: 1, outsideLinks: 4, cohesionRatio: 0.5 });
    // c: nothing inside.
    expect(bonds.get("c")).toMatchObject({ insideLinks: 0, cohesionRatio: 0 });
  });
});

describe("members that cannot move", () => {
  it("are shown with the members that would have to reach across", () => {
    const notSuitable = { suitability: "NotSuitable", bestType: null } as const;
    const suitable = { suitability: "Suitable", bestType: "Bulk" } as const;
    const members = [
      testVm("a1", { key: "a1", readiness: suitable }),
      testVm("a2", { key: "a2", readiness: notSuitable }),
      testVm("b1", { key: "b1", inScope: false }),
    ];
    expect(groupBlockers(members, linksByVm(links))).toMatchObject([
      // a2 talks to a1 and b1; b1 to a2 and a1, and to c1 outside.
      {
        vmKey: "a2",
        reason: "notSuitable",
        insidePeers: 2,
        outsidePeers: 0,
        ports: [1433, 8080, 8443],
      },
      { vmKey: "b1", reason: "outOfScope", insidePeers: 2, outsidePeers: 1 },
    ]);
  });

  it("are none where no assessment was made", () => {
    expect(groupBlockers([testVm("a1", { key: "a1" })], linksByVm(links))).toEqual([]);
  });
});
