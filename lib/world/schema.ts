import { z } from "zod";
import {
  faultInjectSchema,
  limitsEditSchema,
  migrationCancelSchema,
  migrationForceCleanupSchema,
  migrationForcePowerOffSchema,
  migrationRetrySchema,
  mobilityGroupDraftSchema,
  mobilityGroupRefSchema,
  mobilityGroupRescheduleSchema,
} from "@/lib/hcx/mobility-group-schema";
import {
  computeProfileCreateSchema,
  hcxAddonInstallSchema,
  hcxConnectorDeploySchema,
  hcxKeyCreateSchema,
  networkExtensionCreateSchema,
  networkProfileCreateSchema,
  serviceMeshCreateSchema,
  sitePairingCreateSchema,
} from "@/lib/hcx/setup-schema";
import {
  clusterAddSchema,
  clusterScaleSchema,
  expressRouteConnectSchema,
  globalReachConnectSchema,
  hostQuotaRequestSchema,
  privateCloudCreateSchema,
  resourceProviderRegisterSchema,
  segmentCreateSchema,
  virtualNetworkCreateSchema,
} from "@/lib/private-cloud/schema";

/** Every kind of command with the schema of its payload: the one place that lists them. */
export const COMMAND_PAYLOADS = {
  "resourceProvider.register": resourceProviderRegisterSchema,
  "hostQuota.request": hostQuotaRequestSchema,
  "privateCloud.create": privateCloudCreateSchema,
  "virtualNetwork.create": virtualNetworkCreateSchema,
  "expressRoute.connect": expressRouteConnectSchema,
  "globalReach.connect": globalReachConnectSchema,
  "cluster.add": clusterAddSchema,
  "cluster.scale": clusterScaleSchema,
  "segment.create": segmentCreateSchema,
  "hcxAddon.install": hcxAddonInstallSchema,
  "hcxKey.create": hcxKeyCreateSchema,
  "hcxConnector.deploy": hcxConnectorDeploySchema,
  "sitePairing.create": sitePairingCreateSchema,
  "networkProfile.create": networkProfileCreateSchema,
  "computeProfile.create": computeProfileCreateSchema,
  "serviceMesh.create": serviceMeshCreateSchema,
  "networkExtension.create": networkExtensionCreateSchema,
  "mobilityGroup.create": mobilityGroupDraftSchema,
  "mobilityGroup.edit": mobilityGroupDraftSchema,
  "mobilityGroup.delete": mobilityGroupRefSchema,
  "mobilityGroup.start": mobilityGroupRefSchema,
  "mobilityGroup.reschedule": mobilityGroupRescheduleSchema,
  "migration.cancel": migrationCancelSchema,
  "migration.retry": migrationRetrySchema,
  "migration.forcePowerOff": migrationForcePowerOffSchema,
  "migration.forceCleanup": migrationForceCleanupSchema,
  "limits.edit": limitsEditSchema,
  "fault.inject": faultInjectSchema,
} as const;

export type CommandKind = keyof typeof COMMAND_PAYLOADS;
export type CommandPayload<K extends CommandKind> = z.infer<(typeof COMMAND_PAYLOADS)[K]>;
export const COMMAND_KINDS = Object.keys(COMMAND_PAYLOADS) as CommandKind[];

/** What somebody asks for: one kind and its payload. */
export type CommandRequest = {
  [K in CommandKind]: { kind: K; payload: CommandPayload<K> };
}[CommandKind];

function requestOf<K extends CommandKind>(kind: K) {
  return z.object({ kind: z.literal(kind), payload: COMMAND_PAYLOADS[kind] });
}

export const commandRequestSchema = z.discriminatedUnion("kind", [
  requestOf("resourceProvider.register"),
  requestOf("hostQuota.request"),
  requestOf("privateCloud.create"),
  requestOf("virtualNetwork.create"),
  requestOf("expressRoute.connect"),
  requestOf("globalReach.connect"),
  requestOf("cluster.add"),
  requestOf("cluster.scale"),
  requestOf("segment.create"),
  requestOf("hcxAddon.install"),
  requestOf("hcxKey.create"),
  requestOf("hcxConnector.deploy"),
  requestOf("sitePairing.create"),
  requestOf("networkProfile.create"),
  requestOf("computeProfile.create"),
  requestOf("serviceMesh.create"),
  requestOf("networkExtension.create"),
  requestOf("mobilityGroup.create"),
  requestOf("mobilityGroup.edit"),
  requestOf("mobilityGroup.delete"),
  requestOf("mobilityGroup.start"),
  requestOf("mobilityGroup.reschedule"),
  requestOf("migration.cancel"),
  requestOf("migration.retry"),
  requestOf("migration.forcePowerOff"),
  requestOf("migration.forceCleanup"),
  requestOf("limits.edit"),
  requestOf("fault.inject"),
]);

/** Around each command in the log. */
export const commandEnvelopeSchema = z.object({
  /** 1, 2, 3 … within a world, without gaps. */
  sequence: z.number().int().min(1),
  /** Simulated time of the command, after the world's epoch; never before the command before it. */
  atSeconds: z.number().min(0),
  actorId: z.string(),
  /** Made by the client: a repeated request is answered, not repeated. */
  commandId: z.uuid(),
});

export const commandSchema = commandEnvelopeSchema.and(commandRequestSchema);
export type Command = z.infer<typeof commandEnvelopeSchema> & CommandRequest;

/** Body of the request that appends a command; the server adds sequence, time and actor. */
export const appendCommandRequestSchema = z
  .object({ commandId: z.uuid() })
  .and(commandRequestSchema);
export type AppendCommandRequest = { commandId: string } & CommandRequest;

export const clockSchema = z.object({
  wallAnchorMs: z.number(),
  simAnchorSeconds: z.number().min(0),
  /** Simulated seconds a wall-clock second; 86,400 is a day a second. */
  speed: z.number().min(0).max(86_400),
  paused: z.boolean(),
});
export type Clock = z.infer<typeof clockSchema>;

/** What a new world is told. */
export const worldSettingsSchema = z.object({
  /** ISO 8601 instant of simulated second 0. */
  epoch: z.iso.datetime({ offset: true }),
  /** IANA name, for instance `Asia/Seoul`. */
  timeZone: z.string().min(1).max(64),
  seed: z.number().int().min(0).max(0xffffffff),
});
export type WorldSettings = z.infer<typeof worldSettingsSchema>;
