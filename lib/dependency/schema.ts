import { z } from "zod";

/**
 * Dependencies between servers as a dependency export tells them, aggregated over its time slots.
 * Names and addresses are kept as the export writes them; `join-endpoints.ts` ties them to the inventory
 * when they are looked at, so that an inventory imported later still joins.
 */

const text = z.string().nullable();

/** One connection that repeats: who talks to whom on which port, with which process. */
export const dependencySchema = z.object({
  sourceName: z.string(),
  sourceApplication: text,
  sourceProcess: text,
  /** Null where the export does not know the server behind the address. */
  destinationName: text,
  destinationIp: text,
  destinationApplication: text,
  destinationProcess: text,
  /** 1 to 65,535; null where the export does not say. */
  port: z.number().nullable(),
  /** Time slots in which it was seen at least once. */
  slotCount: z.number(),
  /** ISO 8601 without a zone, as exported: the beginning of the first and the last slot. */
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
});
export type Dependency = z.infer<typeof dependencySchema>;

/** What the exports cover altogether. */
export const dependencyPeriodSchema = z.object({
  /** Different time slots that have at least one row. */
  slotCount: z.number(),
  /** Smallest distance of two slots, in hours: 6 in Azure Migrate's exports. Null with one slot only. */
  slotHours: z.number().nullable(),
  startAt: text,
  endAt: text,
});
export type DependencyPeriod = z.infer<typeof dependencyPeriodSchema>;

export const ENDPOINT_KINDS = ["vm", "server", "privateAddress", "publicAddress"] as const;
/**
 * `vm` is in the inventory. `server` has a name that the inventory lacks, `privateAddress` no name at all:
 * both are unknown. `publicAddress` is external.
 */
export const endpointKindSchema = z.enum(ENDPOINT_KINDS);
export type EndpointKind = z.infer<typeof endpointKindSchema>;

/** How an endpoint was tied to a VM; null for endpoints outside the inventory. */
export const joinMethodSchema = z.enum(["name", "dnsName", "shortName", "address"]);
export type JoinMethod = z.infer<typeof joinMethodSchema>;

export const endpointSchema = z.object({
  /** `vm:<key>`, `server:<name in lower case>` or `ip:<address>`. */
  id: z.string(),
  kind: endpointKindSchema,
  name: z.string(),
  vmKey: text,
  ipAddress: text,
  joinedBy: joinMethodSchema.nullable(),
});
export type Endpoint = z.infer<typeof endpointSchema>;

/** What listens at the end of a connection. */
export const serviceSchema = z.object({
  port: z.number().nullable(),
  process: text,
  application: text,
});
export type Service = z.infer<typeof serviceSchema>;
