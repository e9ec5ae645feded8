import type { ResourceKind, ResourceProperties, SetupResource, Stage } from "./resource";
import type { Command, WorldSettings } from "./schema";
import { stagesOfNew, stagesOfQuota, stagesOfScale } from "./setup-stages";

/** The management cluster that comes with every private cloud. */
export const MANAGEMENT_CLUSTER = "Cluster-1";

type Draft<K extends ResourceKind> = { kind: K; name: string; properties: ResourceProperties[K] };

/**
 * Every resource that the log made, over all time. Commands were checked when they were appended, so
 * they are taken as they are: a rule that is tightened later does not rewrite history.
 */
export function setupResources(
  settings: WorldSettings,
  commands: readonly Command[],
): SetupResource[] {
  const resources: SetupResource[] = [];
  for (const command of commands) applySetup(resources, settings, command);
  return resources;
}

function applySetup(resources: SetupResource[], settings: WorldSettings, command: Command): void {
  const request = { settings, sequence: command.sequence, atSeconds: command.atSeconds };
  const add = <K extends ResourceKind>(draft: Draft<K>, stages: Stage[]) => {
    const { kind, name, properties } = draft;
    const versions = [{ startSeconds: command.atSeconds, properties }];
    const { sequence, atSeconds: requestedAtSeconds } = command;
    // The compiler cannot follow a kind and its properties through one object; Draft<K> did.
    resources.push({ kind, name, sequence, requestedAtSeconds, stages, versions } as SetupResource);
  };
  const make = <K extends Exclude<ResourceKind, "hostQuota">>(
    kind: K,
    name: string,
    properties: ResourceProperties[K],
  ) => add({ kind, name, properties }, stagesOfNew(kind, request));

  switch (command.kind) {
    case "resourceProvider.register":
      return make("resourceProvider", command.payload.namespace, command.payload);
    case "hostQuota.request": {
      const { payload } = command;
      const name = `${payload.location} ${payload.sku}`;
      const stages = stagesOfQuota(payload.alreadyGranted, request);
      return add({ kind: "hostQuota", name, properties: payload }, stages);
    }
    case "privateCloud.create": {
      const { payload } = command;
      const stages = stagesOfNew("privateCloud", request);
      add({ kind: "privateCloud", name: payload.name, properties: payload }, stages);
      const { sku, clusterSize } = payload;
      const properties = { name: MANAGEMENT_CLUSTER, sku, clusterSize };
      return add({ kind: "cluster", name: MANAGEMENT_CLUSTER, properties }, stages);
    }
    case "virtualNetwork.create":
      return make("virtualNetwork", command.payload.name, command.payload);
    case "expressRoute.connect":
      return make("expressRouteConnection", command.payload.connectionName, command.payload);
    case "globalReach.connect":
      return make("globalReachConnection", command.payload.name, command.payload);
    case "cluster.add":
      return make("cluster", command.payload.name, command.payload);
    case "cluster.scale":
      return scaleCluster(resources, command, stagesOfScale, request);
    case "segment.create":
      return make("segment", command.payload.name, command.payload);
    case "hcxAddon.install":
      return make("hcxAddon", "hcx", command.payload);
    case "hcxKey.create":
      return make("hcxKey", command.payload.name, command.payload);
    case "hcxConnector.deploy":
      make("hcxConnector", command.payload.name, command.payload);
      return consumeKey(resources, command.payload.keyName);
    case "sitePairing.create":
      return make("sitePairing", command.payload.connectorName, command.payload);
    case "networkProfile.create":
      return make("networkProfile", command.payload.name, command.payload);
    case "computeProfile.create":
      return make("computeProfile", command.payload.name, command.payload);
    case "serviceMesh.create":
      return make("serviceMesh", command.payload.name, command.payload);
    case "networkExtension.create":
      return make("networkExtension", command.payload.networkName, command.payload);
    case "mobilityGroup.create":
    case "mobilityGroup.edit":
    case "mobilityGroup.delete":
    case "mobilityGroup.start":
    case "mobilityGroup.reschedule":
    case "migration.cancel":
    case "migration.retry":
    case "migration.forcePowerOff":
    case "migration.forceCleanup":
    case "limits.edit":
    case "fault.inject":
      return;
  }
}

function scaleCluster(
  resources: SetupResource[],
  command: Extract<Command, { kind: "cluster.scale" }>,
  stagesOf: typeof stagesOfScale,
  request: Parameters<typeof stagesOfScale>[1],
): void {
  const cluster = resources.find(
    (resource): resource is SetupResource<"cluster"> =>
      resource.kind === "cluster" && resource.name === command.payload.name,
  );
  const current = cluster?.versions.at(-1)?.properties;
  if (cluster === undefined || current === undefined) return;
  const { clusterSize } = command.payload;
  const stages = stagesOf(clusterSize - current.clusterSize, request);
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
