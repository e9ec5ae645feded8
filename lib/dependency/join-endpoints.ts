import { isLoopback, isPrivateAddress } from "./address";
import type { Dependency, Endpoint, JoinMethod } from "./schema";

/** What of a VM an endpoint can be recognised by. */
export interface JoinVm {
  key: string;
  name: string;
  dnsName: string | null;
  ipAddresses: readonly string[];
}

/** How the endpoints of an export met the inventory, in endpoints. */
export interface JoinReport {
  joined: Record<JoinMethod, number>;
  /** A name or an address that several VMs have, and nothing else that tells them apart. */
  ambiguous: number;
  unlistedServers: number;
  privateAddresses: number;
  publicAddresses: number;
}

type Index = ReadonlyMap<string, readonly JoinVm[]>;

function indexBy(vms: readonly JoinVm[], keysOf: (vm: JoinVm) => readonly string[]): Index {
  const index = new Map<string, JoinVm[]>();
  for (const vm of vms) {
    for (const key of new Set(keysOf(vm))) {
      const others = index.get(key);
      if (others === undefined) index.set(key, [vm]);
      else others.push(vm);
    }
  }
  return index;
}

const fold = (name: string) => name.trim().toLowerCase();
const shortName = (name: string) =>
  isPrivateAddress(name) === null ? (name.split(".")[0] ?? "") : "";

/**
 * Ties the names and addresses of a dependency export to VMs: by the VM's name, its DNS name, the first label of
 * either, then by address. Where several VMs have the name, the address decides; where nothing decides, the
 * endpoint stays outside the inventory and is counted as ambiguous rather than guessed.
 */
export class EndpointJoin {
  readonly endpoints: Endpoint[] = [];
  readonly report: JoinReport = {
    joined: { name: 0, dnsName: 0, shortName: 0, address: 0 },
    ambiguous: 0,
    unlistedServers: 0,
    privateAddresses: 0,
    publicAddresses: 0,
  };
  private readonly byName: Index;
  private readonly byDnsName: Index;
  private readonly byShortName: Index;
  private readonly byAddress: Index;
  private readonly numberById = new Map<string, number>();
  private readonly numberByWritten = new Map<string, number>();

  constructor(vms: readonly JoinVm[]) {
    this.byName = indexBy(vms, (vm) => [fold(vm.name)]);
    this.byDnsName = indexBy(vms, (vm) => (vm.dnsName === null ? [] : [fold(vm.dnsName)]));
    this.byShortName = indexBy(vms, (vm) =>
      [vm.name, vm.dnsName ?? ""].map((name) => shortName(fold(name))).filter(Boolean),
    );
    this.byAddress = indexBy(vms, (vm) => vm.ipAddresses.map(fold));
  }

  /** The place of the connection's source in `endpoints`. */
  sourceOf(dependency: Pick<Dependency, "sourceName">): number {
    return this.numberOf(dependency.sourceName, null);
  }

  /** The place of its destination; null when it says neither name nor address, or the machine itself. */
  destinationOf(dependency: Pick<Dependency, "destinationName" | "destinationIp">): number | null {
    const { destinationName, destinationIp } = dependency;
    if (destinationIp !== null && isLoopback(destinationIp)) return null;
    if (destinationName === null && destinationIp === null) return null;
    return this.numberOf(destinationName, destinationIp);
  }

  private numberOf(name: string | null, ipAddress: string | null): number {
    const written = `${name === null ? "" : fold(name)}\n${ipAddress ?? ""}`;
    const known = this.numberByWritten.get(written);
    if (known !== undefined) return known;
    const endpoint = this.recognise(name, ipAddress);
    let number = this.numberById.get(endpoint.id);
    if (number === undefined) {
      number = this.endpoints.length;
      this.endpoints.push(endpoint);
      this.numberById.set(endpoint.id, number);
      this.count(endpoint);
    }
    this.numberByWritten.set(written, number);
    return number;
  }

  private count(endpoint: Endpoint): void {
    if (endpoint.joinedBy !== null) this.report.joined[endpoint.joinedBy] += 1;
    else if (endpoint.kind === "server") this.report.unlistedServers += 1;
    else if (endpoint.kind === "privateAddress") this.report.privateAddresses += 1;
    else this.report.publicAddresses += 1;
  }

  private recognise(name: string | null, ipAddress: string | null): Endpoint {
    // A "name" that is an address: agentless analysis writes one for servers that it has not discovered.
    const nameIsAddress = name !== null && isPrivateAddress(fold(name)) !== null;
    const address = ipAddress ?? (nameIsAddress ? fold(name) : null);
    const atAddress = address === null ? [] : (this.byAddress.get(fold(address)) ?? []);
    let ambiguous = false;
    const settle = (candidates: readonly JoinVm[], joinedBy: JoinMethod): Endpoint | null => {
      if (candidates.length === 0) return null;
      const chosen =
        candidates.length === 1 ? candidates : candidates.filter((vm) => atAddress.includes(vm));
      const vm = chosen.length === 1 ? chosen[0] : undefined;
      if (vm === undefined) {
        ambiguous = true;
        return null;
      }
      const ownAddress = address ?? vm.ipAddresses[0] ?? null;
      return {
        id: `vm:${vm.key}`,
        kind: "vm",
        name: vm.name,
        vmKey: vm.key,
        ipAddress: ownAddress,
        joinedBy,
      };
    };
    const folded = name === null || nameIsAddress ? null : fold(name);
    if (folded !== null) {
      const found =
        settle(this.byName.get(folded) ?? [], "name") ??
        settle(this.byDnsName.get(folded) ?? [], "dnsName") ??
        settle(this.byShortName.get(shortName(folded)) ?? [], "shortName");
      if (found) return found;
    }
    const byAddress = ambiguous ? null : settle(atAddress, "address");
    if (byAddress) return byAddress;
    if (ambiguous) this.report.ambiguous += 1;
    return outside(folded === null ? null : (name ?? null), address);
  }
}

function outside(name: string | null, ipAddress: string | null): Endpoint {
  const common = { vmKey: null, ipAddress, joinedBy: null };
  if (name !== null) {
    return { id: `server:${fold(name)}`, kind: "server", name: name.trim(), ...common };
  }
  const address = ipAddress ?? "";
  const kind = isPrivateAddress(address) === false ? "publicAddress" : "privateAddress";
  return { id: `ip:${address}`, kind, name: address, ...common };
}
