import { onPremisesReachable } from "@/lib/private-cloud/check-connectivity";
import { privateCloudProblems } from "@/lib/private-cloud/check-private-cloud";
import { blockHasAddress, blockOf, parseInterface, parseIpv4 } from "@/lib/private-cloud/cidr";
import { PRIVATE_CLOUD_LIMITS } from "@/lib/private-cloud/limits";
import { type Problem, problem } from "@/lib/world/problem";
import { type SetupState, usableView, viewNamed, viewsOf } from "@/lib/world/resource";
import type { HcxConnectorDeploy, HcxKeyCreate, SitePairingCreate } from "./setup-schema";

export function checkHcxAddonInstall(state: SetupState): Problem[] {
  const problems = privateCloudProblems(state);
  if (viewsOf(state, "hcxAddon").length > 0) problems.push(problem("hcxAddonExists"));
  return problems;
}

function addonProblems(state: SetupState): Problem[] {
  return usableView(state, "hcxAddon") === null ? [problem("hcxAddonNotReady")] : [];
}

export function checkHcxKeyCreate(state: SetupState, payload: HcxKeyCreate): Problem[] {
  const problems = addonProblems(state);
  if (viewNamed(state, "hcxKey", payload.name) !== null) {
    problems.push(problem("nameTaken", "name", { name: payload.name }));
  }
  return problems;
}

function connectorAddressProblems(payload: HcxConnectorDeploy): Problem[] {
  const parsed = parseInterface(payload.managementAddress);
  const gateway = parseIpv4(payload.gateway);
  if (parsed === null || gateway === null) return [];
  const problems: Problem[] = [];
  const subnet = blockOf(parsed.address, parsed.prefixLength);
  if (!blockHasAddress(subnet, gateway)) {
    problems.push(problem("gatewayOutsideSubnet", "gateway", { gateway: payload.gateway }));
  }
  if (gateway === parsed.address) {
    problems.push(problem("addressIsGateway", "managementAddress"));
  }
  return problems;
}

export function checkHcxConnectorDeploy(state: SetupState, payload: HcxConnectorDeploy): Problem[] {
  const problems = [...addonProblems(state), ...connectorAddressProblems(payload)];
  const key = viewNamed(state, "hcxKey", payload.keyName);
  if (key === null) {
    problems.push(problem("hcxKeyUnknown", "keyName", { name: payload.keyName }));
  } else if (key.state !== "Available") {
    problems.push(problem("hcxKeyConsumed", "keyName", { name: key.name }));
  }
  if (viewNamed(state, "hcxConnector", payload.name) !== null) {
    problems.push(problem("nameTaken", "name", { name: payload.name }));
  }
  // A connector and a vCenter belong together one to one.
  const sameVcenter = viewsOf(state, "hcxConnector").find(({ properties }) =>
    sameUrl(properties.vcenterUrl, payload.vcenterUrl),
  );
  if (sameVcenter !== undefined) {
    problems.push(problem("vcenterHasConnector", "vcenterUrl", { name: sameVcenter.name }));
  }
  if (payload.internetAccess === "none") {
    problems.push(problem("activationUnreachable", "internetAccess"));
  }
  return problems;
}

function sameUrl(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/\/$/, "");
  return plain(a) === plain(b);
}

export function checkSitePairingCreate(state: SetupState, payload: SitePairingCreate): Problem[] {
  const problems = addonProblems(state);
  const connector = viewNamed(state, "hcxConnector", payload.connectorName);
  if (connector === null) {
    problems.push(problem("connectorUnknown", "connectorName", { name: payload.connectorName }));
  } else if (!connector.usable) {
    problems.push(problem("connectorNotReady", "connectorName", { name: connector.name }));
  }
  if (!onPremisesReachable(state)) problems.push(problem("onPremisesNotReachable"));
  const pairings = viewsOf(state, "sitePairing");
  if (pairings.some(({ properties }) => properties.connectorName === payload.connectorName)) {
    problems.push(problem("connectorPaired", "connectorName", { name: payload.connectorName }));
  }
  const limit = PRIVATE_CLOUD_LIMITS.hcxSitePairings;
  if (pairings.length >= limit) problems.push(problem("sitePairingLimit", "", { limit }));
  return problems;
}
