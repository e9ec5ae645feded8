import { namedStream, type RandomStream } from "@/lib/engine/random";
import type { Tier } from "./application-model";
import { APPLICATIONS } from "./applications";
import { DEVELOPMENT } from "./applications-platform";
import { pick } from "./draw";
import type { Estate, EstateVm } from "./estate-types";

/** The columns of Azure Migrate's dependency export, in its order and spelling. */
export const DEPENDENCY_HEADER = [
  "Timeslot",
  "Source server name",
  "Source application",
  "Source process",
  "Destination server name",
  "Destination IP",
  "Destination application",
  "Destination process",
  "Destination port",
] as const;

/** Azure Migrate writes one row per dependency and slot of six hours. */
const SLOT_MS = 6 * 3_600_000;
const SLOTS_PER_DAY = 4;
/** A server keeps connections to this many members of a tier at most. */
const PEERS_MAX = 3;

interface Service {
  application: string;
  process: string;
  port: number;
}

/** One connection that repeats over the slots. */
interface Edge {
  source: EstateVm;
  sourceService: Pick<Service, "application" | "process">;
  /** Empty for a destination that Azure Migrate has not discovered. */
  destinationName: string;
  destinationIp: string;
  service: Service;
  load: Tier["load"];
}

const TIERS = new Map<string, Tier>(
  [...APPLICATIONS, DEVELOPMENT].flatMap((application) =>
    application.tiers.map((tier): [string, Tier] => [`${application.code}.${tier.code}`, tier]),
  ),
);

/** What every server does: sign-in, names, time. These ports tie everything to everything. */
const BACKGROUND: readonly { target: string; service: Service }[] = [
  { target: "ad.dc", service: service("Active Directory", "lsass.exe", 389) },
  { target: "ad.dc", service: service("RPC endpoint mapper", "svchost.exe", 135) },
  { target: "ad.dns", service: service("DNS", "named", 53) },
  { target: "ad.dns", service: service("Time", "chronyd", 123) },
  { target: "mon.log", service: service("Log search", "java", 9200) },
];

/** Destinations outside the inventory: documentation addresses (RFC 5737) and a host nobody virtualised. */
const OUTSIDE: readonly { address: string; service: Service }[] = [
  { address: "203.0.113.25", service: service("", "", 443) },
  { address: "198.51.100.80", service: service("", "", 443) },
  { address: "10.18.4.20", service: service("", "", 1414) },
];

function service(application: string, process: string, port: number): Service {
  return { application, process, port };
}

/** The lines of a dependency export over the days before the estate's own, header first. */
export function* dependencyCsvLines(estate: Estate, days = 7): Iterable<string> {
  yield `${DEPENDENCY_HEADER.join(",")}\r\n`;
  const edges = buildEdges(estate);
  const endMs = Math.floor(estate.exportedAtMs / SLOT_MS) * SLOT_MS;
  const slotCount = days * SLOTS_PER_DAY;
  for (let slot = slotCount; slot >= 1; slot -= 1) {
    const slotMs = endMs - slot * SLOT_MS;
    const stream = namedStream(estate.seed, "dependency slot", String(slotMs));
    const time = new Date(slotMs).toISOString().slice(0, 16).replace("T", " ");
    for (const edge of edges) {
      if (stream.chance(seenRatio(edge.load, slotMs))) yield `${lineOf(edge, time)}\r\n`;
    }
  }
}

/** How likely a connection is seen in a slot: batch runs at night, offices work by day. */
function seenRatio(load: Tier["load"], slotMs: number): number {
  const date = new Date(slotMs);
  const night = date.getUTCHours() < 6 || date.getUTCHours() >= 18;
  const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
  if (load === "flat") return 0.97;
  if (load === "spiky") return 0.6;
  if (load === "batch") return night ? 0.95 : 0.1;
  if (weekend) return 0.15;
  return night ? 0.3 : 0.95;
}

