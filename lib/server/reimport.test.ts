import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { rowsOf, workbookOf } from "@/lib/discovery/testing/workbook-of";
import { changeQuerySchema } from "@/lib/inventory/change-schema";
import { exclusionRequestSchema, vmQuerySchema } from "@/lib/inventory/list-schema";
import { database } from "./database";
import { exportChanges } from "./exports/change-list";
import { deleteImport, getImport } from "./imports";
import { getVm, listVms } from "./inventory";
import { changeSummary, listChanges } from "./inventory-changes";
import { inventorySummary } from "./inventory-summary";
import { putInUse } from "./put-in-use";
import { decideScope } from "./scope-decisions";
import { emptyProject } from "./testing/empty-project";
import { openFreshDatabase } from "./testing/fresh-database";
import { bundleWorker } from "./testing/worker-bundle";
import { createImport, receiveFile, startImport } from "./uploads";

// Each import starts a worker, which loads the database client.
vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), "landfall-reimport-"));

let closeDatabase = async () => {};
let removeWorker = () => {};

beforeAll(async () => {
  closeDatabase = await openFreshDatabase(folder);
  removeWorker = await bundleWorker();
}, 60_000);
afterAll(async () => {
  await closeDatabase();
  removeWorker();
  rmSync(folder, { recursive: true, force: true });
});

async function upload(projectId: string, files: Record<string, Buffer>, anonymise = false) {
  const entries = Object.entries(files);
  const record = await createImport(
    projectId,
    { files: entries.map(([name, { length }]) => ({ name, sizeBytes: length })), anonymise },
    "Ann",
  );
  for (const [index, [, bytes]] of entries.entries()) {
    await receiveFile(projectId, record.id, index, Readable.from([bytes]));
  }
  return record.id;
}

