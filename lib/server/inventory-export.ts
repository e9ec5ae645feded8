import type { z } from "zod";
import { CSV_BYTE_ORDER_MARK, csvLine } from "@/lib/inventory/csv";
import type { VmRow, vmQuerySchema } from "@/lib/inventory/list-schema";
import { listVms } from "./inventory";

const COLUMNS = [
  "name",
  "powerState",
  "cpus",
  "memoryMib",
  "provisionedMib",
  "inUseMib",
  "diskCount",
  "nicCount",
  "os",
  "datacenter",
  "cluster",
  "host",
  "primaryIp",
  "inScope",
  "setAside",
  "excluded",
] as const satisfies readonly (keyof VmRow)[];

/** Rows a page of the database; the answer is streamed page by page. */
const PAGE_ROWS = 500;

export async function exportVmsCsv(
  projectId: string,
  query: z.output<typeof vmQuerySchema>,
): Promise<Response> {
  // The first page is read before answering, so that a refusal is an error and not a cut file.
  const first = await listVms(projectId, { ...query, offset: 0, limit: PAGE_ROWS });
  const lines = async function* () {
    yield CSV_BYTE_ORDER_MARK + csvLine(COLUMNS);
    yield pageOf(first.rows);
    for (let offset = PAGE_ROWS; offset < first.total; offset += PAGE_ROWS) {
      yield pageOf((await listVms(projectId, { ...query, offset, limit: PAGE_ROWS })).rows);
    }
  };
  return csvResponse("landfall-vms.csv", lines());
}

const pageOf = (rows: readonly VmRow[]) =>
  rows.map((row) => csvLine(COLUMNS.map((column) => row[column]))).join("");

export function csvResponse(fileName: string, parts: AsyncIterable<string>): Response {
  const iterator = parts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
    },
  });
}
