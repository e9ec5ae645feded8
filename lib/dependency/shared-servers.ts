import { connectedComponents } from "graphology-components";
import { DATABASE_PORTS } from "./ports";
import { compareText, serverGraph, type VmLink } from "./server-graph";

/** Servers whose clients are this share of all servers, and at least so many, serve the whole estate. */
export const SHARED_SERVICE_SHARE = 0.1;
export const SHARED_SERVICE_CLIENTS = 10;

/**
 * Servers that serve so many others that grouping by them would put everything into one group: sign-in, log
 * search, deployment. They move by a plan of their own, usually first.
 */
export function sharedServices(
  links: readonly VmLink[],
  share = SHARED_SERVICE_SHARE,
): Set<string> {
  const clients = clientsByServer(links);
  const servers = new Set(links.flatMap(({ sourceKey, targetKey }) => [sourceKey, targetKey]));
  const least = Math.max(SHARED_SERVICE_CLIENTS, Math.ceil(servers.size * share));
  return new Set([...clients].filter(([, from]) => from.size >= least).map(([key]) => key));
}

function clientsByServer(links: readonly VmLink[]): Map<string, Set<string>> {
  const clients = new Map<string, Set<string>>();
  for (const { sourceKey, targetKey } of links) {
    const from = clients.get(targetKey);
    if (from === undefined) clients.set(targetKey, new Set([sourceKey]));
    else from.add(sourceKey);
  }
  return clients;
}

/** VMs that listen on a database engine's port and have a client. */
export function databaseServers(links: readonly VmLink[]): Set<string> {
  return new Set(
    links
      .filter(({ ports }) => ports.some((port) => DATABASE_PORTS.has(port)))
      .map(({ targetKey }) => targetKey),
  );
}

/** Clients in common over clients of either (Jaccard) above which two databases belong together. */
const SAME_CLIENTS_RATIO = 0.5;
/** A client of more databases than this is a tool, and says nothing about which belong together. */
const DATABASES_OF_A_CLIENT = 50;

/**
 * Databases that belong together: they talk to each other, or the same servers use them. Each cluster is sorted,
 * clusters by their first key.
 */
export function databaseClusters(links: readonly VmLink[]): string[][] {
  const databases = databaseServers(links);
  const parent = new Map([...databases].map((key) => [key, key]));
  const rootOf = (key: string): string => {
    let root = key;
    while (parent.get(root) !== root) root = parent.get(root) ?? root;
    return root;
  };
  const unite = (left: string, right: string) => parent.set(rootOf(left), rootOf(right));
  for (const { sourceKey, targetKey } of links) {
    if (databases.has(sourceKey) && databases.has(targetKey)) unite(sourceKey, targetKey);
  }
  const clients = databaseClients(links, databases);
  const databasesByClient = new Map<string, string[]>();
  for (const [database, from] of clients) {
    for (const client of from) {
      const used = databasesByClient.get(client);
      if (used === undefined) databasesByClient.set(client, [database]);
      else used.push(database);
    }
  }
  for (const used of databasesByClient.values()) {
    if (used.length > DATABASES_OF_A_CLIENT) continue;
    for (const [index, left] of used.entries()) {
      for (const right of used.slice(index + 1)) {
        if (rootOf(left) === rootOf(right)) continue;
        if (jaccard(clients.get(left), clients.get(right)) > SAME_CLIENTS_RATIO) unite(left, right);
      }
    }
  }
  const clusters = new Map<string, string[]>();
  for (const key of [...databases].sort(compareText)) {
    const root = rootOf(key);
    const cluster = clusters.get(root);
    if (cluster === undefined) clusters.set(root, [key]);
    else cluster.push(key);
  }
  return [...clusters.values()];
}

/** Clients on database ports only, other databases left out. */
function databaseClients(
  links: readonly VmLink[],
  databases: ReadonlySet<string>,
): Map<string, Set<string>> {
  return clientsByServer(
    links.filter(
      ({ sourceKey, targetKey, ports }) =>
        databases.has(targetKey) &&
        !databases.has(sourceKey) &&
        ports.some((port) => DATABASE_PORTS.has(port)),
    ),
  );
}

function jaccard(
  left: ReadonlySet<string> = new Set(),
  right: ReadonlySet<string> = new Set(),
): number {
  const shared = [...left].filter((key) => right.has(key)).length;
  const either = left.size + right.size - shared;
  return either === 0 ? 0 : shared / either;
}

/**
 * Clusters of databases that several applications use: without any database, their clients fall into two or more
 * parts that do not talk to each other.
 */
export function sharedDatabaseClusters(links: readonly VmLink[]): string[][] {
  const clusters = databaseClusters(links);
  const databases = new Set(clusters.flat());
  const parts = connectedComponents(serverGraph(links, (key) => !databases.has(key)));
  const partOf = new Map(
    parts.flatMap((part, number) => part.map((key) => [key, number] as const)),
  );
  const clusterOf = new Map(
    clusters.flatMap((cluster, number) => cluster.map((key) => [key, number] as const)),
  );
  const touched = clusters.map(() => new Set<string>());
  for (const { sourceKey, targetKey } of links) {
    for (const [near, far] of [
      [sourceKey, targetKey],
      [targetKey, sourceKey],
    ] as const) {
      const cluster = clusterOf.get(near);
      if (cluster === undefined || databases.has(far)) continue;
      // A client that talks to databases only is a part of its own.
      touched[cluster]?.add(String(partOf.get(far) ?? `alone ${far}`));
    }
  }
  return clusters.filter((_, number) => (touched[number]?.size ?? 0) > 1);
}
