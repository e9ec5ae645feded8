import { describe, expect, it } from "vitest";
import { boardEventsAt } from "./board-events";
import { simulateWorld } from "./simulate";
import { INVENTORY, logOf, SETTINGS, TWO_GROUPS } from "./testing/two-groups";

describe("the events of a board", () => {
  const timeline = simulateWorld({
    settings: SETTINGS,
    inventory: INVENTORY,
    commands: logOf(TWO_GROUPS),
  });
  const everything = { offset: 0, limit: 100_000, search: "" };
  const happened = (timeline.migrations?.events ?? []).filter(({ kind }) => kind !== "command");

  it("are all that happened up to the moment, each once, newest first", () => {
    for (const atSeconds of [0, 5_000, 9_000, 1e6]) {
      const { events, total } = boardEventsAt(timeline, atSeconds, everything);
      const stages = timeline.resources.flatMap(({ stages: all }) => all);
      expect(total).toBe(
        happened.filter(({ seconds }) => seconds <= atSeconds).length +
          TWO_GROUPS.filter(([seconds]) => seconds <= atSeconds).length +
          stages.filter(({ startSeconds }) => startSeconds <= atSeconds).length,
      );
      expect(new Set(events.map(({ id }) => id)).size).toBe(total);
      const times = events.map((event) => event.atSeconds);
      expect(times).toEqual([...times].sort((a, b) => b - a));
      expect(Math.max(...times)).toBeLessThanOrEqual(atSeconds);
    }
  });

  it("at one moment tell what follows above what it follows from", () => {
    const { events } = boardEventsAt(timeline, 100, everything);
    const codes = events.filter((event) => event.atSeconds === 100).map(({ message }) => message);
    expect(codes.at(-1)?.code).toBe("command.serviceMesh_create");
    expect(codes[0]?.code).toBe("setup");
  });

  it("are the same cut into pages", () => {
    const { events } = boardEventsAt(timeline, 1e6, everything);
    const pages = Array.from({ length: Math.ceil(events.length / 7) }, (_, page) =>
      boardEventsAt(timeline, 1e6, { ...everything, offset: page * 7, limit: 7 }),
    );
    expect(pages.flatMap((page) => page.events)).toEqual(events);
  });

  it("are filtered by group, migration, severity and the names of VMs and groups", () => {
    const ids = (query: object) =>
      boardEventsAt(timeline, 1e6, { ...everything, ...query }).events.map(({ id }) => id);
    const { events } = boardEventsAt(timeline, 1e6, everything);
    const expected = (chooses: (event: (typeof events)[number]) => boolean) =>
      events.filter(chooses).map(({ id }) => id);
    expect(ids({ group: "one" })).toEqual(expected(({ groupId }) => groupId === "one"));
    expect(ids({ group: "one" }).length).toBeGreaterThan(20);
    expect(ids({ migration: "one:vm-3" })).toEqual(
      expected(({ migrationId }) => migrationId === "one:vm-3"),
    );
    expect(ids({ severity: "warning" })).toEqual(
      expected(({ severity }) => severity === "warning"),
    );
    expect(ids({ search: " APP-13 " })).toEqual(expected(({ vmName }) => vmName === "app-13"));
    expect(ids({ search: "app-13" }).length).toBeGreaterThan(0);
    expect(ids({ search: "hcxConnector" })).toHaveLength(1);
    expect(ids({ migration: "one:nobody" })).toEqual([]);
  });
});
