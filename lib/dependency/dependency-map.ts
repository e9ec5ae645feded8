import { EndpointJoin, type JoinReport, type JoinVm } from "./join-endpoints";
import type { Dependency, Endpoint, Service } from "./schema";

/** One service that a link uses; `service` is a place in the map's list. */
export interface LinkUse {
  service: number;
  sourceProcesses: readonly string[];
  sourceApplications: readonly string[];
  slotCount: number;
  firstSeenAt: string;
  lastSeenAt: string;
}

/** Everything that one endpoint opens towards another. */
export interface Link {
  source: number;
  target: number;
  uses: LinkUse[];
}

/** Who talks to whom, tied to an inventory. Endpoints, services and links refer to each other by place. */
export interface DependencyMap {
  endpoints: readonly Endpoint[];
  services: readonly Service[];
  links: readonly Link[];
  join: JoinReport;
  /** Connections of a machine with itself, which say nothing about others. */
  selfConnections: number;
}

interface GrowingUse extends Omit<LinkUse, "sourceProcesses" | "sourceApplications"> {
  sourceProcesses: string[];
  sourceApplications: string[];
}

/** Ties dependencies to an inventory and folds them into one link for each pair and direction. */
export function buildDependencyMap(
  dependencies: Iterable<Dependency>,
  vms: readonly JoinVm[],
): DependencyMap {
  const join = new EndpointJoin(vms);
  const services: Service[] = [];
  const serviceByText = new Map<string, number>();
  const linkByPair = new Map<string, Link>();
  const useByLink = new Map<string, GrowingUse>();
  let selfConnections = 0;
  for (const dependency of dependencies) {
    const source = join.sourceOf(dependency);
    const target = join.destinationOf(dependency);
    if (target === null || target === source) {
      selfConnections += 1;
      continue;
    }
    const service = serviceOf(dependency, services, serviceByText);
    const pair = `${source} ${target}`;
    let link = linkByPair.get(pair);
    if (link === undefined) {
      link = { source, target, uses: [] };
      linkByPair.set(pair, link);
    }
    const use = useByLink.get(`${pair} ${service}`);
    if (use === undefined) {
      const first = newUse(dependency, service);
      useByLink.set(`${pair} ${service}`, first);
      link.uses.push(first);
    } else addTo(use, dependency);
  }
  return {
    endpoints: join.endpoints,
    services,
    links: [...linkByPair.values()],
    join: join.report,
    selfConnections,
  };
}

function serviceOf(
  dependency: Dependency,
  services: Service[],
  serviceByText: Map<string, number>,
): number {
  const { port, destinationProcess: process, destinationApplication: application } = dependency;
  const text = JSON.stringify([port, process, application]);
  const known = serviceByText.get(text);
  if (known !== undefined) return known;
  services.push({ port, process, application });
  serviceByText.set(text, services.length - 1);
  return services.length - 1;
}

function newUse(dependency: Dependency, service: number): GrowingUse {
  const { sourceProcess, sourceApplication, slotCount, firstSeenAt, lastSeenAt } = dependency;
  return {
    service,
    sourceProcesses: sourceProcess === null ? [] : [sourceProcess],
    sourceApplications: sourceApplication === null ? [] : [sourceApplication],
    slotCount,
    firstSeenAt,
    lastSeenAt,
  };
}

/** Two processes may have talked in the same slot: the larger count is what is certain. */
function addTo(use: GrowingUse, dependency: Dependency): void {
  const { sourceProcess, sourceApplication } = dependency;
  if (sourceProcess !== null && !use.sourceProcesses.includes(sourceProcess)) {
    use.sourceProcesses.push(sourceProcess);
  }
  if (sourceApplication !== null && !use.sourceApplications.includes(sourceApplication)) {
    use.sourceApplications.push(sourceApplication);
  }
  use.slotCount = Math.max(use.slotCount, dependency.slotCount);
  if (dependency.firstSeenAt < use.firstSeenAt) use.firstSeenAt = dependency.firstSeenAt;
  if (dependency.lastSeenAt > use.lastSeenAt) use.lastSeenAt = dependency.lastSeenAt;
}

/** The uses of a link that count when some ports are switched off. */
export function countedUses(
  link: Link,
  map: Pick<DependencyMap, "services">,
  hiddenPorts: ReadonlySet<number>,
): LinkUse[] {
  return link.uses.filter(({ service }) => {
    const port = map.services[service]?.port ?? null;
    return port === null || !hiddenPorts.has(port);
  });
}
