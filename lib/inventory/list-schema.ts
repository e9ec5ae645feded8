import { z } from "zod";
import {
  inventoryClusterSchema,
  inventoryDatastoreSchema,
  inventoryHostSchema,
  inventoryVcenterSchema,
  inventoryVmSchema,
  powerStateSchema,
  setAsideReasonSchema,
} from "./schema";

/** Lists of VMs as pages ask for them: filtered, sorted and cut on the server. */

/** 500 rows are more than a screen shows and less than a second to send. */
const limitSchema = z.coerce.number().int().min(1).max(500).default(100);
const offsetSchema = z.coerce.number().int().min(0).default(0);
/** Searching is by substring of name, address, system, cluster and host. */
const searchSchema = z.string().trim().max(200).optional();

export const pageQuerySchema = z.object({
  offset: offsetSchema,
  limit: limitSchema,
  search: searchSchema,
});

export const VM_SORT_COLUMNS = [
  "name",
  "powerState",
  "cpus",
  "memoryMib",
  "provisionedMib",
  "inUseMib",
  "diskCount",
  "os",
  "cluster",
  "host",
] as const;

/** Which VMs a list shows; the same filter excludes or takes in all of them at once. */
export const vmFilterSchema = z.object({
  search: searchSchema,
  powerState: powerStateSchema.optional(),
  cluster: z.string().max(255).optional(),
  /** `inScope` is what everything downstream counts. */
  scope: z.enum(["all", "inScope", "setAside", "excluded", "included"]).default("all"),
  setAside: setAsideReasonSchema.optional(),
});

export const vmQuerySchema = pageQuerySchema.extend({
  ...vmFilterSchema.shape,
  sort: z.enum(VM_SORT_COLUMNS).default("name"),
  direction: z.enum(["asc", "desc"]).default("asc"),
});

export const vmRowSchema = z.object({
  key: z.string(),
  name: z.string(),
  powerState: powerStateSchema,
  setAside: setAsideReasonSchema.nullable(),
  /** A user's own exclusion; null when nobody decided. */
  excluded: z.boolean().nullable(),
  inScope: z.boolean(),
  cpus: z.number().nullable(),
  memoryMib: z.number().nullable(),
  provisionedMib: z.number().nullable(),
  inUseMib: z.number().nullable(),
  diskCount: z.number(),
  nicCount: z.number(),
  os: z.string().nullable(),
  datacenter: z.string().nullable(),
  cluster: z.string().nullable(),
  host: z.string().nullable(),
  primaryIp: z.string().nullable(),
});
export type VmRow = z.infer<typeof vmRowSchema>;
export const vmPageSchema = z.object({ rows: z.array(vmRowSchema), total: z.number() });

/** What somebody decided on a VM, and why. */
export const scopeDecisionSchema = z.object({
  excluded: z.boolean(),
  note: z.string(),
  byName: z.string(),
  at: z.string(),
});

export const vmDetailSchema = z.object({
  row: vmRowSchema,
  vm: inventoryVmSchema,
  decision: scopeDecisionSchema.nullable(),
});
export type VmDetail = z.infer<typeof vmDetailSchema>;

/** Sums over VMs in scope; null where no VM of the export says. */
export const inventorySummarySchema = z.object({
  importId: z.string(),
  vms: z.number(),
  inScope: z.number(),
  setAside: z.record(z.string(), z.number()),
  excluded: z.number(),
  poweredOn: z.number(),
  poweredOff: z.number(),
  suspended: z.number(),
  vcpus: z.number().nullable(),
  memoryMib: z.number().nullable(),
  provisionedMib: z.number().nullable(),
  inUseMib: z.number().nullable(),
  operatingSystems: z.array(z.object({ name: z.string(), vms: z.number() })),
  clusterVms: z.array(z.object({ name: z.string(), vms: z.number() })),
  hosts: z.array(inventoryHostSchema),
  clusters: z.array(inventoryClusterSchema),
  datastores: z.array(inventoryDatastoreSchema),
  vcenters: z.array(inventoryVcenterSchema),
  /** Names of port groups and of distributed switches, for forms to offer. */
  networks: z.array(z.string()),
  switches: z.array(z.string()),
});
export type InventorySummary = z.infer<typeof inventorySummarySchema>;

const decisionFields = {
  /** True leaves them out, false takes them in whatever the rules say, null forgets the decision. */
  excluded: z.boolean().nullable(),
  note: z.string().trim().max(500).default(""),
};

/** As many keys as fit into a body of JSON; a filter may mean more. */
export const DECIDED_VMS_MAX = 50_000;
const decisionSchema = z.object({
  vmKeys: z.array(z.string().max(300)).min(1).max(DECIDED_VMS_MAX),
  ...decisionFields,
});

/**
 * VMs by name, all that match a filter at the moment of the request, or several decisions at once, all or none: what
 * an answer of `before` is taken back by.
 */
export const exclusionRequestSchema = z.union([
  decisionSchema,
  z.object({ filter: vmFilterSchema, ...decisionFields }),
  z.object({
    decisions: z
      .array(decisionSchema)
      .min(1)
      .refine(
        (list) => list.reduce((sum, { vmKeys }) => sum + vmKeys.length, 0) <= DECIDED_VMS_MAX,
      ),
  }),
]);
export type ExclusionRequest = z.input<typeof exclusionRequestSchema>;

export const exclusionResponseSchema = z.object({
  changed: z.number(),
  /** What had been decided before, for taking the change back. */
  before: z.array(
    z.object({
      excluded: z.boolean().nullable(),
      note: z.string(),
      vmKeys: z.array(z.string()),
    }),
  ),
});
export type ExclusionResponse = z.infer<typeof exclusionResponseSchema>;
