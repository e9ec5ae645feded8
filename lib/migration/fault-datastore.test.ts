import { describe, expect, it } from "vitest";
import type { MigrationType } from "@/lib/hcx/migration-types";
import type { Fault } from "./fault-schema";
import type { ScenarioInput } from "./schema";
import { bare, codesOf, GB, outcomeOf, run, scenarioOf, vmOf } from "./testing/small-scenario";

describe("a full datastore", () => {
  const onStore = [vmOf("a"), vmOf("b"), vmOf("c")].map((vm) => ({
    ...vm,
    targetDatastoreId: "store",
  }));

  it("fails what no longer fits when its placeholder is made (F10)", () => {
    // 10 GB and a tenth for the replica instance each: 22 GB hold two.
    const timeline = run(
      scenarioOf(
        onStore,
        {},
        {
          ...bare,
          targetDatastores: [{ id: "store", freeBytes: 22 * GB, writeBytesPerSecond: 1e12 }],
        },
      ),
    );
    expect(["a", "b", "c"].map((vm) => outcomeOf(timeline, vm).phase)).toEqual([
      "completed",
      "completed",
      "failed",
    ]);
    expect(codesOf(timeline, "c")).toEqual(["targetDatastoreFull"]);
  });

  it("fails migrations that write when others take the space, until the rest fits", () => {
    const fault: Fault = { fault: "targetDatastoreFilled", datastoreId: "store", bytes: 8 * GB };
    const timeline = run(
      scenarioOf(
        onStore,
        {},
        {
          ...bare,
          targetDatastores: [{ id: "store", freeBytes: 40 * GB, writeBytesPerSecond: 1e12 }],
          commands: [{ kind: "injectFault", atSeconds: 50, fault }],
        },
      ),
    );
    // 7 GB were left; one migration gives 11 GB back.
    const failed = ["a", "b", "c"].filter((vm) => outcomeOf(timeline, vm).phase === "failed");
    expect(failed).toEqual(["c"]);
  });

  describe("to the last byte, for a time", () => {
    const targetDatastores = [{ id: "store", writeBytesPerSecond: 1e12 }];
    const full: Fault = {
      fault: "targetDatastoreFull",
      datastoreId: "store",
      durationSeconds: 600,
    };
    const oneOnStore = { ...vmOf("vm"), targetDatastoreId: "store" };
    const fillAt = (
      atSeconds: number,
      type: MigrationType,
      more: Parameters<typeof scenarioOf>[2] = {},
      vm = oneOnStore,
    ) => {
      const commands: ScenarioInput["commands"] = [{ kind: "injectFault", atSeconds, fault: full }];
      return run(scenarioOf([vm], { type }, { ...bare, targetDatastores, commands, ...more }));
    };

    it("fails what writes there, whatever is known of its free space", () => {
      // 10 GB at 100 MB/s take 100 s.
      for (const type of ["Bulk", "RAV", "vMotion", "Cold"] as const) {
        const timeline = fillAt(50, type);
        expect(outcomeOf(timeline, "vm")).toEqual({ phase: "failed", seconds: 50 });
        expect(codesOf(timeline, "vm")).toEqual(["targetDatastoreFull"]);
      }
    });

    it("fails what would begin to write meanwhile, and nothing after it is over", () => {
      expect(outcomeOf(fillAt(50, "Bulk", { group: { goAt: 200 } }), "vm")).toEqual({
        phase: "failed",
        seconds: 200,
      });
      const later = fillAt(50, "Bulk", { group: { goAt: 650 } });
      expect(outcomeOf(later, "vm")).toEqual({ phase: "completed", seconds: 750 });
    });

    it("leaves a replica alone that waits, until its next delta is due within it", () => {
      // The base sync ends at 100 s; the next cycle is 2 h after it began, the window opens after a day.
      const group = { switchoverWindow: { start: 86_400 } };
      const busy = { ...oneOnStore, changeRateBytesPerSecond: 1e5 };
      expect(outcomeOf(fillAt(1_000, "Bulk", { group }, busy), "vm").phase).toBe("completed");
      expect(outcomeOf(fillAt(7_000, "Bulk", { group }, busy), "vm")).toEqual({
        phase: "failed",
        seconds: 7_200,
      });
    });

    it("leaves another datastore's migrations alone", () => {
      const stores = [...targetDatastores, { id: "other" }];
      const other = { ...vmOf("vm"), targetDatastoreId: "other" };
      const timeline = fillAt(50, "Bulk", { targetDatastores: stores }, other);
      expect(outcomeOf(timeline, "vm").phase).toBe("completed");
    });

    it("is over once, when the last of several ends", () => {
      const commands: ScenarioInput["commands"] = [50, 100].map((atSeconds) => ({
        kind: "injectFault",
        atSeconds,
        fault: full,
      }));
      const { events } = fillAt(50, "Bulk", { commands, group: { goAt: 5_000 } });
      expect(events.filter(({ kind }) => kind === "faultEnded")).toMatchObject([
        { seconds: 700, subject: "targetDatastoreFull" },
      ]);
    });
  });
});
