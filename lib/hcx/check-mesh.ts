import { blockOf, parseInterface, parseRange, rangeSize } from "@/lib/private-cloud/cidr";
import { PRIVATE_CLOUD_LIMITS } from "@/lib/private-cloud/limits";
import type { CheckContext } from "@/lib/world/inventory";
import { type Problem, problem } from "@/lib/world/problem";
import { type ResourceView, type SetupState, viewNamed, viewsOf } from "@/lib/world/resource";
import { PROFILE_FIELDS } from "./check-profiles";
import { supportsWanOptimization, UNDERLAY_MINIMUMS } from "./limits";
import type {
  HcxService,
  NetworkExtensionCreate,
  ServiceMeshCreate,
  Underlay,
} from "./setup-schema";

/** HCX of a new private cloud (Azure VMware Solution private cloud page, late 2026). */
export const AVS_HCX_VERSION = "4.11.4";

/** An NE appliance has ten vNICs, two of which are uplink and management (HCX configuration limits). */
export const NETWORKS_PER_EXTENSION_APPLIANCE = 8;

function pairingProblems(state: SetupState, connectorName: string): Problem[] {
  const pairing = viewsOf(state, "sitePairing").find(
    ({ properties }) => properties.connectorName === connectorName,
  );
  if (pairing === undefined) {
    return [problem("sitePairingMissing", "connectorName", { name: connectorName })];
  }
  return pairing.usable
    ? []
    : [problem("sitePairingNotReady", "connectorName", { name: connectorName })];
}

const BITS_PER_BYTE = 8;

/** The services of a mesh, each with the row of the underlay table that holds for it. */
const UNDERLAY_ROWS: Partial<Record<HcxService, keyof typeof UNDERLAY_MINIMUMS>> = {
  VMOTION: "vMotion",
  RAV: "vMotion",
  BULK_MIGRATION: "Bulk",
  OS_ASSISTED_MIGRATION: "Bulk",
};

/** Where the underlay is below what HCX supports for a service of the mesh. */
export function underlayProblems(underlay: Underlay, services: readonly HcxService[]): Problem[] {
  return services.flatMap((service) => {
    const row = UNDERLAY_ROWS[service];
    if (row === undefined) return [];
    const minimum = UNDERLAY_MINIMUMS[row];
    const problems: Problem[] = [];
    const minimumMbps = (minimum.bytesPerSecond * BITS_PER_BYTE) / 1e6;
    if (underlay.bandwidthMbps < minimumMbps) {
      const values = { service, minimum: minimumMbps, value: underlay.bandwidthMbps };
      problems.push(problem("underlayBandwidth", "underlay.bandwidthMbps", values));
    }
    const maximumMilliseconds = minimum.roundTripSeconds * 1000;
    if (underlay.roundTripMilliseconds > maximumMilliseconds) {
      const values = {
        service,
        maximum: maximumMilliseconds,
        value: underlay.roundTripMilliseconds,
      };
      problems.push(problem("underlayLatency", "underlay.roundTripMilliseconds", values));
    }
    if (underlay.lossRatio > minimum.lossRatio) {
      const values = { service, maximum: minimum.lossRatio, value: underlay.lossRatio };
      problems.push(problem("underlayLoss", "underlay.lossRatio", values));
    }
    if (underlay.mtuBytes < minimum.mtuBytes) {
      const values = { service, minimum: minimum.mtuBytes, value: underlay.mtuBytes };
      problems.push(problem("underlayMtu", "underlay.mtuBytes", values));
    }
    return problems;
  });
}

/** Addresses that a mesh's appliances take of one profile: IX one, and NE one each of management and uplink. */
function addressesOfMesh(
  profileName: string,
  compute: ResourceView<"computeProfile">["properties"],
  appliances: number,
): number {
  const names = Object.values(PROFILE_FIELDS).map((field) => compute[field]);
  if (!names.includes(profileName)) return 0;
  const extensionUses = [compute.managementNetworkProfile, compute.uplinkNetworkProfile];
  return 1 + appliances * new Set(extensionUses.filter((name) => name === profileName)).size;
}

function addressProblems(
  state: SetupState,
  payload: ServiceMeshCreate,
  compute: ResourceView<"computeProfile">["properties"],
): Problem[] {
  const names = new Set(Object.values(PROFILE_FIELDS).map((field) => compute[field]));
  return [...names].flatMap((name) => {
    const profile = viewNamed(state, "networkProfile", name);
    const range = profile === null ? null : parseRange(profile.properties.ipRange);
    if (range === null) return [];
    const taken = viewsOf(state, "serviceMesh").reduce((sum, mesh) => {
      const { computeProfileName, networkExtensionAppliances } = mesh.properties;
      const other = viewNamed(state, "computeProfile", computeProfileName)?.properties;
      return sum + (other ? addressesOfMesh(name, other, networkExtensionAppliances) : 0);
    }, 0);
    const needed = taken + addressesOfMesh(name, compute, payload.networkExtensionAppliances);
    if (needed <= rangeSize(range)) return [];
    const values = { name, needed, available: rangeSize(range) };
    return [problem("addressesExhausted", "networkExtensionAppliances", values)];
  });
}