async function finished(projectId: string, importId: string) {
  for (;;) {
    const detail = await getImport(projectId, importId);
    if (!["receiving", "reading"].includes(detail.import.status)) return detail;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function importOf(projectId: string, bytes: Buffer, anonymise = false): Promise<string> {
  const id = await upload(projectId, { "export.xlsx": bytes }, anonymise);
  await startImport(projectId, id);
  const { import: record } = await finished(projectId, id);
  expect(record.status).toBe("succeeded");
  return id;
}

const VCENTER = "b2c0ff6e-0000-4000-8000-000000000001";
const HEADER = ["VM", "Powerstate", "Template", "CPUs", "Memory", "Datacenter", "Cluster", "Host"];
const IDENTIFIED = [...HEADER, "VM ID", "VI SDK UUID", "Annotation"];

/** Only names: as exports are that somebody trimmed. */
const NAMES_ONLY = workbookOf({
  sheets: {
    vInfo: rowsOf([
      HEADER,
      ["web-01", "poweredOn", false, 2, 4096, "DC1", "C1", "esx1"],
      ["db-01", "poweredOn", false, 4, 8192, "DC1", "C1", "esx1"],
      ["old-01", "poweredOff", false, 1, 1024, "DC1", "C1", "esx2"],
      ["gold", "poweredOff", true, 1, 1024, "DC1", "C1", "esx2"],
    ]),
  },
});
const id = (number: number) => [`vm-${number}`, VCENTER];
/** A month later: db-01 has grown, web-01 has moved, old-01 is gone, app-01 is new. */
const LATER = workbookOf({
  sheets: {
    vInfo: rowsOf([
      IDENTIFIED,
      [
        "web-01",
        "poweredOn",
        false,
        2,
        4096,
        "DC1",
        "C2",
        "esx9",
        ...id(1),
        "root password: s3cret!",
      ],
      ["db-01", "poweredOn", false, 8, 8192, "DC1", "C1", "esx1", ...id(2), null],
      ["app-01", "poweredOn", false, 2, 2048, "DC1", "C1", "esx1", ...id(3), "=1+1"],
      ["gold", "poweredOff", true, 1, 1024, "DC1", "C1", "esx2", ...id(4), null],
    ]),
  },
});
/** And then web-01 is renamed. */
const LATEST = workbookOf({
  sheets: {
    vInfo: rowsOf([
      IDENTIFIED,
      ["www-01", "poweredOn", false, 2, 4096, "DC1", "C2", "esx9", ...id(1), null],
      ["db-01", "poweredOn", false, 8, 8192, "DC1", "C1", "esx1", ...id(2), null],
    ]),
  },
});
const changesOf = changeQuerySchema.parse;
const namesOf = async (projectId: string, query: object) =>
  (await listVms(projectId, vmQuerySchema.parse(query))).rows.map(({ name }) => name);

describe("a newer export", () => {
  it("keeps decisions though it says more of who is who, and shows what changed", async () => {
    const projectId = await emptyProject();
    const first = await importOf(projectId, NAMES_ONLY);
    const request = exclusionRequestSchema.parse({
      filter: { search: "web" },
      excluded: true,
      note: "stays",
    });
    expect(await decideScope(projectId, request, "Ann")).toMatchObject({ changed: 1 });
    const second = await importOf(projectId, LATER);
    expect(await namesOf(projectId, { scope: "excluded" })).toEqual(["web-01"]);
    const [row] = (await listVms(projectId, vmQuerySchema.parse({ search: "web" }))).rows;
    expect((await getVm(projectId, row?.key ?? "")).decision).toMatchObject({
      excluded: true,
      note: "stays",
      byName: "Ann",
    });

    const summary = await changeSummary(projectId, second);
    expect(summary).toMatchObject({
      against: { id: first },
      counts: { new: 1, gone: 1, renamed: 0, resized: 1, moved: 1 },
      // The template.
      unchanged: 1,
      goneInGroups: 0,
    });
    const { rows, total } = await listChanges(projectId, second, changesOf({}));
    expect(total).toBe(4);
    expect(rows.map(({ kinds, before, after }) => [kinds, before?.name, after?.name])).toEqual([
      [["new"], undefined, "app-01"],
      [["resized"], "db-01", "db-01"],
      [["gone"], "old-01", undefined],
      [["moved"], "web-01", "web-01"],
    ]);
    const resized = await listChanges(projectId, second, changesOf({ kind: "resized" }));
    expect(resized.rows[0]).toMatchObject({ before: { cpus: 4 }, after: { cpus: 8 } });
    expect((await listChanges(projectId, second, changesOf({ search: "OLD" }))).total).toBe(1);

    const third = await importOf(projectId, LATEST);
    expect(await namesOf(projectId, { scope: "excluded" })).toEqual(["www-01"]);
    const renamed = await listChanges(projectId, third, changesOf({ kind: "renamed" }));
    expect(renamed.rows.map(({ before, after }) => [before?.name, after?.name])).toEqual([
      ["web-01", "www-01"],
    ]);
    // Against the first import, db-01 has grown as well.
    const wider = await changeSummary(projectId, third, first);
    expect(wider.counts).toMatchObject({ renamed: 1, resized: 1, moved: 1, gone: 2, new: 0 });
    const { columns, rows: exported } = await exportChanges({
      projectId,
      query: { import: second, kind: "resized" },
      texts: Object.assign(
        (key: string, values?: object) => [key, ...Object.values(values ?? {})].join(" "),
        { has: () => true },
      ),
    });
    const lines: (readonly unknown[])[] = [];
    for await (const line of exported) lines.push(line);
    expect(lines).toHaveLength(1);
    const cellOf = (label: string) =>
      lines[0]?.[columns.findIndex((column) => column.label === label)];
    expect(cellOf("export.changes.before inventory.columns.cpus")).toBe(4);
    expect(cellOf("export.changes.after inventory.columns.cpus")).toBe(8);

    // The first can be used again, and then another one deleted.
    await expect(deleteImport(projectId, third)).rejects.toMatchObject({ code: "conflict" });
    await putInUse(projectId, first);
    expect((await inventorySummary(projectId)).importId).toBe(first);
    expect(await namesOf(projectId, { scope: "excluded" })).toEqual(["web-01"]);
    await deleteImport(projectId, third);
    expect(await database().inventoryVm.count({ where: { importId: third } })).toBe(0);
  });

  it("is recognised when it is the same, and read again when that is wanted", async () => {
    const projectId = await emptyProject();
    const first = await importOf(projectId, LATER);
    const again = await upload(projectId, { "renamed.xlsx": LATER });
    await expect(startImport(projectId, again)).rejects.toMatchObject({
      code: "conflict",
      problems: [{ path: first, code: "sameFiles" }],
    });
    await startImport(projectId, again, { again: true });
    expect((await finished(projectId, again)).import.status).toBe("succeeded");
    // Another project, or the same file with made-up names, is another import.
    await importOf(await emptyProject(), LATER);
    const hidden = await importOf(projectId, LATER, true);
    expect((await getImport(projectId, hidden)).import.anonymised).toBe(true);
    expect(await namesOf(projectId, {})).not.toContain("web-01");
    // Identifiers stay, so the VMs are the same ones under other names.
    expect((await changeSummary(projectId, hidden)).counts).toMatchObject({ new: 0, gone: 0 });
  });
});

describe("scope", () => {
  it("is decided for all VMs of a filter at once, and taken back", async () => {
    const projectId = await emptyProject();
    await importOf(projectId, NAMES_ONLY);
    expect(await namesOf(projectId, { scope: "inScope" })).toEqual(["db-01", "old-01", "web-01"]);
    expect(await namesOf(projectId, { setAside: "template" })).toEqual(["gold"]);
    const all = exclusionRequestSchema.parse({
      filter: { powerState: "poweredOff" },
      excluded: true,
    });
    const { changed, before } = await decideScope(projectId, all, "Ann");
    expect(changed).toBe(2);
    expect(await namesOf(projectId, { scope: "excluded" })).toEqual(["gold", "old-01"]);
    const take = exclusionRequestSchema.parse({ filter: { search: "gold" }, excluded: false });
    await decideScope(projectId, take, "Ann");
    expect(await namesOf(projectId, { scope: "inScope" })).toEqual(["db-01", "gold", "web-01"]);
    expect(await inventorySummary(projectId)).toMatchObject({ inScope: 3, excluded: 1 });
    await decideScope(projectId, exclusionRequestSchema.parse({ decisions: before }), "Ann");
    expect(await namesOf(projectId, { scope: "inScope" })).toEqual(["db-01", "old-01", "web-01"]);
    expect(await inventorySummary(projectId)).toMatchObject({ inScope: 3, excluded: 0 });
  });
});

describe("an import that ends early leaves nothing", () => {
  it("when its file cannot be used, is cancelled, or is deleted before it starts", async () => {
    const projectId = await emptyProject();
    const broken = await upload(projectId, { "a.xlsx": NAMES_ONLY.subarray(0, 600) });
    await startImport(projectId, broken);
    const detail = await finished(projectId, broken);
    expect(detail.import).toMatchObject({ status: "failed", error: { code: "truncated" } });
    const cancelled = await upload(projectId, { "a.xlsx": LATER });
    await startImport(projectId, cancelled);
    await deleteImport(projectId, cancelled);
    expect(["cancelled", "succeeded"]).toContain(
      (await finished(projectId, cancelled)).import.status,
    );
    const waiting = await upload(projectId, { "a.xlsx": NAMES_ONLY });
    await deleteImport(projectId, waiting);
    await expect(getImport(projectId, waiting)).rejects.toThrow("no such import");
    const left = async () =>
      existsSync(join(folder, "uploads")) ? readdirSync(join(folder, "uploads")) : [];
    await expect.poll(left, { timeout: 30_000 }).toEqual([]);
    const kept = await database().inventoryVm.count({
      where: { importId: { in: [broken, waiting] } },
    });
    expect(kept).toBe(0);
  });

  it("and two at once do not mix", async () => {
    const projectId = await emptyProject();
    const ids = [
      await upload(projectId, { "a.xlsx": NAMES_ONLY }),
      await upload(projectId, { "b.xlsx": LATEST }),
    ];
    await Promise.all(ids.map((importId) => startImport(projectId, importId)));
    for (const importId of ids) await finished(projectId, importId);
    const count = (importId = "") => database().inventoryVm.count({ where: { importId } });
    expect(await Promise.all(ids.map(count))).toEqual([4, 2]);
  });

  it("masks secrets before anything is stored", async () => {
    const projectId = await emptyProject();
    const importId = await importOf(projectId, LATER);
    const rows = await database().inventoryVm.findMany({ where: { importId } });
    const { import: _, ...rest } = await getImport(projectId, importId);
    expect(JSON.stringify([rows, rest])).not.toContain("s3cret");
    expect(rest.confidence?.notes).toContainEqual(
      expect.objectContaining({ code: "secretsMasked", count: 1 }),
    );
  });
});
