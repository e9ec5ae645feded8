import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEPENDENCY_HEADER } from "@/prisma/seed/dependencies";
import { sourceOfBytes } from "../byte-source";
import { openDelimited } from "../delimited/delimited-table";
import { DEFAULT_IMPORT_LIMITS } from "../limits";
import { ReadingSession } from "../part-reading";
import { readDependencies } from "./read-dependencies";

async function read(lines: readonly string[], header = DEPENDENCY_HEADER.join(",")) {
  const bytes = Buffer.from([header, ...lines].join("\r\n"));
  const session = new ReadingSession(DEFAULT_IMPORT_LIMITS, undefined, undefined);
  return readDependencies(await openDelimited(sourceOfBytes("d.csv", bytes), session), session);
}

/** The rows of a public sample of the format, in another order than time. */
const SAMPLE = [
  "2025-06-14 06:00,app1-server,App1,svchost.exe,db1-server,10.0.0.5,SQL,sqlservr.exe,1433",
  "2025-06-14 00:00,app1-server,App1,svchost.exe,db1-server,10.0.0.5,SQL,sqlservr.exe,1433",
  "2025-06-14 00:00,app1-server,App1,svchost.exe,db1-server,10.0.0.5,SQL,sqlservr.exe,1433",
  "2025-06-14 18:00,app1-server,App1,w3wp.exe,db1-server,10.0.0.5,SQL,sqlservr.exe,1433",
  "2025-06-14 00:00,admin-server,Admin,rdp.exe,,203.0.113.25,,,443",
];

describe("an Azure Migrate dependency export", () => {
  it("becomes one connection for each source, destination, port and process, with the slots it was seen in", async () => {
    const { dependencies, period } = await read(SAMPLE);
    expect(dependencies).toMatchObject([
      // Rows of two slots, one of them twice.
      {
        sourceProcess: "svchost.exe",
        port: 1433,
        slotCount: 2,
        firstSeenAt: "2025-06-14T00:00:00",
        lastSeenAt: "2025-06-14T06:00:00",
      },
      { sourceProcess: "w3wp.exe", slotCount: 1, firstSeenAt: "2025-06-14T18:00:00" },
      { destinationName: null, destinationIp: "203.0.113.25", destinationProcess: null },
    ]);
    expect(period).toEqual({
      slotCount: 3,
      slotHours: 6,
      startAt: "2025-06-14T00:00:00",
      endAt: "2025-06-14T18:00:00",
    });
  });

  it("says which rows it did not use, and why", async () => {
    const { sheets } = await read([
      ...SAMPLE,
      "2025-06-14 00:00,,App1,a,db1-server,10.0.0.5,SQL,s,1433",
      "2025-06-14 00:00,app1-server,App1,a,,,,,1433",
      "soon,app1-server,App1,a,db1-server,10.0.0.5,SQL,s,1433",
      DEPENDENCY_HEADER.join(","),
    ]);
    expect(sheets[0]).toMatchObject({
      rowsRead: 9,
      rowsKept: 5,
      dropped: { noVmName: 1, noDestination: 1, noTime: 1, repeatedHeader: 1 },
    });
  });

  it("takes headers in any case and order, dates in any locale, and words for nothing as nothing", async () => {
    const header = "destination PORT;Destination IP;source server name;TIMESLOT;Note";
    const { dependencies, sheets } = await read(
      ["443;203.0.113.25;web1;25/06/2025 06:00;x", "99999;-;web1;25/06/2025 12:00;y"],
      header,
    );
    expect(dependencies).toMatchObject([
      { sourceName: "web1", port: 443, firstSeenAt: "2025-06-25T06:00:00", sourceProcess: null },
    ]);
    expect(sheets[0]).toMatchObject({ unknownColumns: ["Note"], dropped: { noDestination: 1 } });
  });

  it("ends as having no rows when nothing in it is a connection", async () => {
    await expect(read(["2025-06-14 00:00,,,,,,,,"])).rejects.toMatchObject({ code: "noRows" });
  });

  it("counts slots as a set of times does, whatever the order of rows", async () => {
    const rows = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 90 }),
        fc.constantFrom("a", "b"),
        fc.constantFrom(443, 80),
      ),
      { minLength: 1, maxLength: 150 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (raw) => {
        const timeOf = (slot: number) =>
          new Date(Date.UTC(2025, 0, 1) + slot * 6 * 3_600_000)
            .toISOString()
            .slice(0, 16)
            .replace("T", " ");
        const { dependencies } = await read(
          raw.map(([slot, name, port]) => `${timeOf(slot)},${name},,p,db,10.0.0.5,,s,${port}`),
        );
        const expected = new Map<string, Set<number>>();
        for (const [slot, name, port] of raw) {
          const key = `${name}:${port}`;
          expected.set(key, (expected.get(key) ?? new Set()).add(slot));
        }
        const counts = dependencies.map(({ sourceName, port, slotCount }) => [
          `${sourceName}:${port}`,
          slotCount,
        ]);
        expect(Object.fromEntries(counts)).toEqual(
          Object.fromEntries([...expected].map(([key, slots]) => [key, slots.size])),
        );
      }),
      { numRuns: 40 },
    );
  });
});
