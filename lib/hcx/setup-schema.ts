import { z } from "zod";
import {
  blockSchema,
  interfaceSchema,
  rangeSchema,
  resourceNameSchema,
} from "@/lib/private-cloud/schema";

/**
 * Payloads of the HCX set-up commands. An `error` text here is a problem code: its sentence
 * is `problems.<code>` in messages/*\/world.json. Rules that look at other resources are in check-*.ts.
 */

/** Names that HCX shows in its lists; spaces are allowed there. */
export const hcxNameSchema = z
  .string()
  .trim()
  .min(1, { error: "required" })
  .max(80, { error: "nameTooLong" })
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, { error: "nameCharacters" });

/** A name as vCenter has it; `/`, `%` and `&` have broken HCX on such networks (KB 323283). */
const vcenterNameSchema = z
  .string()
  .trim()
  .min(1, { error: "required" })
  .max(80, { error: "nameTooLong" });

export const hcxAddonInstallSchema = z.object({
  /** New installations on AVS are Enterprise at no extra cost (Azure VMware Solution HCX page). */
  offer: z.literal("VMware MaaS Cloud Provider (Enterprise)"),
});
export type HcxAddonInstall = z.infer<typeof hcxAddonInstallSchema>;

export const hcxKeyCreateSchema = z.object({ name: resourceNameSchema });
export type HcxKeyCreate = z.infer<typeof hcxKeyCreateSchema>;

const httpsUrlSchema = z
  .string()
  .trim()
  .regex(/^https:\/\/[\w.-]+(:\d{1,5})?\/?$/, { error: "httpsUrlMalformed" });

export const hcxConnectorDeploySchema = z.object({
  name: resourceNameSchema,
  /** The activation key of the add-on that this connector consumes: one key per connector. */
  keyName: resourceNameSchema,
  vcenterUrl: httpsUrlSchema,
  managementAddress: interfaceSchema,
  gateway: z.ipv4({ error: "ipv4Malformed" }),
  dnsServer: z.ipv4({ error: "ipv4Malformed" }),
  ntpServer: z.string().trim().min(1, { error: "required" }).max(253, { error: "nameTooLong" }),
  /** Activation needs connect.hcx.vmware.com on TCP 443, directly or through a proxy. */
  internetAccess: z.enum(["direct", "proxy", "none"]),
  /** The resized manager runs 600 instead of 300 concurrent Bulk and RAV transfers (HCX 4.7 and later). */
  managerSize: z.enum(["default", "large"]),
});
export type HcxConnectorDeploy = z.infer<typeof hcxConnectorDeploySchema>;

export const sitePairingCreateSchema = z.object({
  connectorName: resourceNameSchema,
  /** The HCX Cloud Manager sits at the .9 address of its range, on TCP 443. */
  remoteUrl: httpsUrlSchema,
  /** The password is asked at pairing and never stored here. */
  username: z
    .string()
    .trim()
    .regex(/^[^@\s]+@[^@\s]+$/, { error: "usernameMalformed" }),
});
export type SitePairingCreate = z.infer<typeof sitePairingCreateSchema>;

export const NETWORK_USES = ["management", "uplink", "vmotion", "replication"] as const;
export const networkUseSchema = z.enum(NETWORK_USES);
export type NetworkUse = z.infer<typeof networkUseSchema>;

export const networkProfileCreateSchema = z.object({
  name: hcxNameSchema,
  /** One profile can carry several uses: management often serves as uplink and replication. */
  uses: z.array(networkUseSchema).min(1, { error: "required" }),
  portGroup: vcenterNameSchema,
  /** vMotion must be a VM port group: a VMkernel one is accepted by the product and fails later. */
  portGroupKind: z.enum(["distributedPortGroup", "standardPortGroup", "vmkernelPortGroup"]),
  subnet: blockSchema,
  gateway: z.ipv4({ error: "ipv4Malformed" }),
  ipRange: rangeSchema,
  /** 1150 is the smallest underlay MTU that HCX supports; 9000 is a jumbo frame. */
  mtuBytes: z
    .number()
    .int({ error: "wholeNumber" })
    .min(1150, { error: "mtuRange" })
    .max(9000, { error: "mtuRange" }),
  dnsServer: z.ipv4({ error: "ipv4Malformed" }).nullable(),
});
export type NetworkProfileCreate = z.infer<typeof networkProfileCreateSchema>;

/** Names of the HCX platform API. */
export const HCX_SERVICES = [
  "INTERCONNECT",
  "VMOTION",
  "BULK_MIGRATION",
  "RAV",
  "OS_ASSISTED_MIGRATION",
  "NETWORK_EXTENSION",
  "WANOPT",
] as const;
export const hcxServiceSchema = z.enum(HCX_SERVICES);
export type HcxService = z.infer<typeof hcxServiceSchema>;

const servicesSchema = z.array(hcxServiceSchema).min(1, { error: "required" });

export const computeProfileCreateSchema = z.object({
  name: hcxNameSchema,
  services: servicesSchema,
  /** Clusters whose VMs may be migrated. */
  serviceClusters: z.array(vcenterNameSchema).min(1, { error: "required" }),
  deploymentCluster: vcenterNameSchema,
  deploymentDatastore: vcenterNameSchema,
  managementNetworkProfile: hcxNameSchema,
  uplinkNetworkProfile: hcxNameSchema,
  vmotionNetworkProfile: hcxNameSchema,
  replicationNetworkProfile: hcxNameSchema,
  /** Distributed switches whose networks may be extended. */
  distributedSwitches: z.array(vcenterNameSchema),
});
export type ComputeProfileCreate = z.infer<typeof computeProfileCreateSchema>;

export const underlaySchema = z.object({
  connection: z.enum(["expressRoute", "vpn", "internet"]),
  bandwidthMbps: z
    .number()
    .min(1, { error: "bandwidthRange" })
    .max(100_000, { error: "bandwidthRange" }),
  roundTripMilliseconds: z
    .number()
    .min(0, { error: "latencyRange" })
    .max(1000, { error: "latencyRange" }),
  lossRatio: z.number().min(0, { error: "lossRange" }).max(0.5, { error: "lossRange" }),
  mtuBytes: z
    .number()
    .int({ error: "wholeNumber" })
    .min(500, { error: "underlayMtuRange" })
    .max(9000, { error: "underlayMtuRange" }),
});
export type Underlay = z.infer<typeof underlaySchema>;

export const serviceMeshCreateSchema = z.object({
  name: hcxNameSchema,
  connectorName: resourceNameSchema,
  computeProfileName: hcxNameSchema,
  services: servicesSchema,
  networkExtensionAppliances: z
    .number()
    .int({ error: "wholeNumber" })
    .min(0, { error: "applianceRange" })
    .max(100, { error: "applianceRange" }),
  underlay: underlaySchema,
  applicationPathResiliency: z.boolean(),
  tcpFlowConditioning: z.boolean(),
});
export type ServiceMeshCreate = z.infer<typeof serviceMeshCreateSchema>;

export const networkExtensionCreateSchema = z.object({
  serviceMeshName: hcxNameSchema,
  networkName: vcenterNameSchema,
  /** The gateway of the extended network with its prefix length; it stays at the source. */
  gateway: interfaceSchema,
  mobilityOptimizedNetworking: z.boolean(),
});
export type NetworkExtensionCreate = z.infer<typeof networkExtensionCreateSchema>;
