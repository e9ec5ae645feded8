import { z } from "zod";
import { suitabilitySchema } from "@/lib/assessment/readiness-schema";
import { migrationTypeSchema } from "@/lib/hcx/migration-types";

/** Move groups: VMs that people want to move together, kept with the project and through re-imports. */

/** 80 characters fit a table column and an HCX mobility group's name. */
const groupNameSchema = z.string().trim().min(1).max(80);
const tagSchema = z.string().trim().min(1).max(40);
/** 20,000 VMs: more than any one group can sensibly hold, fewer than a mistaken selection of everything. */
const vmKeysSchema = z.array(z.string().max(300)).max(20_000);

export const moveGroupSchema = z.object({
  id: z.string().min(1).max(64),
  name: groupNameSchema,
  tags: z.array(tagSchema).max(12),
  note: z.string().trim().max(1_000),
  /** A locked group keeps its VMs until somebody unlocks it; suggestions leave them out. */
  locked: z.boolean(),
  vmKeys: vmKeysSchema,
  /** Grows with every change; a change names the one that it was made from. */
  revision: z.number().int().min(1),
});
export type MoveGroup = z.infer<typeof moveGroupSchema>;

/** 2,000 groups a change: a whole set of suggestions at once. */
const groupsSchema = z.number().int().min(1).nullable();
export const moveGroupChangeSchema = z
  .object({
    /** Groups as they shall be; `revision` null makes a new one. */
    put: z
      .array(moveGroupSchema.omit({ revision: true }).extend({ revision: groupsSchema }))
      .max(2_000),
    remove: z.array(z.object({ id: z.string().max(64), revision: z.number().int() })).max(2_000),
  })
  .refine(({ put, remove }) => put.length + remove.length > 0, { message: "nothingToChange" });
export type MoveGroupChange = z.infer<typeof moveGroupChangeSchema>;

/** Why a VM of a group cannot move with it. */
export const blockerReasonSchema = z.enum(["notSuitable", "noMigrationType", "outOfScope"]);

export const groupBlockerSchema = z.object({
  vmKey: z.string(),
  name: z.string(),
  reason: blockerReasonSchema,
  suitability: suitabilitySchema.nullable(),
  /** VMs of the group that talk to it: they would reach across the sites. */
  insidePeers: z.number(),
  outsidePeers: z.number(),
  /** Ports of those links inside the group. */
  ports: z.array(z.number()),
});
export type GroupBlocker = z.infer<typeof groupBlockerSchema>;

export const cutSchema = z.object({
  leftId: z.string(),
  rightId: z.string(),
  links: z.number(),
  connections: z.number(),
  slotSum: z.number(),
  ports: z.array(z.number()),
  portCount: z.number(),
});

const bondShape = {
  insideLinks: z.number(),
  outsideLinks: z.number(),
  insideSlotSum: z.number(),
  outsideSlotSum: z.number(),
  cohesionRatio: z.number().nullable(),
};

export const moveGroupRowSchema = moveGroupSchema.extend({
  ...bondShape,
  /** Members that the inventory in use has. */
  vmCount: z.number(),
  /** Members that it has no longer. */
  goneVms: z.number(),
  blockers: z.array(groupBlockerSchema),
  updatedByName: z.string(),
  updatedAt: z.string(),
});
export type MoveGroupRow = z.infer<typeof moveGroupRowSchema>;

export const moveGroupListSchema = z.object({
  groups: z.array(moveGroupRowSchema),
  cuts: z.array(cutSchema),
  /** In-scope VMs of the inventory that are in no group, and those of them with a counted link. */
  ungroupedVms: z.number(),
  ungroupedLinkedVms: z.number(),
  /** The assessment that the blockers come from; null when none was made. */
  assessmentName: z.string().nullable(),
});
export type MoveGroupList = z.infer<typeof moveGroupListSchema>;

export const moveGroupMemberSchema = z.object({
  vmKey: z.string(),
  /** The key itself for a VM that the inventory has no longer. */
  name: z.string(),
  isGone: z.boolean(),
  inScope: z.boolean(),
  os: z.string().nullable(),
  cluster: z.string().nullable(),
  suitability: suitabilitySchema.nullable(),
  bestType: migrationTypeSchema.nullable(),
  /** Members that it talks to, and VMs outside the group. */
  insidePeers: z.number(),
  outsidePeers: z.number(),
});
export type MoveGroupMember = z.infer<typeof moveGroupMemberSchema>;

export const moveGroupDetailSchema = z.object({
  group: moveGroupRowSchema,
  members: z.array(moveGroupMemberSchema),
  /** Cuts with other groups, strongest first. */
  cuts: z.array(cutSchema.extend({ otherName: z.string() })),
});
export type MoveGroupDetail = z.infer<typeof moveGroupDetailSchema>;

export const moveGroupAnswerSchema = z.object({ groups: z.array(moveGroupSchema) });

export const suggestedGroupSchema = z.object({
  /** Stands for the group in `cuts`: `s1`, `s2` ... */
  id: z.string(),
  kind: z.enum(["application", "sharedDatabase", "sharedService"]),
  name: z.string(),
  vms: z.array(z.object({ key: z.string(), name: z.string() })),
  blockers: z.array(groupBlockerSchema),
  ...bondShape,
});
export type SuggestedGroupRow = z.infer<typeof suggestedGroupSchema>;

export const suggestionsSchema = z.object({
  groups: z.array(suggestedGroupSchema),
  cuts: z.array(cutSchema),
  /** VMs that talk to shared servers only. */
  singles: z.array(z.object({ key: z.string(), name: z.string() })),
  /** In-scope VMs without any counted link: nothing says where they belong. */
  unlinkedVms: z.number(),
  /** VMs of locked groups, which were left out. */
  lockedVms: z.number(),
});
export type SuggestionsAnswer = z.infer<typeof suggestionsSchema>;
