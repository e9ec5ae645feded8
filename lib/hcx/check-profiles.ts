import { overlapProblems, usedBlocks } from "@/lib/private-cloud/check-addresses";
import {
  blockHasAddress,
  type Ipv4Block,
  type Ipv4Range,
  lastAddressOf,
  parseBlock,
  parseIpv4,
  parseRange,
  rangeSize,
  rangesOverlap,
} from "@/lib/private-cloud/cidr";
import type { CheckContext } from "@/lib/world/inventory";
import { type Problem, problem } from "@/lib/world/problem";
import { type SetupState, usableView, viewNamed, viewsOf } from "@/lib/world/resource";
import type { ComputeProfileCreate, NetworkProfileCreate, NetworkUse } from "./setup-schema";

/**
 * The IX appliance takes one address of every profile, an NE appliance one of management and one of
 * uplink (HCX network planning for AVS): two addresses are the least that a shared profile needs.
 */
export const ADDRESSES_PER_PROFILE_MIN = 2;

function connectorProblems(state: SetupState): Problem[] {
  return usableView(state, "hcxConnector") === null ? [problem("connectorNeeded")] : [];
}

function rangeProblems(subnet: Ipv4Block, range: Ipv4Range, gateway: number | null): Problem[] {
  const problems: Problem[] = [];
  const path = "ipRange";
  const inside =
    blockHasAddress(subnet, range.firstAddress) && blockHasAddress(subnet, range.lastAddress);
  if (!inside) problems.push(problem("rangeOutsideSubnet", path));
  // The first and last address of a subnet of /30 or larger name the network and its broadcast.
  const hasEnd =
    range.firstAddress === subnet.firstAddress || range.lastAddress === lastAddressOf(subnet);
  if (inside && hasEnd && subnet.prefixLength < 31) {
    problems.push(problem("rangeHasNetworkAddress", path));
  }
  if (gateway !== null && range.firstAddress <= gateway && gateway <= range.lastAddress) {
    problems.push(problem("rangeHasGateway", path));
  }
  if (rangeSize(range) < ADDRESSES_PER_PROFILE_MIN) {
    const values = { count: rangeSize(range), minimum: ADDRESSES_PER_PROFILE_MIN };
    problems.push(problem("rangeTooSmall", path, values));
  }
  return problems;
}

function takenRangeProblems(state: SetupState, range: Ipv4Range): Problem[] {
  return viewsOf(state, "networkProfile").flatMap(({ name, properties }) => {
    const other = parseRange(properties.ipRange);
    return other !== null && rangesOverlap(range, other)
      ? [problem("rangeTaken", "ipRange", { name })]
      : [];
  });
}

export function checkNetworkProfileCreate(
  state: SetupState,
  payload: NetworkProfileCreate,
  context: CheckContext,
): Problem[] {
  const problems = connectorProblems(state);
  if (viewNamed(state, "networkProfile", payload.name) !== null) {
    problems.push(problem("nameTaken", "name", { name: payload.name }));
  }
  if (payload.portGroupKind === "vmkernelPortGroup" && payload.uses.includes("vmotion")) {
    problems.push(problem("vmotionNeedsVmPortGroup", "portGroupKind"));
  }
  const { networks } = context.inventory;
  if (networks.length > 0 && !networks.some(({ name }) => name === payload.portGroup)) {
    problems.push(problem("portGroupUnknown", "portGroup", { name: payload.portGroup }));
  }
  const subnet = parseBlock(payload.subnet);
  if (subnet === null) return problems;
  const gateway = parseIpv4(payload.gateway);
  if (gateway !== null && !blockHasAddress(subnet, gateway)) {
    problems.push(problem("gatewayOutsideSubnet", "gateway", { gateway: payload.gateway }));
  }
  const range = parseRange(payload.ipRange);
  if (range !== null) {
    problems.push(...rangeProblems(subnet, range, gateway), ...takenRangeProblems(state, range));
  }
  const cloudBlocks = viewsOf(state, "privateCloud").flatMap(({ name, properties }) =>
    usedBlocks([properties.networkBlock], name),
  );
  return [
    ...problems,
    ...overlapProblems("blockOverlapsPrivateCloud", "subnet", subnet, cloudBlocks),
  ];
}

/** The field of a compute profile that names the network profile of each use. */
export const PROFILE_FIELDS = {
  management: "managementNetworkProfile",
  uplink: "uplinkNetworkProfile",
  vmotion: "vmotionNetworkProfile",
  replication: "replicationNetworkProfile",
} as const satisfies Record<NetworkUse, keyof ComputeProfileCreate>;

function profileProblems(state: SetupState, payload: ComputeProfileCreate): Problem[] {
  return (
    Object.entries(PROFILE_FIELDS) as [NetworkUse, (typeof PROFILE_FIELDS)[NetworkUse]][]
  ).flatMap(([use, field]) => {
    const name = payload[field];
    const profile = viewNamed(state, "networkProfile", name);
    if (profile === null) return [problem("networkProfileUnknown", field, { name })];
    if (!profile.properties.uses.includes(use)) {
      return [problem("networkProfileUse", field, { name, use })];
    }
    return [];
  });
}

export function checkComputeProfileCreate(
  state: SetupState,
  payload: ComputeProfileCreate,
  context: CheckContext,
): Problem[] {
  const problems = [...connectorProblems(state), ...profileProblems(state, payload)];
  if (viewNamed(state, "computeProfile", payload.name) !== null) {
    problems.push(problem("nameTaken", "name", { name: payload.name }));
  }
  const { clusters, datastores } = context.inventory;
  if (clusters.length > 0) {
    payload.serviceClusters.forEach((name, index) => {
      if (!clusters.includes(name)) {
        problems.push(problem("sourceClusterUnknown", `serviceClusters.${index}`, { name }));
      }
    });
    if (!clusters.includes(payload.deploymentCluster)) {
      const name = payload.deploymentCluster;
      problems.push(problem("sourceClusterUnknown", "deploymentCluster", { name }));
    }
  }
  const datastore = payload.deploymentDatastore;
  if (datastores.length > 0 && !datastores.some(({ name }) => name === datastore)) {
    problems.push(problem("datastoreUnknown", "deploymentDatastore", { name: datastore }));
  }
  const services = new Set(payload.services);
  const migrates = ["VMOTION", "BULK_MIGRATION", "RAV", "OS_ASSISTED_MIGRATION"] as const;
  if (migrates.some((service) => services.has(service)) && !services.has("INTERCONNECT")) {
    problems.push(problem("interconnectNeeded", "services"));
  }
  if (services.has("NETWORK_EXTENSION") && payload.distributedSwitches.length === 0) {
    problems.push(problem("extensionNeedsDistributedSwitch", "distributedSwitches"));
  }
  return problems;
}
