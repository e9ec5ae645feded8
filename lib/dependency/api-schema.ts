import { z } from "zod";
import { suitabilitySchema } from "@/lib/assessment/readiness-schema";
import { migrationTypeSchema } from "@/lib/hcx/migration-types";
import { pageQuerySchema } from "@/lib/inventory/list-schema";
import { DEFAULT_NOISE_PORTS } from "./ports";
import { dependencyPeriodSchema, ENDPOINT_KINDS, endpointKindSchema } from "./schema";
import { GROUPING_METHODS } from "./suggest-groups";

/** What the pages ask about dependencies, and what they get. */

const portSchema = z.coerce.number().int().min(1).max(65_535);

/**
 * Ports that do not count: `22,53`, or `none`. Left out, those of the noise list. 500 are more than a person
 * chooses.
 */
export const hiddenPortsSchema = z
  .string()
  .max(3_000)
  .regex(/^(?:none|\d{1,5}(?:,\d{1,5}){0,499})$/)
  .optional()
  .transform((text) =>
    text === undefined
      ? [...DEFAULT_NOISE_PORTS]
      : text === "none"
        ? []
        : text.split(",").map(Number),
  );
export const hiddenQuerySchema = z.object({ hidden: hiddenPortsSchema });

const portUseSchema = z.object({
  port: z.number().nullable(),
  links: z.number(),
  slotSum: z.number(),
  /** Processes and applications that listen there, most used first. */
  names: z.array(z.string()),
});
export type PortUse = z.infer<typeof portUseSchema>;

export const dependencySummarySchema = z.object({
  importId: z.string(),
  fileName: z.string(),
  importedAt: z.string(),
  period: dependencyPeriodSchema,
  endpoints: z.record(endpointKindSchema, z.number()),
  links: z.number(),
  connections: z.number(),
  selfConnections: z.number(),
  /** Endpoints by how they met the inventory. */
  joined: z.object({
    name: z.number(),
    dnsName: z.number(),
    shortName: z.number(),
    address: z.number(),
    ambiguous: z.number(),
  }),
  /** VMs in scope, and those of them that the export shows talking. */
  inScopeVms: z.number(),
  seenVms: z.number(),
  ports: z.array(portUseSchema),
  /** The newest assessment, which readiness comes from. */
  assessmentName: z.string().nullable(),
});
export type DependencySummary = z.infer<typeof dependencySummarySchema>;

/** The graph by columns: names of fields would outweigh their values at 20,000 links. */
export const graphSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: endpointKindSchema,
      os: z.string().nullable(),
      cluster: z.string().nullable(),
      suitability: suitabilitySchema.nullable(),
      inScope: z.boolean(),
      groupId: z.string().nullable(),
    }),
  ),
  services: z.array(
    z.object({
      port: z.number().nullable(),
      process: z.string().nullable(),
      application: z.string().nullable(),
    }),
  ),
  /** `[source, target, service, slots, service, slots, ...]`, all by place. */
  links: z.array(z.array(z.number())),
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Links left out because the graph has more than can be drawn; the strongest are in. */
  leftOutLinks: z.number(),
});
export type DependencyGraph = z.infer<typeof graphSchema>;

export const CONNECTION_SORTS = [
  "source",
  "target",
  "port",
  "process",
  "slotCount",
  "lastSeenAt",
] as const;

export const connectionQuerySchema = pageQuerySchema.extend({
  sort: z.enum(CONNECTION_SORTS).default("slotCount"),
  direction: z.enum(["asc", "desc"]).default("desc"),
  port: portSchema.optional(),
  process: z.string().max(255).optional(),
  /** The kind of the far end. */
  kind: z.enum(ENDPOINT_KINDS).optional(),
  /** An endpoint at either end. */
  server: z.string().max(400).optional(),
  hidden: hiddenPortsSchema,
});
export type ConnectionQuery = z.input<typeof connectionQuerySchema>;

const endSchema = z.object({ id: z.string(), name: z.string(), kind: endpointKindSchema });

export const connectionRowSchema = z.object({
  id: z.string(),
  source: endSchema,
  target: endSchema.extend({ ipAddress: z.string().nullable() }),
  port: z.number().nullable(),
  process: z.string().nullable(),
  application: z.string().nullable(),
  sourceProcesses: z.array(z.string()),
  slotCount: z.number(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
});
export type ConnectionRow = z.infer<typeof connectionRowSchema>;
export const connectionPageSchema = z.object({
  rows: z.array(connectionRowSchema),
  total: z.number(),
});

export const ENDPOINT_SORTS = ["name", "kind", "group", "inbound", "outbound", "slotSum"] as const;

export const endpointQuerySchema = pageQuerySchema.extend({
  sort: z.enum(ENDPOINT_SORTS).default("inbound"),
  direction: z.enum(["asc", "desc"]).default("desc"),
  /** `outside` is everything that the inventory does not have. */
  kind: z.enum([...ENDPOINT_KINDS, "outside"]).optional(),
  /** A move group's id, or `none`. */
  group: z.string().max(64).optional(),
  hidden: hiddenPortsSchema,
});
export type EndpointQuery = z.input<typeof endpointQuerySchema>;

export const endpointRowSchema = endSchema.extend({
  vmKey: z.string().nullable(),
  ipAddress: z.string().nullable(),
  inScope: z.boolean(),
  suitability: suitabilitySchema.nullable(),
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  /** Servers that connect to it, and that it connects to, over counted ports. */
  inbound: z.number(),
  outbound: z.number(),
  slotSum: z.number(),
  /** Ports that others use on it. */
  ports: z.array(z.number()),
});
export type EndpointRow = z.infer<typeof endpointRowSchema>;
export const endpointPageSchema = z.object({ rows: z.array(endpointRowSchema), total: z.number() });

/** One endpoint with all that it opens and accepts; hidden ports are in, and marked by the page. */
export const endpointDetailSchema = z.object({
  endpoint: endpointRowSchema,
  os: z.string().nullable(),
  cluster: z.string().nullable(),
  bestType: migrationTypeSchema.nullable(),
  inbound: z.array(connectionRowSchema),
  outbound: z.array(connectionRowSchema),
});
export type EndpointDetail = z.infer<typeof endpointDetailSchema>;

export const suggestionQuerySchema = z.object({
  hidden: hiddenPortsSchema,
  method: z.enum(GROUPING_METHODS).default("communities"),
  sharedServices: z.enum(["apart", "in"]).default("apart"),
  /** 10 to 2,000 VMs; what one weekend moves is rarely more than 200. */
  largest: z.coerce.number().int().min(10).max(2_000).default(150),
});
export type SuggestionQuery = z.input<typeof suggestionQuerySchema>;
