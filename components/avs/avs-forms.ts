import {
  type CommandForm,
  type FormValues,
  literal,
  named,
  namesOf,
} from "@/components/world/field-spec";
import { GATEWAY_SKU_NAMES } from "@/lib/private-cloud/limits";
import { AVS_REGIONS, findRegion, HOST_SKUS, skusOfRegion } from "@/lib/private-cloud/regions";

const regions = () =>
  AVS_REGIONS.map(({ location, displayName }) => ({ value: location, label: displayName }));

/** The host types of the chosen region; all of them before one is chosen. */
function skusOfValues(_: unknown, values: FormValues) {
  const region = findRegion(String(values.location ?? ""));
  return literal(region ? skusOfRegion(region) : HOST_SKUS);
}

/** The host types of the private cloud's region. */
function skusOfCloud(context: { resources: readonly { kind: string; properties: FormValues }[] }) {
  const cloud = context.resources.find((resource) => resource.kind === "privateCloud");
  return skusOfValues(null, { location: cloud?.properties.location });
}

const isGeneration2 = (values: FormValues) => values.generation === "gen2";

/** The forms of the Azure portal's steps, in the order in which the portal asks. */
export const AVS_FORMS: readonly CommandForm[] = [
  {
    kind: "resourceProvider.register",
    fields: [
      {
        path: "subscriptionKind",
        control: "select",
        options: named([
          "enterpriseAgreement",
          "cspAzurePlan",
          "microsoftCustomerAgreement",
          "payAsYouGo",
        ]),
      },
      { path: "namespace", control: "fixed", value: "Microsoft.AVS" },
    ],
  },
  {
    kind: "hostQuota.request",
    fields: [
      { path: "location", control: "select", options: regions },
      { path: "sku", control: "select", options: skusOfValues },
      { path: "totalHosts", control: "number" },
      { path: "alreadyGranted", control: "switch" },
    ],
  },
  {
    kind: "privateCloud.create",
    fields: [
      { path: "resourceGroup", control: "text" },
      { path: "name", control: "text" },
      { path: "location", control: "select", options: regions },
      { path: "generation", control: "select", options: named(["gen1", "gen2"]) },
      { path: "sku", control: "select", options: skusOfValues },
      { path: "clusterSize", control: "number" },
      { path: "networkBlock", control: "text" },
      { path: "internet", control: "select", options: named(["Enabled", "Disabled"]) },
      {
        path: "virtualNetworkName",
        control: "text",
        nullable: true,
        when: isGeneration2,
        hiddenValue: null,
      },
      {
        path: "hcxManagementBlock",
        control: "text",
        nullable: true,
        when: isGeneration2,
        hiddenValue: null,
      },
      {
        path: "hcxUplinkBlock",
        control: "text",
        nullable: true,
        when: isGeneration2,
        hiddenValue: null,
      },
    ],
  },
  {
    kind: "virtualNetwork.create",
    fields: [
      { path: "resourceGroup", control: "text" },
      { path: "name", control: "text" },
      { path: "location", control: "select", options: regions },
      { path: "addressSpace", control: "multiSelect", options: () => [], free: true },
      { path: "gatewaySubnet", control: "text" },
      { path: "gatewayName", control: "text" },
      { path: "gatewaySku", control: "select", options: () => literal(GATEWAY_SKU_NAMES) },
    ],
  },
  {
    kind: "expressRoute.connect",
    fields: [
      { path: "connectionName", control: "text" },
      { path: "virtualNetworkName", control: "select", options: namesOf("virtualNetwork") },
      { path: "authorizationName", control: "text" },
    ],
  },
  {
    kind: "globalReach.connect",
    fields: [
      { path: "name", control: "text" },
      { path: "peerExpressRouteCircuit", control: "text" },
      { path: "authorizationKey", control: "text" },
      { path: "circuitBandwidthMbps", control: "number", unit: "Mbps" },
      { path: "peerAsn", control: "number" },
      { path: "fourByteAsnSupported", control: "switch" },
    ],
  },
  {
    kind: "cluster.add",
    fields: [
      { path: "name", control: "text" },
      { path: "sku", control: "select", options: skusOfCloud },
      { path: "clusterSize", control: "number" },
    ],
  },
  {
    kind: "cluster.scale",
    fields: [
      { path: "name", control: "select", options: namesOf("cluster") },
      { path: "clusterSize", control: "number" },
    ],
  },
  {
    kind: "segment.create",
    fields: [
      { path: "name", control: "text" },
      { path: "connectedGateway", control: "fixed", value: "TNT-T1" },
      { path: "gatewayAddress", control: "text" },
      { path: "dhcpRange", control: "text", nullable: true },
    ],
  },
];
