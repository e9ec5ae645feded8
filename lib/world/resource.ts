import type {
  ComputeProfileCreate,
  HcxAddonInstall,
  HcxConnectorDeploy,
  HcxKeyCreate,
  NetworkExtensionCreate,
  NetworkProfileCreate,
  ServiceMeshCreate,
  SitePairingCreate,
} from "@/lib/hcx/setup-schema";
import type {
  ClusterAdd,
  ExpressRouteConnect,
  GlobalReachConnect,
  HostQuotaRequest,
  PrivateCloudCreate,
  ResourceProviderRegister,
  SegmentCreate,
  VirtualNetworkCreate,
} from "@/lib/private-cloud/schema";

/** What the set-up commands make, each with the payload that describes it. */
export type ResourceProperties = {
  resourceProvider: ResourceProviderRegister;
  hostQuota: HostQuotaRequest;
  privateCloud: PrivateCloudCreate;
  virtualNetwork: VirtualNetworkCreate;
  expressRouteConnection: ExpressRouteConnect;
  globalReachConnection: GlobalReachConnect;
  cluster: ClusterAdd;
  segment: SegmentCreate;
  hcxAddon: HcxAddonInstall;
  hcxKey: HcxKeyCreate;
  hcxConnector: HcxConnectorDeploy;
  sitePairing: SitePairingCreate;
  networkProfile: NetworkProfileCreate;
  computeProfile: ComputeProfileCreate;
  serviceMesh: ServiceMeshCreate;
  networkExtension: NetworkExtensionCreate;
};
export type ResourceKind = keyof ResourceProperties;

/** A provisioning state by the product's own name, from an instant on until the next stage. */
export type Stage = {
  state: string;
  startSeconds: number;
  /** Nothing more happens by itself. */
  settled: boolean;
  /** Others can build on it: a cluster stays usable while it is being scaled. */
  usable: boolean;
};

/** A resource over all time. Stages and versions are in order of time, and only ever appended. */
export type SetupResource<K extends ResourceKind = ResourceKind> = {
  [P in K]: {
    kind: P;
    name: string;
    sequence: number;
    requestedAtSeconds: number;
    stages: Stage[];
    versions: { startSeconds: number; properties: ResourceProperties[P] }[];
  };
}[K];

/** A resource at one instant. */
export type ResourceView<K extends ResourceKind = ResourceKind> = {
  [P in K]: {
    kind: P;
    name: string;
    state: string;
    settled: boolean;
    usable: boolean;
    requestedAtSeconds: number;
    /** When the operation that runs, or the last one, is done. */
    readyAtSeconds: number;
    progressRatio: number;
    properties: ResourceProperties[P];
  };
}[K];

export type SetupState = { atSeconds: number; resources: readonly ResourceView[] };

function lastStartedBy<T extends { startSeconds: number }>(items: T[], seconds: number): number {
  return items.findLastIndex((item) => item.startSeconds <= seconds);
}

/** The resource as it stands at an instant, or null before it was asked for. */
export function resourceViewAt<K extends ResourceKind>(
  resource: SetupResource<K>,
  seconds: number,
): ResourceView<K> | null {
  if (seconds < resource.requestedAtSeconds) return null;
  const index = lastStartedBy(resource.stages, seconds);
  const stage = resource.stages[index];
  const version = resource.versions[Math.max(0, lastStartedBy(resource.versions, seconds))];
  if (stage === undefined || version === undefined) return null;
  const { startSeconds, endSeconds } = operationAround(resource.stages, index);
  const view = {
    kind: resource.kind,
    name: resource.name,
    state: stage.state,
    settled: stage.settled,
    usable: stage.usable,
    requestedAtSeconds: resource.requestedAtSeconds,
    readyAtSeconds: endSeconds,
    progressRatio: stage.settled ? 1 : (seconds - startSeconds) / (endSeconds - startSeconds),
    properties: version.properties,
  };
  return view as ResourceView<K>;
}

/** From the first unsettled stage of a run of them to the settled stage that ends it. */
function operationAround(
  stages: Stage[],
  index: number,
): { startSeconds: number; endSeconds: number } {
  let first = index;
  if (stages[first]?.settled && first > 0) first -= 1;
  while (first > 0 && stages[first - 1]?.settled === false) first -= 1;
  const last = stages.findIndex((stage, position) => position >= index && stage.settled);
  const startSeconds = stages[first]?.startSeconds ?? 0;
  return { startSeconds, endSeconds: stages[last]?.startSeconds ?? startSeconds };
}

export function viewsOf<K extends ResourceKind>(state: SetupState, kind: K): ResourceView<K>[] {
  // A view's kind decides the type of its properties, which a filter cannot tell the compiler.
  return state.resources.filter((view) => view.kind === kind) as ResourceView<K>[];
}

export function viewNamed<K extends ResourceKind>(
  state: SetupState,
  kind: K,
  name: string,
): ResourceView<K> | null {
  return viewsOf(state, kind).find((view) => view.name === name) ?? null;
}

/** The first usable resource of a kind, for those of which there is one. */
export function usableView<K extends ResourceKind>(
  state: SetupState,
  kind: K,
): ResourceView<K> | null {
  return viewsOf(state, kind).find((view) => view.usable) ?? null;
}