function serviceProblems(
  payload: ServiceMeshCreate,
  compute: ResourceView<"computeProfile">["properties"],
): Problem[] {
  const problems = payload.services
    .filter((service) => !compute.services.includes(service))
    .map((service) => problem("serviceNotInComputeProfile", "services", { service }));
  if (payload.services.includes("WANOPT") && !supportsWanOptimization(AVS_HCX_VERSION)) {
    problems.push(problem("wanOptimizationUnsupported", "services", { version: AVS_HCX_VERSION }));
  }
  const extends_ = payload.services.includes("NETWORK_EXTENSION");
  if (extends_ && payload.networkExtensionAppliances === 0) {
    problems.push(problem("extensionNeedsAppliance", "networkExtensionAppliances"));
  }
  if (!extends_ && payload.networkExtensionAppliances > 0) {
    problems.push(problem("applianceNeedsExtension", "networkExtensionAppliances"));
  }
  return problems;
}

export function checkServiceMeshCreate(state: SetupState, payload: ServiceMeshCreate): Problem[] {
  const problems = [
    ...pairingProblems(state, payload.connectorName),
    ...underlayProblems(payload.underlay, payload.services),
  ];
  const meshes = viewsOf(state, "serviceMesh");
  if (meshes.some(({ name }) => name === payload.name)) {
    problems.push(problem("nameTaken", "name", { name: payload.name }));
  }
  const limit = PRIVATE_CLOUD_LIMITS.hcxServiceMeshes;
  if (meshes.length >= limit) problems.push(problem("serviceMeshLimit", "", { limit }));
  const compute = viewNamed(state, "computeProfile", payload.computeProfileName);
  if (compute === null) {
    const name = payload.computeProfileName;
    return [...problems, problem("computeProfileUnknown", "computeProfileName", { name })];
  }
  return [
    ...problems,
    ...serviceProblems(payload, compute.properties),
    ...addressProblems(state, payload, compute.properties),
  ];
}

function networkProblems(networkName: string, context: CheckContext): Problem[] {
  const { networks } = context.inventory;
  // Without port groups in the export nothing can be said of the network.
  if (networks.length === 0) return [];
  const path = "networkName";
  const values = { name: networkName };
  const network = networks.find(({ name }) => name === networkName);
  if (network === undefined) return [problem("portGroupUnknown", path, values)];
  const problems: Problem[] = [];
  if (network.switchKind === "standard") problems.push(problem("standardSwitch", path, values));
  if (network.isUplink) problems.push(problem("uplinkPortGroup", path, values));
  if (network.vlan?.trim() === "0") problems.push(problem("untaggedNetwork", path, values));
  if (network.binding?.trim().toLowerCase() === "ephemeral") {
    problems.push(problem("ephemeralBinding", path, values));
  }
  if (network.hasVmkernel) problems.push(problem("vmkernelNetwork", path, values));
  return problems;
}

export function checkNetworkExtensionCreate(
  state: SetupState,
  payload: NetworkExtensionCreate,
  context: CheckContext,
): Problem[] {
  const problems = networkProblems(payload.networkName, context);
  const mesh = viewNamed(state, "serviceMesh", payload.serviceMeshName);
  if (mesh === null || !mesh.usable) {
    problems.push(
      problem("serviceMeshNotReady", "serviceMeshName", { name: payload.serviceMeshName }),
    );
  } else {
    const extended = viewsOf(state, "networkExtension").filter(
      ({ properties }) => properties.serviceMeshName === mesh.name,
    ).length;
    const limit = mesh.properties.networkExtensionAppliances * NETWORKS_PER_EXTENSION_APPLIANCE;
    if (extended >= limit) {
      problems.push(problem("extensionLimit", "serviceMeshName", { name: mesh.name, limit }));
    }
  }
  if (viewNamed(state, "networkExtension", payload.networkName) !== null) {
    problems.push(problem("networkAlreadyExtended", "networkName", { name: payload.networkName }));
  }
  const inProfile = viewsOf(state, "networkProfile").find(
    ({ properties }) => properties.portGroup === payload.networkName,
  );
  if (inProfile !== undefined) {
    problems.push(problem("networkInProfile", "networkName", { name: inProfile.name }));
  }
  const gateway = parseInterface(payload.gateway);
  if (
    gateway !== null &&
    gateway.address === blockOf(gateway.address, gateway.prefixLength).firstAddress
  ) {
    problems.push(problem("gatewayIsNetworkAddress", "gateway", { address: payload.gateway }));
  }
  return problems;
}
