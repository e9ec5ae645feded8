import type { CheckContext } from "@/lib/world/inventory";
import { type Problem, problem } from "@/lib/world/problem";
import { type SetupState, usableView, viewNamed, viewsOf } from "@/lib/world/resource";
import {
  addressSpaceProblems,
  overlapProblems,
  type UsedBlock,
  usedBlocks,
} from "./check-addresses";
import { privateCloudProblems } from "./check-private-cloud";
import {
  blockContains,
  blockHasAddress,
  blockOf,
  parseBlock,
  parseInterface,
  parseRange,
} from "./cidr";
import { GATEWAY_SUBNET_PREFIX_MAX, PRIVATE_CLOUD_LIMITS, RESERVED_ASN_RANGES } from "./limits";
import type {
  ExpressRouteConnect,
  GlobalReachConnect,
  SegmentCreate,
  VirtualNetworkCreate,
} from "./schema";

function privateCloudBlocks(state: SetupState): UsedBlock[] {
  return viewsOf(state, "privateCloud").flatMap(({ name, properties }) =>
    usedBlocks(
      [properties.networkBlock, properties.hcxManagementBlock, properties.hcxUplinkBlock],
      name,
    ),
  );
}

function virtualNetworkBlocks(state: SetupState): UsedBlock[] {
  return viewsOf(state, "virtualNetwork").flatMap(({ name, properties }) =>
    usedBlocks(properties.addressSpace, name),
  );
}

function segmentBlocks(state: SetupState): UsedBlock[] {
  return viewsOf(state, "segment").flatMap(({ name, properties }) => {
    const parsed = parseInterface(properties.gatewayAddress);
    return parsed === null ? [] : [{ block: blockOf(parsed.address, parsed.prefixLength), name }];
  });
}

export function checkVirtualNetworkCreate(
  state: SetupState,
  payload: VirtualNetworkCreate,
  context: CheckContext,
): Problem[] {
  const problems: Problem[] = [];
  if (viewNamed(state, "virtualNetwork", payload.name) !== null) {
    problems.push(problem("nameTaken", "name", { name: payload.name }));
  }
  const onPremises = usedBlocks(context.onPremisesNetworks);
  payload.addressSpace.forEach((text, index) => {
    const block = parseBlock(text);
    if (block === null) return;
    const path = `addressSpace.${index}`;
    problems.push(
      ...addressSpaceProblems(path, block),
      ...overlapProblems("blockOverlapsPrivateCloud", path, block, privateCloudBlocks(state)),
      ...overlapProblems("blockOverlapsOnPremises", path, block, onPremises),
      ...overlapProblems("blockOverlapsVirtualNetwork", path, block, virtualNetworkBlocks(state)),
    );
  });
  return [...problems, ...gatewaySubnetProblems(payload)];
}

function gatewaySubnetProblems(payload: VirtualNetworkCreate): Problem[] {
  const path = "gatewaySubnet";
  const subnet = parseBlock(payload.gatewaySubnet);
  if (subnet === null) return [];
  const problems: Problem[] = [];
  const inside = usedBlocks(payload.addressSpace).some(({ block }) => blockContains(block, subnet));
  if (!inside) {
    problems.push(problem("gatewaySubnetOutside", path, { block: payload.gatewaySubnet }));
  }
  if (subnet.prefixLength > GATEWAY_SUBNET_PREFIX_MAX) {
    problems.push(problem("gatewaySubnetTooSmall", path, { smallest: GATEWAY_SUBNET_PREFIX_MAX }));
  }
  return problems;
}

