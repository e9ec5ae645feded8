import { addressCount, formatIpv4, parseBlock } from "@/lib/private-cloud/cidr";
import type { CommandKind } from "./schema";

/**
 * What the forms of the set-up begin with: values that a first rehearsal can be walked with, each of them
 * a suggestion that a team replaces by its own.
 */
export interface ExampleContext {
  /** Blocks in use on-premises; addresses of the source site are taken from the first. */
  onPremisesNetworks: readonly string[];
  /** Port groups of the imported inventory. */
  networks: readonly string[];
}

/** Where a site says nothing of its addresses, the example stands in a documentation-like private block. */
const EXAMPLE_SITE = "192.168.0.0/24";

/** An address of the source site, `offset` into its first block. */
function siteAddress({ onPremisesNetworks }: ExampleContext, offset: number): string {
  const stated = parseBlock(onPremisesNetworks[0] ?? "");
  const isLarge = stated !== null && addressCount(stated.prefixLength) >= 256;
  const block = isLarge ? stated : parseBlock(EXAMPLE_SITE);
  return formatIpv4((block?.firstAddress ?? 0) + offset);
}

const findNetwork = ({ networks }: ExampleContext, use: RegExp) =>
  networks.find((name) => use.test(name)) ?? "";

/** The example payload of a step, or the part of it that an example makes sense for. */
export function exampleOf(kind: CommandKind, context: ExampleContext): Record<string, unknown> {
  switch (kind) {
    case "resourceProvider.register":
      return { subscriptionKind: "enterpriseAgreement" };
    case "hostQuota.request":
      return { location: "koreacentral", sku: "AV48", totalHosts: 16, alreadyGranted: true };
    case "privateCloud.create":
      return {
        resourceGroup: "rg-avs",
        name: "avs-private-cloud",
        generation: "gen1",
        clusterSize: 3,
        networkBlock: "10.64.0.0/22",
        internet: "Disabled",
      };
    case "virtualNetwork.create":
      return {
        name: "vnet-hub",
        addressSpace: ["10.70.0.0/24"],
        gatewaySubnet: "10.70.0.0/27",
        gatewayName: "ergw-hub",
        gatewaySku: "UltraPerformance",
      };
    case "expressRoute.connect":
      return { connectionName: "avs-to-hub", authorizationName: "hub" };
    case "globalReach.connect":
      return {
        name: "on-premises",
        circuitBandwidthMbps: 10_000,
        peerAsn: 65_010,
        fourByteAsnSupported: true,
      };
    case "cluster.add":
      return { name: "Cluster-2", clusterSize: 3 };
    case "segment.create":
      return { name: "workload-1", gatewayAddress: "10.65.0.1/24" };
    default:
      return hcxExampleOf(kind, context);
  }
}

function hcxExampleOf(kind: CommandKind, context: ExampleContext): Record<string, unknown> {
  switch (kind) {
    case "hcxKey.create":
      return { name: "connector-1" };
    case "hcxConnector.deploy":
      return {
        name: "hcx-connector",
        vcenterUrl: "https://vcenter.example.com",
        managementAddress: `${siteAddress(context, 20)}/24`,
        gateway: siteAddress(context, 1),
        dnsServer: siteAddress(context, 2),
        ntpServer: "ntp.example.com",
        internetAccess: "direct",
        managerSize: "default",
      };
    case "sitePairing.create":
      return { remoteUrl: "https://10.64.0.9", username: "cloudadmin@vsphere.local" };
    case "networkProfile.create":
      return {
        name: "management",
        uses: ["management", "uplink", "vmotion", "replication"],
        portGroup: findNetwork(context, /mgmt|management/i),
        portGroupKind: "distributedPortGroup",
        subnet: `${siteAddress(context, 0)}/24`,
        gateway: siteAddress(context, 1),
        ipRange: `${siteAddress(context, 30)}-${siteAddress(context, 45)}`,
        mtuBytes: 1500,
        dnsServer: siteAddress(context, 2),
      };
    case "computeProfile.create":
      return {
        name: "compute",
        services: ["INTERCONNECT", "VMOTION", "BULK_MIGRATION", "RAV"],
        distributedSwitches: [],
      };
    case "serviceMesh.create":
      return {
        name: "mesh-1",
        networkExtensionAppliances: 0,
        underlay: {
          connection: "expressRoute",
          bandwidthMbps: 1000,
          roundTripMilliseconds: 6,
          lossRatio: 0,
          mtuBytes: 1500,
        },
        applicationPathResiliency: false,
        tcpFlowConditioning: false,
      };
    default:
      return {};
  }
}
