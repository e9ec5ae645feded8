// `npm run bench -- dependencies [--json]`: a dependency export of 2,000,000 rows (5,000 servers, 71,429 connections
// over 28 time slots) read into connections, tied to an inventory, and grouped. Seconds, and memory at its largest.
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { buildModel, type ModelVm } from "@/lib/dependency/dependency-model";
import { DEFAULT_NOISE_PORTS } from "@/lib/dependency/ports";
import { vmLinks } from "@/lib/dependency/server-graph";
import { suggestGroups } from "@/lib/dependency/suggest-groups";
import type { ByteSource } from "@/lib/discovery/byte-source";
import { readExport } from "@/lib/discovery/read-export";
import { namedStream } from "@/lib/engine/random";
import { DEPENDENCY_HEADER } from "@/prisma/seed/dependencies";

const ROWS = 2_000_000;
const SLOTS = 28;
const SERVERS = 5_000;
const CONNECTIONS = Math.ceil(ROWS / SLOTS);
const SERVERS_PER_APPLICATION = 12;
const PORTS = [443, 1433, 1521, 3306, 5432, 8080, 8443, 9200, 389, 445];
const FIRST_SLOT_MS = Date.UTC(2025, 5, 9);

const nameOf = (server: number) =>
  `app${Math.floor(server / SERVERS_PER_APPLICATION)}-srv${String(server).padStart(5, "0")}`;
const addressOf = (server: number) => `10.20.${server >> 8}.${server & 255}`;

/** Nine of ten connections stay within an application. */
function connectionTexts(): string[] {
  const stream = namedStream(1, "dependency bench");
  return Array.from({ length: CONNECTIONS }, () => {
    const source = stream.int(0, SERVERS - 1);
    const home = Math.floor(source / SERVERS_PER_APPLICATION) * SERVERS_PER_APPLICATION;
    const near = Math.min(SERVERS - 1, home + stream.int(0, SERVERS_PER_APPLICATION - 1));
    const target = stream.chance(0.9) ? near : stream.int(0, SERVERS - 1);
    const port = PORTS[stream.int(0, PORTS.length - 1)];
    return `${nameOf(source)},Application,process${source % 7}.exe,${nameOf(target)},${addressOf(target)},Service,service${port}.exe,${port}`;
  });
}

function* lines(): Generator<string> {
  yield `${DEPENDENCY_HEADER.join(",")}\r\n`;
  const connections = connectionTexts();
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const time = new Date(FIRST_SLOT_MS + slot * 6 * 3_600_000).toISOString();
    const start = `${time.slice(0, 10)} ${time.slice(11, 16)},`;
    let part = "";
    for (const connection of connections) {
      part += `${start}${connection}\r\n`;
      if (part.length > 65_536) {
        yield part;
        part = "";
      }
    }
    yield part;
  }
}

async function sourceOf(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat();
  return {
    name: "dependencies.csv",
    sizeBytes: size,
    read: async (offset, length) => {
      const buffer = Buffer.allocUnsafe(Math.min(length, Math.max(0, size - offset)));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}

const seconds = (startMs: number) => Number(((performance.now() - startMs) / 1_000).toFixed(2));

const folder = mkdtempSync(join(tmpdir(), "landfall-dependencies-"));
try {
  const path = join(folder, "dependencies.csv");
  await pipeline(Readable.from(lines()), createWriteStream(path));
  const handle = await open(path, "r");
  const source = await sourceOf(handle);
  const baseMib = Math.round(process.memoryUsage().rss / 2 ** 20);
  let largestMib = baseMib;
  const watch = () => {
    largestMib = Math.max(largestMib, Math.round(process.memoryUsage().rss / 2 ** 20));
  };
  const readStart = performance.now();
  const reading = await readExport([source], {
    nowIso: "2025-06-16T08:00:00Z",
    onProgress: watch,
  });
  watch();
  const readSeconds = seconds(readStart);
  await handle.close();
  const dependencies = reading.dependencies?.dependencies ?? [];
  const vms: ModelVm[] = Array.from({ length: SERVERS }, (_, server) => ({
    key: `vm-${server}`,
    name: nameOf(server),
    dnsName: null,
    ipAddresses: [addressOf(server)],
    inScope: true,
    readiness: null,
    os: null,
    cluster: null,
  }));
  const joinStart = performance.now();
  const model = buildModel(dependencies, vms);
  const joinSeconds = seconds(joinStart);
  const groupStart = performance.now();
  const links = vmLinks(model.map, new Set(DEFAULT_NOISE_PORTS), () => true);
  const groups = suggestGroups(links, {
    method: "communities",
    setSharedServicesApart: true,
    largestGroup: 150,
  });
  const result = {
    rows: ROWS,
    fileMib: Math.round(source.sizeBytes / 2 ** 20),
    connections: dependencies.length,
    links: model.map.links.length,
    readSeconds,
    rowsPerSecond: Math.round(ROWS / readSeconds),
    memoryBeforeMib: baseMib,
    memoryLargestMib: largestMib,
    joinSeconds,
    groupSeconds: seconds(groupStart),
    groups: groups.groups.length,
  };
  if (process.argv.includes("--json")) console.log(JSON.stringify(result));
  else console.table(result);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
