import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { acknowledgeSchema } from "@/lib/assessment/acknowledgement-schema";
import {
  acknowledge,
  acknowledgementHistory,
  dayIn,
  listAcknowledgements,
  withdraw,
} from "./acknowledgements";
import { database } from "./database";
import { emptyProject } from "./testing/empty-project";
import { openFreshDatabase } from "./testing/fresh-database";

vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "landfall-acknowledgements-"));

let closeDatabase = async () => {};

beforeAll(async () => {
  closeDatabase = await openFreshDatabase(folder);
}, 60_000);
afterAll(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts an import with these VMs in use. */
async function putImport(projectId: string, vmKeys: readonly string[]): Promise<void> {
  const { id } = await database().import.create({
    data: {
      id: crypto.randomUUID(),
      projectId,
      status: "succeeded",
      fileName: "export.xlsx",
      sizeBytes: 1n,
      createdByName: "Ann",
    },
  });
  for (const key of vmKeys) {
    await database().inventoryVm.create({
      data: {
        importId: id,
        key,
        name: key,
        powerState: "poweredOn",
        diskCount: 0,
        nicCount: 0,
        searchText: key,
        detailJson: "{}",
      },
    });
  }
  await database().project.update({ where: { id: projectId }, data: { currentImportId: id } });
}

async function projectWith(vmKeys: readonly string[]): Promise<string> {
  const id = await emptyProject();
  await putImport(id, vmKeys);
  return id;
}

const said = (vmKeys: string[] | null, note: string, dueOn: string | null = null) =>
  acknowledgeSchema.parse({ ruleId: "suspended", vmKeys, note, owner: "Kim", dueOn });
const everything = { offset: 0, limit: 100 };

describe("an acknowledgement", () => {
  it("outlives a re-import, and the edit and the withdrawal stay in its history", async () => {
    const projectId = await projectWith(["vm-1", "vm-2"]);
    await acknowledge(projectId, said(["vm-1"], "Resumes on Monday"), "Ann");
    await putImport(projectId, ["vm-1", "vm-3"]);
    await acknowledge(projectId, said(["vm-1"], "Resumed", "2026-12-31"), "Ben");
    const { acknowledgements } = await listAcknowledgements(projectId, everything);
    expect(acknowledgements).toMatchObject([
      {
        vmKey: "vm-1",
        note: "Resumed",
        dueOn: "2026-12-31",
        createdByName: "Ann",
        updatedByName: "Ben",
      },
    ]);
    expect(await withdraw(projectId, { ruleId: "suspended", vmKeys: ["vm-1"] }, "Cho")).toBe(1);
    expect((await listAcknowledgements(projectId, everything)).total).toBe(0);
    const events = await acknowledgementHistory(projectId, { rule: "suspended", vmKey: "vm-1" });
    expect(events.map(({ action, byName, note }) => [action, byName, note])).toEqual([
      ["withdrawn", "Cho", "Resumed"],
      ["edited", "Ben", "Resumed"],
      ["acknowledged", "Ann", "Resumes on Monday"],
    ]);
  });

  it("of a whole check stands beside those of VMs, and concerns every VM", async () => {
    const projectId = await projectWith(["vm-1"]);
    await acknowledge(projectId, said(null, "All of them are test machines"), "Ann");
    await acknowledge(projectId, said(["vm-1"], "This one is not"), "Ann");
    const { acknowledgements } = await listAcknowledgements(projectId, {
      ...everything,
      vmKey: "vm-1",
    });
    expect(acknowledgements.map(({ vmKey }) => vmKey).sort()).toEqual(["vm-1", null].sort());
    expect(
      (await listAcknowledgements(projectId, { ...everything, vmKey: "vm-9" })).acknowledgements,
    ).toMatchObject([{ vmKey: null }]);
  });

  it("is refused for a check or a VM that does not exist", async () => {
    const projectId = await projectWith(["vm-1"]);
    await expect(acknowledge(projectId, said(["vm-9"], "x"), "Ann")).rejects.toThrow(
      "no such virtual machine",
    );
    const unknown = { ...said(null, "x"), ruleId: "no-such-check" };
    await expect(acknowledge(projectId, unknown, "Ann")).rejects.toThrow("no such check");
    // A fact such as "powered on" is nothing that anybody could acknowledge.
    const fact = { ...said(null, "x"), ruleId: "powered-on" };
    await expect(acknowledge(projectId, fact, "Ann")).rejects.toThrow("no such check");
  });
});

describe("the day that decides what is overdue", () => {
  it("is that of the project's time zone", () => {
    const now = new Date("2026-11-26T20:00:00Z");
    expect(dayIn("UTC", now)).toBe("2026-11-26");
    expect(dayIn("Asia/Seoul", now)).toBe("2026-11-27");
  });
});
