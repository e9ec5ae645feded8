import type { ResourceKind, ResourceProperties, SetupResource } from "./resource";
import type { Command, WorldSettings } from "./schema";
import { type StageRequest, stagesOfNew, stagesOfQuota, stagesOfScale } from "./setup-stages";

/** The management cluster that comes with every private cloud. */
export const MANAGEMENT_CLUSTER = "Cluster-1";

type Draft = {
  [K in ResourceKind]: { kind: K; name: string; properties: ResourceProperties[K] };
}[ResourceKind];

/**
 * Every resource that the log made, over all time. Commands were checked when they were appended, so
 * they are taken as they are: a rule that is tightened later does not rewrite history.
 */
export function setupResources(
  settings: WorldSettings,
  commands: readonly Command[],
): SetupResource[] {
  const resources: SetupResource[] = [];
  for (const command of commands) {
    const { sequence, atSeconds } = command;
    const request = { settings, sequence, atSeconds };
    if (command.kind === "cluster.scale") scaleCluster(resources, command, request);
    for (const draft of draftsOf(command)) resources.push(started(draft, request));
    if (command.kind === "hcxConnector.deploy") consumeKey(resources, command.payload.keyName);
  }
  return resources;
}

function started(draft: Draft, request: StageRequest): SetupResource {
  const { sequence, atSeconds: requestedAtSeconds } = request;
  const stages =
    draft.kind === "hostQuota"
      ? stagesOfQuota(draft.properties.alreadyGranted, request)
      : stagesOfNew(
          draft.kind === "cluster" && draft.name === MANAGEMENT_CLUSTER
            ? "privateCloud"
            : draft.kind,
          request,
        );
  const versions = [{ startSeconds: requestedAtSeconds, properties: draft.properties }];
  const { kind, name } = draft;
  // The compiler cannot carry the bond between a kind and its properties into a new object.
  return { kind, name, sequence, requestedAtSeconds, stages, versions } as SetupResource;
}

/** What a command asks to be made; nothing for commands that make no resource. */
function draftsOf(command: Command): Draft[] {
  switch (command.kind) {
    case "resourceProvider.register": {
      const { payload: properties } = command;
      return [{ kind: "resourceProvider", name: properties.namespace, properties }];
    }
    case "hostQuota.request": {
      const { payload: properties } = command;
      const name = `${properties.location} ${properties.sku}`;
      return [{ kind: "hostQuota", name, properties }];
    }
    case "privateCloud.create": {
      const { payload: properties } = command;
      const { name, sku, clusterSize } = properties;
      const cluster = { name: MANAGEMENT_CLUSTER, sku, clusterSize };
      return [
        { kind: "privateCloud", name, properties },
        { kind: "cluster", name: MANAGEMENT_CLUSTER, properties: cluster },
      ];
    }
    case "virtualNetwork.create":
      return [{ kind: "virtualNetwork", name: command.payload.name, properties: command.payload }];
    case "expressRoute.connect": {
      const { payload: properties } = command;
      return [{ kind: "expressRouteConnection", name: properties.connectionName, properties }];
    }
    case "globalReach.connect":
      return [
        { kind: "globalReachConnection", name: command.payload.name, properties: command.payload },
      ];
    case "cluster.add":
      return [{ kind: "cluster", name: command.payload.name, properties: command.payload }];
    case "segment.create":
      return [{ kind: "segment", name: command.payload.name, properties: command.payload }];
    default:
      return hcxDraftsOf(command);
  }
}

function hcxDraftsOf(command: Command): Draft[] {
  switch (command.kind) {
    case "hcxAddon.install":
      return [{ kind: "hcxAddon", name: "hcx", properties: command.payload }];
    case "hcxKey.create":
      return [{ kind: "hcxKey", name: command.payload.name, properties: command.payload }];
    case "hcxConnector.deploy":
      return [{ kind: "hcxConnector", name: command.payload.name, properties: command.payload }];
    case "sitePairing.create": {
      const { payload: properties } = command;
      return [{ kind: "sitePairing", name: properties.connectorName, properties }];
    }
    case "networkProfile.create":
      return [{ kind: "networkProfile", name: command.payload.name, properties: command.payload }];
    case "computeProfile.create":
      return [{ kind: "computeProfile", name: command.payload.name, properties: command.payload }];
    case "serviceMesh.create":
      return [{ kind: "serviceMesh", name: command.payload.name, properties: command.payload }];
    case "networkExtension.create": {
      const { payload: properties } = command;
      return [{ kind: "networkExtension", name: properties.networkName, properties }];
    }
    default:
      return [];
  }
}

function scaleCluster(
  resources: SetupResource[],
  command: Extract<Command, { kind: "cluster.scale" }>,
  request: StageRequest,
): void {
  const cluster = resources.find(
    (resource): resource is SetupResource<"cluster"> =>
      resource.kind === "cluster" && resource.name === command.payload.name,
  );
  const current = cluster?.versions.at(-1)?.properties;
  if (cluster === undefined || current === undefined) return;
  const { clusterSize } = command.payload;
  const stages = stagesOfScale(clusterSize - current.clusterSize, request);
  const done = stages.at(-1);
  cluster.stages = [...cluster.stages, ...stages];
  if (done !== undefined) {
    const properties = { ...current, clusterSize };
    cluster.versions.push({ startSeconds: done.startSeconds, properties });
  }
}

/** The connector consumes its key when its activation is through. */
function consumeKey(resources: SetupResource[], keyName: string): void {
  const key = resources.find(({ kind, name }) => kind === "hcxKey" && name === keyName);
  const connector = resources.at(-1);
  const activated = connector?.stages.find(({ state }) => state === "Restarting");
  if (key === undefined || activated === undefined) return;
  key.stages = [
    ...key.stages,
    { state: "Consumed", startSeconds: activated.startSeconds, settled: true, usable: false },
  ];
}
