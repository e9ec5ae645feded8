import type { CheckContext } from "@/lib/world/inventory";
import { type Problem, problem } from "@/lib/world/problem";
import { type SetupState, usableView, viewNamed, viewsOf } from "@/lib/world/resource";
import {
  addressSpaceProblems,
  inventoryAddressProblems,
  overlapProblems,
  type UsedBlock,
  usedBlocks,
} from "./check-addresses";
import { parseBlock } from "./cidr";
import { PRIVATE_CLOUD_LIMITS } from "./limits";
import { findRegion, type HostSku, skusOfRegion } from "./regions";
import type {
  ClusterAdd,
  ClusterScale,
  HostQuotaRequest,
  PrivateCloudCreate,
  ResourceProviderRegister,
} from "./schema";

/** Azure sells host quota to EA, CSP Azure plan and MCA subscriptions only (host quota page). */
export function checkResourceProviderRegister(
  state: SetupState,
  payload: ResourceProviderRegister,
): Problem[] {
  const problems: Problem[] = [];
  if (payload.subscriptionKind === "payAsYouGo") {
    problems.push(problem("subscriptionNotEligible", "subscriptionKind"));
  }
  if (viewsOf(state, "resourceProvider").length > 0) {
    problems.push(problem("resourceProviderAlreadyRegistered"));
  }
  return problems;
}

function regionProblems(location: string, sku: HostSku): Problem[] {
  const region = findRegion(location);
  if (region === null || skusOfRegion(region).includes(sku)) return [];
  const offered = skusOfRegion(region).join(", ");
  return [problem("skuNotInRegion", "sku", { sku, region: region.displayName, offered })];
}

function providerProblems(state: SetupState): Problem[] {
  return usableView(state, "resourceProvider") === null
    ? [problem("resourceProviderNotRegistered")]
    : [];
}

export function checkHostQuotaRequest(state: SetupState, payload: HostQuotaRequest): Problem[] {
  const problems = [...providerProblems(state), ...regionProblems(payload.location, payload.sku)];
  const pending = viewsOf(state, "hostQuota").some(
    ({ settled, properties }) =>
      !settled && properties.location === payload.location && properties.sku === payload.sku,
  );
  if (pending) problems.push(problem("hostQuotaPending", "sku", { sku: payload.sku }));
  return problems;
}

/** The largest total that was granted for a host type in a region. */
export function grantedHosts(state: SetupState, location: string, sku: HostSku): number {
  const totals = viewsOf(state, "hostQuota")
    .filter(({ usable }) => usable)
    .filter(({ properties }) => properties.location === location && properties.sku === sku)
    .map(({ properties }) => properties.totalHosts);
  return Math.max(0, ...totals);
}

/** Hosts of one type in use or being built, the management cluster included. */
export function hostsInUse(state: SetupState, sku: HostSku): number {
  return viewsOf(state, "cluster")
    .filter(({ properties }) => properties.sku === sku)
    .reduce((sum, { properties }) => sum + properties.clusterSize, 0);
}

function quotaProblems(
  state: SetupState,
  location: string,
  sku: HostSku,
  wantedHosts: number,
): Problem[] {
  const granted = grantedHosts(state, location, sku);
  if (wantedHosts <= granted) return [];
  return [problem("hostQuotaExceeded", "clusterSize", { sku, wanted: wantedHosts, granted })];
}

function generationProblems(state: SetupState, payload: PrivateCloudCreate): Problem[] {
  const region = findRegion(payload.location);
  if (region === null) return [];
  if (payload.generation === "gen1") {
    // Generation 1 takes AV64 only as an extra cluster after a base cluster.
    return payload.sku === "AV64" ? [problem("av64NeedsBaseCluster", "sku")] : [];
  }
  const problems: Problem[] = [];
  if (!region.generation2) {
    problems.push(problem("generation2NotInRegion", "generation", { region: region.displayName }));
  }
  if (payload.sku !== "AV64") problems.push(problem("generation2NeedsAv64", "sku"));
  return [...problems, ...virtualNetworkProblems(state, payload)];
}

/** Generation 2 hosts attach to a VNet in the same resource group, and HCX wants two more /24 blocks. */
function virtualNetworkProblems(state: SetupState, payload: PrivateCloudCreate): Problem[] {
  const problems: Problem[] = [];
  const { virtualNetworkName: name } = payload;
  const network = name === null ? null : viewNamed(state, "virtualNetwork", name);
  if (network === null) {
    problems.push(problem("generation2NeedsVirtualNetwork", "virtualNetworkName"));
  } else if (network.properties.resourceGroup !== payload.resourceGroup) {
    problems.push(
      problem("virtualNetworkOtherResourceGroup", "virtualNetworkName", { name: network.name }),
    );
  }
  for (const path of ["hcxManagementBlock", "hcxUplinkBlock"] as const) {
    const block = payload[path] === null ? null : parseBlock(payload[path]);
    if (block === null || block.prefixLength > 24) {
      problems.push(problem("generation2NeedsHcxBlock", path));
    }
  }
  return problems;
}

