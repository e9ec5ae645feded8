import { describe, expect, it } from "vitest";
import { parseScenario } from "@/lib/migration/check-scenario";
import type { ScenarioInput } from "@/lib/migration/schema";
import { forecastOf } from "./forecast";

const WINDOW = { start: 0, end: 86_400 };

/** Two VMs of 10 GB over 125 MB/s, which is minutes; `more` is what the second one is like. */
function forecast(
  more: Partial<ScenarioInput["vms"][number]>,
  rest: Partial<ScenarioInput> = {},
  fromSeconds = 0,
) {
  const disks = [{ sizeBytes: 1e10 }];
  const parsed = parseScenario({
    vms: [
      { id: "plain", disks },
      { id: "odd", name: "odd one", disks, ...more },
    ],
    groups: [
      {
        id: "group",
        switchoverWindow: WINDOW,
        migrations: [{ vmId: "plain" }, { vmId: "odd" }],
      },
    ],
    ...rest,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return forecastOf({ scenario: parsed.scenario, history: [], fromSeconds, replications: 40 });
}

describe("a VM that completes in no replication", () => {
  it("is named with its reason, and leaves the others their chance", () => {
    const result = forecast({ rdm: "physical" });
    expect(result.blocked).toEqual([
      { groupId: "group", outcome: "failed", code: "rdmUnsupported", count: 1, names: ["odd one"] },
    ]);
    expect(result.completedRatio).toBe(1);
    expect(result.groups[0]?.completedRatio).toBe(1);
    expect(result.windows[0]).toMatchObject({ migrations: 1, keptRatio: 1, finishedRatio: 1 });
    expect(result.migrations.map(({ blocked }) => blocked)).toEqual([
      null,
      { outcome: "failed", code: "rdmUnsupported" },
    ]);
    // It comes to an end all the same.
    expect(result.endedRatio).toBe(1);
  });

  it("was taken out when people cancelled it", () => {
    const result = forecast(
      {},
      { commands: [{ kind: "cancel", atSeconds: 30, groupId: "group", vmIds: ["odd"] }] },
      60,
    );
    expect(result.blocked).toMatchObject([{ outcome: "cancelled", names: ["odd one"] }]);
    expect(result).toMatchObject({ completedRatio: 1, windows: [{ migrations: 1, keptRatio: 1 }] });
  });

  it("leaves no chance to speak of where it is the only one", () => {
    const result = forecast(
      { rdm: "physical" },
      { groups: [{ id: "group", switchoverWindow: WINDOW, migrations: [{ vmId: "odd" }] }] },
    );
    expect(result).toMatchObject({ completedRatio: null, windows: [], blocked: [{ count: 1 }] });
  });
});

describe("a VM that chance or time can let through", () => {
  it("counts, however seldom it completes", () => {
    // Half of all guests refuse, each replication anew: both of two go down in a quarter of them.
    const { blocked, completedRatio } = forecast(
      {},
      { faultRates: { guestRefusesShutdownRatio: 0.5 } },
    );
    expect(blocked).toEqual([]);
    // 0.25, and five standard errors of 40 draws to both sides would be 0.34.
    expect(completedRatio).toBeLessThan(0.6);
  });

  it("counts when it always misses its window", () => {
    // 10 GB at 125 MB/s take more than a minute.
    const group = { id: "group", migrations: [{ vmId: "plain" }, { vmId: "odd" }] };
    const result = forecast(
      {},
      { groups: [{ ...group, switchoverWindow: { start: 0, end: 60 } }] },
    );
    expect(result).toMatchObject({ blocked: [], completedRatio: 0, windows: [{ keptRatio: 0 }] });
  });
});

describe("random faults whose rates are all 0", () => {
  it("are no assumption and no influence", () => {
    const { laws, influences } = forecast({});
    expect(laws.filter(({ applies }) => !applies).map(({ input }) => input)).toEqual(["faultRate"]);
    expect(influences.map(({ input }) => input)).not.toContain("faultRate");
  });

  it("are one as soon as there is a rate", () => {
    const { laws } = forecast({}, { faultRates: { tunnelDownPerHour: 0.1 } });
    expect(laws.every(({ applies }) => applies)).toBe(true);
  });
});
