/**
 * Limits of Azure VMware Solution.
 * Source, unless a line says otherwise: Azure VMware Solution "Private clouds and clusters" page
 * (ms.date 2025-08-14, with later edits).
 */
export const PRIVATE_CLOUD_LIMITS = {
  /** A longer name makes public IP addresses impossible (Azure VMware Solution planning page). */
  nameLength: 40,
  hostsPerClusterMin: 3,
  hostsPerClusterMax: 16,
  clustersPerPrivateCloud: 12,
  hostsPerPrivateCloud: 96,
  /** A subscription starts with one; support can raise it. */
  privateCloudsPerSubscription: 1,
  globalReachConnections: 8,
  /** Network planning checklist: a /22 or larger, that is a prefix length of at most 22. */
  networkBlockPrefixMax: 22,
  /** The largest block that RFC 1918 has. */
  networkBlockPrefixMin: 8,
  hcxSitePairings: 25,
  hcxServiceMeshes: 10,
  /** Host quota that is not used expires (host quota page). */
  unusedQuotaDays: 30,
} as const;

/** Azure needs a GatewaySubnet of /27 or larger for an ExpressRoute gateway (ExpressRoute gateway page). */
export const GATEWAY_SUBNET_PREFIX_MAX = 27;

/**
 * ExpressRoute gateway SKUs and their nominal bandwidth in megabits per second
 * (Azure ExpressRoute "About ExpressRoute virtual network gateways").
 */
export const GATEWAY_SKUS = {
  Standard: { bandwidthMbps: 1000 },
  HighPerformance: { bandwidthMbps: 2000 },
  UltraPerformance: { bandwidthMbps: 10000 },
  ErGw1Az: { bandwidthMbps: 1000 },
  ErGw2Az: { bandwidthMbps: 2000 },
  ErGw3Az: { bandwidthMbps: 10000 },
} as const;
export type GatewaySku = keyof typeof GATEWAY_SKUS;
export const GATEWAY_SKU_NAMES = Object.keys(GATEWAY_SKUS) as GatewaySku[];

/**
 * Autonomous system numbers that a peer cannot use: Azure's own, and those that IANA reserves
 * (Azure VPN Gateway BGP FAQ; RFC 5398, RFC 6793, RFC 7300). Inclusive ranges.
 */
export const RESERVED_ASN_RANGES: readonly (readonly [first: number, last: number])[] = [
  [8074, 8075],
  [12076, 12076],
  [23456, 23456],
  [64496, 64511],
  [65515, 65515],
  [65517, 65520],
  [65535, 65551],
  [4294967295, 4294967295],
];
