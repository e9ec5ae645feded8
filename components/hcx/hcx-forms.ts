import {
  type CommandForm,
  type FieldSpec,
  type FormContext,
  literal,
  named,
  namesOf,
} from "@/components/world/field-spec";
import { HCX_SERVICES, NETWORK_USES } from "@/lib/hcx/setup-schema";

const profiles = namesOf("networkProfile");
const clusters = (context: FormContext) => literal(context.clusters);
const datastores = (context: FormContext) => literal(context.datastores);

const services: FieldSpec = {
  path: "services",
  control: "multiSelect",
  options: named(HCX_SERVICES),
};

/** The forms of the HCX steps: in the Azure portal, on the connector, and in the HCX plug-in. */
export const HCX_FORMS: readonly CommandForm[] = [
  {
    kind: "hcxAddon.install",
    fields: [{ path: "offer", control: "fixed", value: "VMware MaaS Cloud Provider (Enterprise)" }],
  },
  { kind: "hcxKey.create", fields: [{ path: "name", control: "text" }] },
  {
    kind: "hcxConnector.deploy",
    fields: [
      { path: "name", control: "text" },
      { path: "keyName", control: "select", options: namesOf("hcxKey") },
      { path: "vcenterUrl", control: "text" },
      { path: "managementAddress", control: "text" },
      { path: "gateway", control: "text" },
      { path: "dnsServer", control: "text" },
      { path: "ntpServer", control: "text" },
      { path: "internetAccess", control: "select", options: named(["direct", "proxy", "none"]) },
      { path: "managerSize", control: "select", options: named(["default", "large"]) },
    ],
  },
  {
    kind: "sitePairing.create",
    fields: [
      { path: "connectorName", control: "select", options: namesOf("hcxConnector") },
      { path: "remoteUrl", control: "text" },
      { path: "username", control: "text" },
    ],
  },
  {
    kind: "networkProfile.create",
    fields: [
      { path: "name", control: "text" },
      { path: "uses", control: "multiSelect", options: named(NETWORK_USES) },
      { path: "portGroup", control: "text", suggestions: (context) => [...context.networks] },
      {
        path: "portGroupKind",
        control: "select",
        options: named(["distributedPortGroup", "standardPortGroup", "vmkernelPortGroup"]),
      },
      { path: "subnet", control: "text" },
      { path: "gateway", control: "text" },
      { path: "ipRange", control: "text" },
      { path: "mtuBytes", control: "number" },
      { path: "dnsServer", control: "text", nullable: true },
    ],
  },
  {
    kind: "computeProfile.create",
    fields: [
      { path: "name", control: "text" },
      services,
      { path: "serviceClusters", control: "multiSelect", options: clusters, free: true },
      { path: "deploymentCluster", control: "select", options: clusters, free: true },
      { path: "deploymentDatastore", control: "select", options: datastores, free: true },
      { path: "managementNetworkProfile", control: "select", options: profiles },
      { path: "uplinkNetworkProfile", control: "select", options: profiles },
      { path: "vmotionNetworkProfile", control: "select", options: profiles },
      { path: "replicationNetworkProfile", control: "select", options: profiles },
      {
        path: "distributedSwitches",
        control: "multiSelect",
        options: (context) => literal(context.switches),
        free: true,
      },
    ],
  },
  {
    kind: "serviceMesh.create",
    fields: [
      { path: "name", control: "text" },
      { path: "connectorName", control: "select", options: namesOf("hcxConnector") },
      { path: "computeProfileName", control: "select", options: namesOf("computeProfile") },
      services,
      { path: "networkExtensionAppliances", control: "number" },
      {
        path: "underlay.connection",
        control: "select",
        options: named(["expressRoute", "vpn", "internet"]),
      },
      { path: "underlay.bandwidthMbps", control: "number", unit: "Mbps" },
      { path: "underlay.roundTripMilliseconds", control: "number", unit: "ms", decimals: true },
      { path: "underlay.lossRatio", control: "percent" },
      { path: "underlay.mtuBytes", control: "number" },
      { path: "applicationPathResiliency", control: "switch" },
      { path: "tcpFlowConditioning", control: "switch" },
    ],
  },
  {
    kind: "networkExtension.create",
    fields: [
      { path: "serviceMeshName", control: "select", options: namesOf("serviceMesh") },
      { path: "networkName", control: "text", suggestions: (context) => [...context.networks] },
      { path: "gateway", control: "text" },
      { path: "mobilityOptimizedNetworking", control: "switch" },
    ],
  },
];
