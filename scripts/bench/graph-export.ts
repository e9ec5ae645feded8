import { namedStream, type RandomStream } from "../../lib/engine/random";
import { DEPENDENCY_HEADER } from "../../prisma/seed/dependencies";
import type { Estate } from "../../prisma/seed/estate-types";

/** Applications of this many servers talk among themselves, and to others one time in ten. */
const SERVERS_PER_APPLICATION = 12;
const OWN_APPLICATION_RATIO = 0.9;
/** None of them is switched off as noise when the page opens. */
const PORTS = [443, 1433, 1521, 3306, 5432, 8080, 8443, 9200];
const SLOTS = ["2025-06-15 06:00", "2025-06-15 12:00"];

/** As many VMs of the estate whose names are theirs alone: a dependency export knows servers by name. */
function namedServers(estate: Estate, count: number): string[] {
  const seen = new Map<string, number>();
  for (const { name } of estate.vms) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = estate.vms
    .filter((vm) => seen.get(vm.name) === 1 && !vm.template && !/[",\r\n]/.test(vm.name))
    .map(({ name }) => name);
  if (names.length < count) throw new Error(`the estate has ${names.length} servers by name`);
  return names.slice(0, count);
}

/** The server that another one talks to, never itself. */
function peerOf(source: number, serverCount: number, stream: RandomStream): number {
  const home = source - (source % SERVERS_PER_APPLICATION);
  const last = Math.min(serverCount, home + SERVERS_PER_APPLICATION) - 1;
  for (;;) {
    const peer = stream.chance(OWN_APPLICATION_RATIO)
      ? stream.int(home, last)
      : stream.int(0, serverCount - 1);
    if (peer !== source) return peer;
  }
}

/**
 * A dependency export in which exactly so many of the estate's servers have exactly so many links: pairs of servers,
 * each direction apart. Every server has one.
 */
export function graphExport(estate: Estate, serverCount: number, linkCount: number): Buffer {
  const names = namedServers(estate, serverCount);
  const stream = namedStream(1, "graph bench");
  const pairs = new Set<string>();
  for (let place = 0; place < serverCount; place += 1) {
    pairs.add(`${place} ${peerOf(place, serverCount, stream)}`);
  }
  while (pairs.size < linkCount) {
    const source = stream.int(0, serverCount - 1);
    pairs.add(`${source} ${peerOf(source, serverCount, stream)}`);
  }
  const lines = [...pairs].flatMap((pair) => {
    const [source = 0, target = 0] = pair.split(" ").map(Number);
    const port = PORTS[stream.int(0, PORTS.length - 1)];
    return SLOTS.map((slot) =>
      [slot, names[source], "Application", "app", names[target], "", "Service", "svc", port].join(),
    );
  });
  return Buffer.from(`${[DEPENDENCY_HEADER.join(), ...lines].join("\r\n")}\r\n`);
}
