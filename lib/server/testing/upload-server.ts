import { existsSync, readdirSync } from "node:fs";
import { Readable } from "node:stream";
import { database } from "../database";
import { uploadDirectory } from "../environment";
import { getImport, listImports } from "../imports";
import { createProject } from "../projects";
import { createImport, receiveFile, startImport } from "../uploads";
import { openFreshDatabase } from "./fresh-database";

/** How often the page asks the server while it waits. */
const POLL_MILLISECONDS = 20;

/** The server's way of importing, with a database of its own in `folder` and one project. */
export async function openUploadServer(folder: string) {
  const close = await openFreshDatabase(folder);
  const { id: projectId } = await createProject({
    name: "Uploads",
    description: "",
    epochIso: "2025-06-23T00:00:00Z",
    timeZone: "UTC",
    onPremisesNetworks: [],
    seed: 1,
  });
  return {
    /**
     * Uploads one file and waits for its end; tells what it left, how long the import took from its start to its
     * end, and how long the server took to answer meanwhile.
     */
    async upload(file: { name: string; bytes: Buffer }) {
      const { id } = await createImport(
        projectId,
        { files: [{ name: file.name, sizeBytes: file.bytes.length }], anonymise: false },
        "Test",
      );
      await receiveFile(projectId, id, 0, Readable.from([file.bytes]));
      const started = performance.now();
      await startImport(projectId, id, { again: true });
      let slowestMilliseconds = 0;
      for (;;) {
        const start = performance.now();
        await listImports(projectId);
        const { import: record } = await getImport(projectId, id);
        slowestMilliseconds = Math.max(slowestMilliseconds, performance.now() - start);
        if (record.status !== "reading") {
          const seconds = (performance.now() - started) / 1000;
          const rows = await database().inventoryVm.count({ where: { importId: id } });
          return { status: record.status, rows, seconds, slowestMilliseconds };
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
      }
    },
    /** Files of uploads that are still there once the server has tidied up. */
    async filesLeft(): Promise<number> {
      let left = 0;
      for (let attempt = 0; attempt < 250; attempt += 1) {
        left = existsSync(uploadDirectory()) ? readdirSync(uploadDirectory()).length : 0;
        if (left === 0) return 0;
        await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
      }
      return left;
    },
    close,
  };
}
