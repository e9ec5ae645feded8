import { type MobilityGroupDraft, mobilityGroupDraftSchema } from "@/lib/hcx/mobility-group-schema";
import type { CommandRequest } from "../schema";

/** The commands behind a small set-up that is ready to migrate: one private cloud, one service mesh. */

export const PRIVATE_CLOUD: CommandRequest = {
  kind: "privateCloud.create",
  payload: {
    name: "avs-private-cloud",
    resourceGroup: "rg-avs",
    location: "koreacentral",
    generation: "gen1",
    sku: "AV48",
    clusterSize: 3,
    networkBlock: "10.64.0.0/22",
    internet: "Disabled",
    virtualNetworkName: null,
    hcxManagementBlock: null,
    hcxUplinkBlock: null,
  },
};

export const CONNECTOR: CommandRequest = {
  kind: "hcxConnector.deploy",
  payload: {
    name: "connector",
    keyName: "key",
    vcenterUrl: "https://vcenter.example.com",
    managementAddress: "10.0.0.5/24",
    gateway: "10.0.0.1",
    dnsServer: "10.0.0.2",
    ntpServer: "ntp.example.com",
    internetAccess: "direct",
    managerSize: "default",
  },
};

export const SERVICE_MESH: CommandRequest = {
  kind: "serviceMesh.create",
  payload: {
    name: "mesh",
    connectorName: "connector",
    computeProfileName: "compute",
    services: ["INTERCONNECT", "VMOTION", "BULK_MIGRATION"],
    networkExtensionAppliances: 0,
    underlay: {
      connection: "expressRoute",
      bandwidthMbps: 1000,
      roundTripMilliseconds: 5,
      lossRatio: 0,
      mtuBytes: 1500,
    },
    applicationPathResiliency: false,
    tcpFlowConditioning: false,
  },
};

/** A mobility group of Bulk migrations over that mesh, with no window; `more` says otherwise. */
export function bulkGroup(
  groupId: string,
  vmKeys: readonly string[],
  more: Partial<MobilityGroupDraft> = {},
): CommandRequest {
  const payload = mobilityGroupDraftSchema.parse({
    groupId,
    name: groupId,
    serviceMeshName: "mesh",
    migrations: vmKeys.map((vmKey) => ({ vmKey, type: "Bulk" })),
    destinationCluster: "Cluster-1",
    destinationDatastore: "vsanDatastore",
    networkMappings: [],
    transferStartSeconds: null,
    switchoverWindow: null,
    dailyChangeRatio: null,
    ...more,
  });
  return { kind: "mobilityGroup.create", payload };
}
