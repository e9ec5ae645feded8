import type { z } from "zod";
import type {
  ConnectionRow,
  connectionQuerySchema,
  EndpointDetail,
  EndpointRow,
  endpointQuerySchema,
  PortUse,
} from "./api-schema";
import {
  buildDependencyMap,
  countedUses,
  type DependencyMap,
  type LinkUse,
} from "./dependency-map";
import type { GroupVm } from "./group-facts";
import type { JoinVm } from "./join-endpoints";
import type { Dependency, Endpoint } from "./schema";
import { compareText } from "./server-graph";

export interface ModelVm extends JoinVm, GroupVm {
  os: string | null;
  cluster: string | null;
}

/** A dependency export tied to an inventory, ready to be asked. */
export interface DependencyModel {
  map: DependencyMap;
  vmByKey: ReadonlyMap<string, ModelVm>;
  placeById: ReadonlyMap<string, number>;
  /** Every connection, in the map's order; lists filter and sort copies of it. */
  connections: readonly ConnectionRow[];
}

export function buildModel(
  dependencies: Iterable<Dependency>,
  vms: readonly ModelVm[],
): DependencyModel {
  const map = buildDependencyMap(dependencies, vms);
  return {
    map,
    vmByKey: new Map(vms.map((vm) => [vm.key, vm])),
    placeById: new Map(map.endpoints.map(({ id }, place) => [id, place])),
    connections: map.links.flatMap(({ source, target, uses }) =>
      uses.map((use) => connectionRow(map, source, target, use)),
    ),
  };
}

function connectionRow(
  map: DependencyMap,
  sourcePlace: number,
  targetPlace: number,
  use: LinkUse,
): ConnectionRow {
  const source = endpointAt(map, sourcePlace);
  const target = endpointAt(map, targetPlace);
  const service = map.services[use.service];
  return {
    id: `${sourcePlace}-${targetPlace}-${use.service}`,
    source: { id: source.id, name: source.name, kind: source.kind },
    target: { id: target.id, name: target.name, kind: target.kind, ipAddress: target.ipAddress },
    port: service?.port ?? null,
    process: service?.process ?? null,
    application: service?.application ?? null,
    sourceProcesses: [...use.sourceProcesses],
    slotCount: use.slotCount,
    firstSeenAt: use.firstSeenAt,
    lastSeenAt: use.lastSeenAt,
  };
}

function endpointAt(map: DependencyMap, place: number): Endpoint {
  const endpoint = map.endpoints[place];
  if (endpoint === undefined) throw new Error(`no endpoint at ${place}`);
  return endpoint;
}

type Paging = { offset: number; limit: number };

const isShown = (port: number | null, hidden: ReadonlySet<number>) =>
  port === null || !hidden.has(port);

const SORT_VALUES = {
  source: (row: ConnectionRow) => row.source.name.toLowerCase(),
  target: (row: ConnectionRow) => row.target.name.toLowerCase(),
  port: (row: ConnectionRow) => row.port,
  process: (row: ConnectionRow) => row.process?.toLowerCase() ?? null,
  slotCount: (row: ConnectionRow) => row.slotCount,
  lastSeenAt: (row: ConnectionRow) => row.lastSeenAt,
};

/** The connections that a query asks for, sorted, not cut. */
export function filterConnections(
  model: DependencyModel,
  query: Omit<z.output<typeof connectionQuerySchema>, keyof Paging>,
): ConnectionRow[] {
  const hidden = new Set(query.hidden);
  const wanted = query.search?.toLowerCase() ?? "";
  const process = query.process?.toLowerCase() ?? "";
  const rows = model.connections.filter(
    (row) =>
      isShown(row.port, hidden) &&
      (query.port === undefined || row.port === query.port) &&
      (query.kind === undefined || row.target.kind === query.kind) &&
      (query.server === undefined ||
        row.source.id === query.server ||
        row.target.id === query.server) &&
      (process === "" || processesOf(row).some((name) => name.toLowerCase().includes(process))) &&
      (wanted === "" || matches(row, wanted)),
  );
  return sortRows(rows, SORT_VALUES[query.sort], query.direction, (row) => row.id);
}

const processesOf = (row: ConnectionRow) => [row.process ?? "", ...row.sourceProcesses];

function matches(row: ConnectionRow, wanted: string): boolean {
  const texts = [
    row.source.name,
    row.target.name,
    row.target.ipAddress ?? "",
    row.application ?? "",
    ...processesOf(row),
  ];
  return String(row.port) === wanted || texts.some((text) => text.toLowerCase().includes(wanted));
}

/** Unknown values come last whichever way the list is sorted; ties are broken by id. */
function sortRows<TRow>(
  rows: TRow[],
  value: (row: TRow) => string | number | null,
  direction: "asc" | "desc",
  id: (row: TRow) => string,
): TRow[] {
  const sign = direction === "desc" ? -1 : 1;
  return rows.sort((leftRow, rightRow) => {
    const left = value(leftRow);
    const right = value(rightRow);
    if (left === null || right === null) {
      return (
        Number(left === null) - Number(right === null) || compareText(id(leftRow), id(rightRow))
      );
    }
    const order =
      typeof left === "number" && typeof right === "number"
        ? left - right
        : compareText(String(left), String(right));
    return sign * order || compareText(id(leftRow), id(rightRow));
  });
}

export function cutPage<TRow>(rows: readonly TRow[], { offset, limit }: Paging) {
  return { rows: rows.slice(offset, offset + limit), total: rows.length };
}

