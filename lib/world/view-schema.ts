import { z } from "zod";
import { mobilityGroupDraftSchema, switchoverWindowSchema } from "@/lib/hcx/mobility-group-schema";
import { clockViewSchema } from "./api-schema";
import { countersSchema, groupSummarySchema } from "./board-schema";

/** What a page is told of the world at one instant. Times are seconds after the epoch. */

export const RESOURCE_KINDS = [
  "resourceProvider",
  "hostQuota",
  "privateCloud",
  "virtualNetwork",
  "expressRouteConnection",
  "globalReachConnection",
  "cluster",
  "segment",
  "hcxAddon",
  "hcxKey",
  "hcxConnector",
  "sitePairing",
  "networkProfile",
  "computeProfile",
  "serviceMesh",
  "networkExtension",
] as const;

export const resourceViewSchema = z.object({
  kind: z.enum(RESOURCE_KINDS),
  name: z.string(),
  /** Provisioning state by the product's name; its words are `states.<state>` in world.json. */
  state: z.string(),
  /** Nothing more happens by itself. */
  settled: z.boolean(),
  /** Others can build on it. */
  usable: z.boolean(),
  requestedAtSeconds: z.number(),
  readyAtSeconds: z.number(),
  progressRatio: z.number(),
  /** The payload that describes it. */
  properties: z.record(z.string(), z.unknown()),
});

/** The steps of the two set-up pages and of Execute, in their order. */
export const STEP_IDS = [
  "resourceProvider.register",
  "hostQuota.request",
  "privateCloud.create",
  "virtualNetwork.create",
  "expressRoute.connect",
  "globalReach.connect",
  "cluster.add",
  "segment.create",
  "hcxAddon.install",
  "hcxKey.create",
  "hcxConnector.deploy",
  "sitePairing.create",
  "networkProfile.create",
  "computeProfile.create",
  "serviceMesh.create",
  "networkExtension.create",
  "mobilityGroup.create",
  "mobilityGroup.start",
] as const;
export type StepId = (typeof STEP_IDS)[number];

export const stepViewSchema = z.object({
  /** The kind of the command that takes the step. */
  id: z.enum(STEP_IDS),
  page: z.enum(["avs", "hcx", "migrate"]),
  status: z.enum(["notStarted", "inProgress", "done", "blocked"]),
  /** The way to Go leads through it. */
  required: z.boolean(),
  /** Why it is blocked: the steps that must be done first. */
  blockedBy: z.array(z.enum(STEP_IDS)),
  /** When what is in progress is done. */
  readyAtSeconds: z.number().nullable(),
  progressRatio: z.number().nullable(),
});
export type StepView = z.infer<typeof stepViewSchema>;

export const mobilityGroupViewSchema = z.object({
  draft: mobilityGroupDraftSchema,
  startedAtSeconds: z.number().nullable(),
  /** As scheduled last. */
  switchoverWindow: switchoverWindowSchema.nullable(),
});
export type MobilityGroupView = z.infer<typeof mobilityGroupViewSchema>;

export const worldStateSchema = z.object({
  atSeconds: z.number(),
  resources: z.array(resourceViewSchema),
  counters: countersSchema,
  groups: z.array(groupSummarySchema),
});
export type WorldStateView = z.infer<typeof worldStateSchema>;

export const worldViewSchema = z.object({
  clock: clockViewSchema,
  /** Commands in the log: changes with every one of them. */
  revision: z.number().int(),
  state: worldStateSchema,
  steps: z.array(stepViewSchema),
});
export type WorldView = z.infer<typeof worldViewSchema>;

/** One mobility group for its page: the draft as it stands and how far it is. */
export const mobilityGroupDetailSchema = z.object({
  group: mobilityGroupViewSchema,
  summary: groupSummarySchema,
});