export function checkExpressRouteConnect(
  state: SetupState,
  payload: ExpressRouteConnect,
): Problem[] {
  const problems = privateCloudProblems(state);
  const network = viewNamed(state, "virtualNetwork", payload.virtualNetworkName);
  if (network === null) {
    const name = payload.virtualNetworkName;
    problems.push(problem("virtualNetworkUnknown", "virtualNetworkName", { name }));
  } else if (!network.usable) {
    problems.push(problem("gatewayNotReady", "virtualNetworkName", { name: network.name }));
  }
  for (const { name, properties } of viewsOf(state, "expressRouteConnection")) {
    if (name === payload.connectionName) {
      problems.push(problem("nameTaken", "connectionName", { name }));
    }
    if (properties.authorizationName === payload.authorizationName) {
      problems.push(problem("authorizationUsed", "authorizationName", { name }));
    }
    if (properties.virtualNetworkName === payload.virtualNetworkName) {
      problems.push(problem("virtualNetworkConnected", "virtualNetworkName", { name }));
    }
  }
  return problems;
}

export function checkGlobalReachConnect(state: SetupState, payload: GlobalReachConnect): Problem[] {
  const problems = privateCloudProblems(state);
  // Generation 2 hosts sit in a VNet, whose own gateway reaches the on-premises circuit.
  if (usableView(state, "privateCloud")?.properties.generation === "gen2") {
    problems.push(problem("globalReachNotForGeneration2"));
  }
  if (!payload.fourByteAsnSupported) {
    problems.push(problem("fourByteAsnNeeded", "fourByteAsnSupported"));
  }
  const { peerAsn } = payload;
  if (RESERVED_ASN_RANGES.some(([first, last]) => peerAsn >= first && peerAsn <= last)) {
    problems.push(problem("asnReserved", "peerAsn", { asn: peerAsn }));
  }
  const existing = viewsOf(state, "globalReachConnection");
  for (const { name, properties } of existing) {
    if (name === payload.name) problems.push(problem("nameTaken", "name", { name }));
    if (properties.authorizationKey.toLowerCase() === payload.authorizationKey.toLowerCase()) {
      problems.push(problem("authorizationUsed", "authorizationKey", { name }));
    }
  }
  const limit = PRIVATE_CLOUD_LIMITS.globalReachConnections;
  if (existing.length >= limit) problems.push(problem("globalReachLimit", "", { limit }));
  return problems;
}

/** Whether the private cloud and the on-premises site can talk to each other. */
export function onPremisesReachable(state: SetupState): boolean {
  const cloud = usableView(state, "privateCloud");
  if (cloud === null) return false;
  return cloud.properties.generation === "gen1"
    ? usableView(state, "globalReachConnection") !== null
    : usableView(state, "expressRouteConnection") !== null;
}

export function checkSegmentCreate(
  state: SetupState,
  payload: SegmentCreate,
  context: CheckContext,
): Problem[] {
  const problems = privateCloudProblems(state);
  if (viewNamed(state, "segment", payload.name) !== null) {
    problems.push(problem("nameTaken", "name", { name: payload.name }));
  }
  const parsed = parseInterface(payload.gatewayAddress);
  if (parsed === null) return problems;
  const path = "gatewayAddress";
  const block = blockOf(parsed.address, parsed.prefixLength);
  if (parsed.address === block.firstAddress) {
    problems.push(problem("gatewayIsNetworkAddress", path, { address: payload.gatewayAddress }));
  }
  const range = payload.dhcpRange === null ? null : parseRange(payload.dhcpRange);
  if (range !== null) {
    const inside =
      blockHasAddress(block, range.firstAddress) && blockHasAddress(block, range.lastAddress);
    if (!inside) problems.push(problem("rangeOutsideSubnet", "dhcpRange"));
    if (range.firstAddress <= parsed.address && parsed.address <= range.lastAddress) {
      problems.push(problem("rangeHasGateway", "dhcpRange"));
    }
  }
  return [
    ...problems,
    ...addressSpaceProblems(path, block),
    ...overlapProblems("blockOverlapsPrivateCloud", path, block, privateCloudBlocks(state)),
    ...overlapProblems("blockOverlapsVirtualNetwork", path, block, virtualNetworkBlocks(state)),
    ...overlapProblems("blockOverlapsSegment", path, block, segmentBlocks(state)),
    ...overlapProblems(
      "blockOverlapsOnPremises",
      path,
      block,
      usedBlocks(context.onPremisesNetworks),
    ),
  ];
}