/** Which move group each VM is in. */
export type GroupOfVm = ReadonlyMap<string, { id: string; name: string }>;

/** Every endpoint with what it opens and accepts over the ports that are not hidden. */
export function endpointRows(
  model: DependencyModel,
  groupOfVm: GroupOfVm,
  hiddenPorts: readonly number[],
): EndpointRow[] {
  const hidden = new Set(hiddenPorts);
  const rows = model.map.endpoints.map((endpoint) => emptyRow(model, endpoint, groupOfVm));
  const portsByPlace = rows.map(() => new Set<number>());
  for (const link of model.map.links) {
    const uses = countedUses(link, model.map, hidden);
    const source = rows[link.source];
    const target = rows[link.target];
    if (uses.length === 0 || source === undefined || target === undefined) continue;
    source.outbound += 1;
    target.inbound += 1;
    for (const use of uses) {
      source.slotSum += use.slotCount;
      target.slotSum += use.slotCount;
      const port = model.map.services[use.service]?.port ?? null;
      if (port !== null) portsByPlace[link.target]?.add(port);
    }
  }
  for (const [place, row] of rows.entries()) {
    row.ports = [...(portsByPlace[place] ?? [])].sort((a, b) => a - b);
  }
  return rows;
}

function emptyRow(model: DependencyModel, endpoint: Endpoint, groupOfVm: GroupOfVm): EndpointRow {
  const vm = endpoint.vmKey === null ? undefined : model.vmByKey.get(endpoint.vmKey);
  const group = endpoint.vmKey === null ? undefined : groupOfVm.get(endpoint.vmKey);
  return {
    id: endpoint.id,
    name: endpoint.name,
    kind: endpoint.kind,
    vmKey: endpoint.vmKey,
    ipAddress: endpoint.ipAddress,
    inScope: vm?.inScope ?? false,
    suitability: vm?.readiness?.suitability ?? null,
    groupId: group?.id ?? null,
    groupName: group?.name ?? null,
    inbound: 0,
    outbound: 0,
    slotSum: 0,
    ports: [],
  };
}

const ENDPOINT_VALUES = {
  name: (row: EndpointRow) => row.name.toLowerCase(),
  kind: (row: EndpointRow) => row.kind,
  group: (row: EndpointRow) => row.groupName?.toLowerCase() ?? null,
  inbound: (row: EndpointRow) => row.inbound,
  outbound: (row: EndpointRow) => row.outbound,
  slotSum: (row: EndpointRow) => row.slotSum,
};

/** The endpoints that a query asks for, sorted, not cut. Those that only hidden ports reach are left out. */
export function filterEndpoints(
  rows: readonly EndpointRow[],
  query: Omit<z.output<typeof endpointQuerySchema>, keyof Paging | "hidden">,
): EndpointRow[] {
  const wanted = query.search?.toLowerCase() ?? "";
  const kept = rows.filter(
    (row) =>
      row.inbound + row.outbound > 0 &&
      (query.kind === undefined ||
        (query.kind === "outside" ? row.kind !== "vm" : row.kind === query.kind)) &&
      (query.group === undefined ||
        (query.group === "none"
          ? row.groupId === null && row.kind === "vm"
          : row.groupId === query.group)) &&
      (wanted === "" ||
        row.name.toLowerCase().includes(wanted) ||
        (row.ipAddress ?? "").includes(wanted)),
  );
  return sortRows(kept, ENDPOINT_VALUES[query.sort], query.direction, (row) => row.id);
}

/** One endpoint with its connections, most seen first; null when the export has none of that id. */
export function endpointDetail(
  model: DependencyModel,
  rows: readonly EndpointRow[],
  id: string,
): EndpointDetail | null {
  const place = model.placeById.get(id);
  const endpoint = place === undefined ? undefined : rows[place];
  if (endpoint === undefined) return null;
  const vm = endpoint.vmKey === null ? undefined : model.vmByKey.get(endpoint.vmKey);
  const sorted = (side: "source" | "target") =>
    sortRows(
      model.connections.filter((row) => row[side].id === id),
      SORT_VALUES.slotCount,
      "desc",
      (row) => row.id,
    );
  return {
    endpoint,
    os: vm?.os ?? null,
    cluster: vm?.cluster ?? null,
    bestType: vm?.readiness?.bestType ?? null,
    inbound: sorted("target"),
    outbound: sorted("source"),
  };
}

const SHOWN_NAMES = 4;

/** What listens on each port over the whole export, most used first. */
export function portUses(map: DependencyMap): PortUse[] {
  const uses = new Map<
    number | null,
    { links: number; slotSum: number; names: Map<string, number> }
  >();
  for (const link of map.links) {
    for (const { service: place, slotCount } of link.uses) {
      const service = map.services[place];
      const port = service?.port ?? null;
      const use = uses.get(port) ?? { links: 0, slotSum: 0, names: new Map<string, number>() };
      uses.set(port, use);
      use.links += 1;
      use.slotSum += slotCount;
      const name = service?.application ?? service?.process;
      if (name) use.names.set(name, (use.names.get(name) ?? 0) + 1);
    }
  }
  return [...uses]
    .map(([port, { links, slotSum, names }]) => ({
      port,
      links,
      slotSum,
      names: [...names]
        .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
        .slice(0, SHOWN_NAMES)
        .map(([name]) => name),
    }))
    .sort((a, b) => b.links - a.links || (a.port ?? 0) - (b.port ?? 0));
}
