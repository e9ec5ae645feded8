import { z } from "zod";
import { fttRaidLevelSchema, nodeTypeSchema } from "./schema";

export const limitingFactorSchema = z.enum(["Cpu", "Memory", "Storage", "MinimumNodes"]);
export type LimitingFactor = z.infer<typeof limitingFactorSchema>;

/** One line of the calculation: a label code, what goes in, and what comes out. */
export const sizingStepSchema = z.object({
  resource: z.enum(["cpu", "memory", "storage", "nodes"]),
  code: z.enum([
    "cpuDemand",
    "cpuComfort",
    "cpuManagement",
    "cpuBaseShare",
    "cpuPerHost",
    "cpuNodes",
    "memoryDemand",
    "memoryComfort",
    "memoryManagement",
    "memoryBaseShare",
    "memoryPerHost",
    "memoryNodes",
    "storageDemand",
    "storageComfort",
    "storageManagement",
    "storageBaseShare",
    "storageFtt",
    "storageDedupe",
    "storageSlack",
    "storageMetadata",
    "storageFormat",
    "storagePerHost",
    "storageNodes",
    "minimumNodes",
    "spareHosts",
    "stretched",
    "totalNodes",
  ]),
  unit: z.enum(["vcpu", "gib", "tib", "hosts"]),
  inputs: z.record(z.string(), z.number()),
  value: z.number(),
});
export type SizingStep = z.infer<typeof sizingStepSchema>;

/** Percent of capacity, as Azure Migrate states it; null when the demand is not known. */
const percent = z.number();

const effectSchema = z.object({
  nodeNumber: z.number(),
  cpuUtilization: percent,
  ramUtilization: percent,
  storageUtilization: percent,
  /** What would no longer fit; empty when all fits. */
  exceeded: z.array(limitingFactorSchema),
  /** Whether the storage policy would keep the SLA; null on assessments from before it was told. */
  ftt: z.enum(["met", "notMet"]).nullable().default(null),
  clusters: z.number().nullable().default(null),
});
export type NodeEffect = z.infer<typeof effectSchema>;

export const clusterLayoutSchema = z.object({
  privateCloud: z.number(),
  nodeType: nodeTypeSchema,
  hosts: z.number(),
  /** Base clusters carry management where AV64 cannot stand alone. */
  role: z.enum(["workload", "base"]),
});
export type ClusterLayout = z.infer<typeof clusterLayoutSchema>;

export const nodeSizingSchema = z.object({
  nodeType: nodeTypeSchema,
  fttRaidLevel: fttRaidLevelSchema,
  nodeNumber: z.number(),
  /** Hosts of another type that the layout needs beside `nodeNumber`. */
  baseNodes: z.number(),
  clusters: z.array(clusterLayoutSchema),
  privateClouds: z.number(),
  limitingFactor: limitingFactorSchema,
  cpuUtilization: percent,
  ramUtilization: percent,
  storageUtilization: percent,
  totalCpuCores: z.number(),
  totalRamInGB: z.number(),
  /** Binary gigabytes of raw capacity, in the unit chosen by `storageCapacityUnit`. */
  totalStorageInGB: z.number(),
  nodesFor: z.object({ cpu: z.number(), memory: z.number(), storage: z.number() }),
  externalStorageGib: z.number(),
  steps: z.array(sizingStepSchema),
  oneMore: effectSchema,
  oneFewer: effectSchema.nullable(),
  sla: z.object({
    ftt: z.enum(["met", "notMet"]),
    vsanUsed: z.enum(["met", "notMet"]),
    largestCluster: z.number(),
  }),
  /** Every policy that was tried, with what it would need. */
  alternatives: z.array(
    z.object({ fttRaidLevel: fttRaidLevelSchema, nodeNumber: z.number(), meetsSla: z.boolean() }),
  ),
});
export type NodeSizing = z.infer<typeof nodeSizingSchema>;