function lineOf(edge: Edge, time: string): string {
  return [
    time,
    edge.source.name,
    edge.sourceService.application,
    edge.sourceService.process,
    edge.destinationName,
    edge.destinationIp,
    edge.service.application,
    edge.service.process,
    edge.service.port,
  ]
    .map((value) => field(String(value)))
    .join(",");
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function buildEdges(estate: Estate): Edge[] {
  const members = new Map<string, EstateVm[]>();
  for (const vm of estate.vms.filter(isObserved)) {
    const key = `${vm.application}.${vm.tier}`;
    const tierMembers = members.get(key);
    if (tierMembers === undefined) members.set(key, [vm]);
    else tierMembers.push(vm);
  }
  return [...members.values()]
    .flat()
    .flatMap((vm) => edgesFrom(vm, members, namedStream(estate.seed, "dependencies", vm.moRef)));
}

/** Dependency analysis sees running servers with an address and working Tools. */
function isObserved(vm: EstateVm): boolean {
  const address = vm.nics[0]?.ipv4[0];
  return vm.powerState === "poweredOn" && vm.tier !== "" && address !== undefined;
}

function edgesFrom(vm: EstateVm, members: Map<string, EstateVm[]>, stream: RandomStream): Edge[] {
  const copy = /\d*$/.exec(vm.application)?.[0] ?? "";
  const code = vm.application.slice(0, vm.application.length - copy.length);
  const application = [...APPLICATIONS, DEVELOPMENT].find((each) => each.code === code);
  const tier = TIERS.get(`${code}.${vm.tier}`);
  if (application === undefined || tier === undefined) return [];
  const own = application.flows
    .filter(([from]) => from === vm.tier)
    .flatMap(([, to]) => {
      const [toCode, toTier] = to.includes(".") ? to.split(".") : [code, to];
      const target = TIERS.get(`${toCode}.${toTier}`);
      const peers = members.get(`${toCode}${copy}.${toTier}`) ?? members.get(`${toCode}.${toTier}`);
      if (target === undefined || peers === undefined) return [];
      return edgesTo(vm, tier, peers, target.service, stream, PEERS_MAX);
    });
  const background = BACKGROUND.flatMap(({ target, service: used }) =>
    edgesTo(vm, tier, members.get(target) ?? [], used, stream, 1),
  );
  return [...own, ...background, ...rareEdges(vm, tier, members, stream)];
}

function edgesTo(
  source: EstateVm,
  tier: Tier,
  peers: readonly EstateVm[],
  used: Service,
  stream: RandomStream,
  most: number,
): Edge[] {
  const others = peers.filter((peer) => peer !== source);
  const first = others.length === 0 ? 0 : stream.int(0, others.length - 1);
  const count = Math.min(most, others.length);
  return Array.from({ length: count }, (_, step) => others[(first + step) % others.length])
    .filter((peer) => peer !== undefined)
    .map((peer) => ({
      source,
      sourceService: tier.service,
      destinationName: peer.name,
      destinationIp: peer.nics[0]?.ipv4[0] ?? "",
      service: used,
      load: tier.load,
    }));
}

/** Administrators' sessions, file shares and the world outside. */
function rareEdges(
  source: EstateVm,
  tier: Tier,
  members: Map<string, EstateVm[]>,
  stream: RandomStream,
): Edge[] {
  const edges: Edge[] = [];
  if (stream.chance(0.25)) {
    const smb = service("File server", "System", 445);
    edges.push(...edgesTo(source, tier, members.get("file.srv") ?? [], smb, stream, 1));
  }
  if (source.tier === "desk" && stream.chance(0.2)) {
    const remote = service("Remote desktop", "svchost.exe", 3389);
    edges.push(...edgesTo(source, tier, members.get("portal.app") ?? [], remote, stream, 1));
    const shell = service("Secure shell", "sshd", 22);
    edges.push(...edgesTo(source, tier, members.get("shop.app") ?? [], shell, stream, 1));
  }
  if (stream.chance(0.15)) {
    const outside = pick(stream, OUTSIDE);
    edges.push({
      source,
      sourceService: tier.service,
      destinationName: "",
      destinationIp: outside.address,
      service: outside.service,
      load: "flat",
    });
  }
  return edges;
}
