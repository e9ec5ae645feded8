import { z } from "zod";
import { parseBlock, parseInterface, parseRange } from "./cidr";
import { GATEWAY_SKU_NAMES, PRIVATE_CLOUD_LIMITS } from "./limits";
import { AVS_REGIONS, HOST_SKUS } from "./regions";

/**
 * Payloads of the private-cloud commands. An `error` text here is a problem code: its sentence
 * is `problems.<code>` in messages/*\/world.json. Rules that look at other resources are in check-*.ts.
 */

/** Azure Resource Manager: letters, digits, `-`, `_`, `.` (Microsoft.AVS specification). */
export const resourceNameSchema = z
  .string()
  .min(1, { error: "required" })
  .max(80, { error: "nameTooLong" })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: "nameCharacters" });

/** A private cloud's name has at most 40 characters, or it can never get public IP addresses. */
export const privateCloudNameSchema = resourceNameSchema.max(PRIVATE_CLOUD_LIMITS.nameLength, {
  error: "privateCloudNameTooLong",
});

/** Azure: 1 to 90 characters, and no period at the end. */
export const resourceGroupNameSchema = z
  .string()
  .min(1, { error: "required" })
  .max(90, { error: "nameTooLong" })
  .regex(/^[\w().-]*[\w()-]$/, { error: "resourceGroupCharacters" });

export const blockSchema = z
  .string()
  .trim()
  .refine((text) => parseBlock(text) !== null, { error: "blockMalformed" });

/** An address with its prefix length, host bits set: `10.64.10.1/24`. */
export const interfaceSchema = z
  .string()
  .trim()
  .refine((text) => parseInterface(text) !== null, { error: "interfaceMalformed" });

export const rangeSchema = z
  .string()
  .trim()
  .refine((text) => parseRange(text) !== null, { error: "rangeMalformed" });

const locations = AVS_REGIONS.map((region) => region.location);
export const locationSchema = z
  .string()
  .refine((text) => locations.includes(text), { error: "locationUnknown" });

export const hostSkuSchema = z.enum(HOST_SKUS);

const hostCountSchema = z
  .number()
  .int({ error: "wholeNumber" })
  .min(PRIVATE_CLOUD_LIMITS.hostsPerClusterMin, { error: "clusterTooSmall" })
  .max(PRIVATE_CLOUD_LIMITS.hostsPerClusterMax, { error: "clusterTooLarge" });

/** Subscriptions that can hold host quota: Enterprise Agreement, CSP Azure plan, Microsoft Customer Agreement. */
export const subscriptionKindSchema = z.enum([
  "enterpriseAgreement",
  "cspAzurePlan",
  "microsoftCustomerAgreement",
  "payAsYouGo",
]);

export const resourceProviderRegisterSchema = z.object({
  subscriptionKind: subscriptionKindSchema,
  namespace: z.literal("Microsoft.AVS"),
});
export type ResourceProviderRegister = z.infer<typeof resourceProviderRegisterSchema>;

export const hostQuotaRequestSchema = z.object({
  location: locationSchema,
  sku: hostSkuSchema,
  /** The new absolute total, as the support request asks for it: 3 existing + 3 more = 6. */
  totalHosts: z
    .number()
    .int({ error: "wholeNumber" })
    .min(PRIVATE_CLOUD_LIMITS.hostsPerClusterMin, { error: "clusterTooSmall" })
    .max(PRIVATE_CLOUD_LIMITS.hostsPerPrivateCloud, { error: "privateCloudTooLarge" }),
  /** The subscription holds this quota already, so nobody has to wait for the support request. */
  alreadyGranted: z.boolean(),
});
export type HostQuotaRequest = z.infer<typeof hostQuotaRequestSchema>;

export const privateCloudCreateSchema = z.object({
  name: privateCloudNameSchema,
  resourceGroup: resourceGroupNameSchema,
  location: locationSchema,
  generation: z.enum(["gen1", "gen2"]),
  sku: hostSkuSchema,
  clusterSize: hostCountSchema,
  networkBlock: blockSchema,
  /** Off by default for new private clouds. */
  internet: z.enum(["Enabled", "Disabled"]),
  /** Generation 2 only: the VNet that the hosts attach to, and two more /24 blocks for HCX. */
  virtualNetworkName: resourceNameSchema.nullable(),
  hcxManagementBlock: blockSchema.nullable(),
  hcxUplinkBlock: blockSchema.nullable(),
});
export type PrivateCloudCreate = z.infer<typeof privateCloudCreateSchema>;

export const virtualNetworkCreateSchema = z.object({
  name: resourceNameSchema,
  resourceGroup: resourceGroupNameSchema,
  location: locationSchema,
  addressSpace: z.array(blockSchema).min(1, { error: "required" }).max(20, { error: "tooMany" }),
  /** Azure wants the subnet of a gateway named GatewaySubnet; only its block is chosen. */
  gatewaySubnet: blockSchema,
  gatewayName: resourceNameSchema,
  gatewaySku: z.enum(GATEWAY_SKU_NAMES),
});
export type VirtualNetworkCreate = z.infer<typeof virtualNetworkCreateSchema>;

export const expressRouteConnectSchema = z.object({
  connectionName: resourceNameSchema,
  virtualNetworkName: resourceNameSchema,
  /** Connectivity > ExpressRoute > request an authorization key; one key serves one connection. */
  authorizationName: resourceNameSchema,
});
export type ExpressRouteConnect = z.infer<typeof expressRouteConnectSchema>;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const CIRCUIT_ID =
  /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[\w().-]+\/providers\/Microsoft\.Network\/expressRouteCircuits\/[\w.-]+$/i;

export const globalReachConnectSchema = z.object({
  name: resourceNameSchema,
  /** ARM id of the on-premises ExpressRoute circuit. */
  peerExpressRouteCircuit: z.string().trim().regex(CIRCUIT_ID, { error: "circuitIdMalformed" }),
  /** Key of the on-premises circuit's authorization; one key serves one connection. */
  authorizationKey: z.string().trim().regex(GUID, { error: "authorizationKeyMalformed" }),
  circuitBandwidthMbps: z
    .number()
    .min(50, { error: "circuitBandwidthRange" })
    .max(100_000, { error: "circuitBandwidthRange" }),
  peerAsn: z
    .number()
    .int({ error: "wholeNumber" })
    .min(1, { error: "asnRange" })
    .max(4_294_967_295, { error: "asnRange" }),
  /** Every gateway on the path must support 4-byte ASN (network planning checklist). */
  fourByteAsnSupported: z.boolean(),
});
export type GlobalReachConnect = z.infer<typeof globalReachConnectSchema>;

export const clusterAddSchema = z.object({
  name: resourceNameSchema,
  sku: hostSkuSchema,
  clusterSize: hostCountSchema,
});
export type ClusterAdd = z.infer<typeof clusterAddSchema>;

export const clusterScaleSchema = z.object({
  name: resourceNameSchema,
  clusterSize: hostCountSchema,
});
export type ClusterScale = z.infer<typeof clusterScaleSchema>;

export const segmentCreateSchema = z.object({
  name: resourceNameSchema,
  /** `TNT..-T1` is made with the private cloud and is the only Tier-1 gateway here. */
  connectedGateway: z.literal("TNT-T1"),
  gatewayAddress: interfaceSchema,
  dhcpRange: rangeSchema.nullable(),
});
export type SegmentCreate = z.infer<typeof segmentCreateSchema>;