function networkBlockProblems(
  state: SetupState,
  payload: PrivateCloudCreate,
  context: CheckContext,
): Problem[] {
  const path = "networkBlock";
  const block = parseBlock(payload.networkBlock);
  if (block === null) return [];
  const problems = addressSpaceProblems(path, block);
  if (block.prefixLength > PRIVATE_CLOUD_LIMITS.networkBlockPrefixMax) {
    const smallest = PRIVATE_CLOUD_LIMITS.networkBlockPrefixMax;
    problems.push(
      problem("networkBlockTooSmall", path, { prefixLength: block.prefixLength, smallest }),
    );
  }
  const virtualNetworks: UsedBlock[] = viewsOf(state, "virtualNetwork").flatMap((view) =>
    usedBlocks(view.properties.addressSpace, view.name),
  );
  const hcxBlocks = usedBlocks([payload.hcxManagementBlock, payload.hcxUplinkBlock]);
  return [
    ...problems,
    ...overlapProblems(
      "blockOverlapsOnPremises",
      path,
      block,
      usedBlocks(context.onPremisesNetworks),
    ),
    ...overlapProblems("blockOverlapsVirtualNetwork", path, block, virtualNetworks),
    ...overlapProblems("blockOverlapsHcxBlock", path, block, hcxBlocks),
    ...inventoryAddressProblems(path, block, context.inventory.vms),
  ];
}

/** Every reason why Azure would refuse this private cloud, not the first. */
export function checkPrivateCloudCreate(
  state: SetupState,
  payload: PrivateCloudCreate,
  context: CheckContext,
): Problem[] {
  const problems = [
    ...providerProblems(state),
    ...regionProblems(payload.location, payload.sku),
    ...generationProblems(state, payload),
    ...quotaProblems(state, payload.location, payload.sku, payload.clusterSize),
    ...networkBlockProblems(state, payload, context),
  ];
  const limit = PRIVATE_CLOUD_LIMITS.privateCloudsPerSubscription;
  if (viewsOf(state, "privateCloud").length >= limit) {
    problems.push(problem("privateCloudLimit", "", { limit }));
  }
  return problems;
}

/** The private cloud when it can be built on, with the problem when it cannot. */
export function privateCloudProblems(state: SetupState): Problem[] {
  return usableView(state, "privateCloud") === null ? [problem("privateCloudNotReady")] : [];
}

function allHosts(state: SetupState): number {
  return viewsOf(state, "cluster").reduce((sum, view) => sum + view.properties.clusterSize, 0);
}

function hostTotalProblems(total: number): Problem[] {
  const limit = PRIVATE_CLOUD_LIMITS.hostsPerPrivateCloud;
  return total > limit ? [problem("privateCloudHostLimit", "clusterSize", { total, limit })] : [];
}

export function checkClusterAdd(state: SetupState, payload: ClusterAdd): Problem[] {
  const cloud = usableView(state, "privateCloud");
  if (cloud === null) return privateCloudProblems(state);
  const { location, sku: baseSku, generation } = cloud.properties;
  const problems = [
    ...regionProblems(location, payload.sku),
    ...quotaProblems(
      state,
      location,
      payload.sku,
      hostsInUse(state, payload.sku) + payload.clusterSize,
    ),
    ...hostTotalProblems(allHosts(state) + payload.clusterSize),
  ];
  const extendsWithAv64 = generation === "gen1" && payload.sku === "AV64";
  if (payload.sku !== baseSku && !extendsWithAv64) {
    problems.push(problem("clusterSkuDiffers", "sku", { sku: payload.sku, base: baseSku }));
  }
  if (viewNamed(state, "cluster", payload.name) !== null) {
    problems.push(problem("nameTaken", "name", { name: payload.name }));
  }
  const limit = PRIVATE_CLOUD_LIMITS.clustersPerPrivateCloud;
  if (viewsOf(state, "cluster").length >= limit) {
    problems.push(problem("clusterLimit", "", { limit }));
  }
  return problems;
}

export function checkClusterScale(state: SetupState, payload: ClusterScale): Problem[] {
  const cloud = usableView(state, "privateCloud");
  if (cloud === null) return privateCloudProblems(state);
  const cluster = viewNamed(state, "cluster", payload.name);
  if (cluster === null) return [problem("clusterUnknown", "name", { name: payload.name })];
  if (!cluster.settled) return [problem("clusterBusy", "name", { name: payload.name })];
  const { sku, clusterSize } = cluster.properties;
  if (clusterSize === payload.clusterSize) {
    return [problem("clusterSizeUnchanged", "clusterSize", { size: clusterSize })];
  }
  const added = payload.clusterSize - clusterSize;
  return [
    ...quotaProblems(state, cloud.properties.location, sku, hostsInUse(state, sku) + added),
    ...hostTotalProblems(allHosts(state) + added),
  ];
}
