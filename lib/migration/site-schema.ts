import { z } from "zod";
import { bytes, idSchema, rate, ratio, seconds } from "./field-schema";

/** The two sites and what joins them: hosts, datastores, links, managers and service meshes. */

/** 10 Gbit/s, what a host's replication or vMotion network has today. */
const TEN_GBIT = 1.25e9;
/** 1 Gbit/s, the smallest ExpressRoute circuit that migrations are commonly planned on. */
const ONE_GBIT = 1.25e8;
/**
 * One VM's 150 GB in about 9 minutes (KB 440767) and many VMs' 23 TB in a day (OVHcloud) are both 2.1 to
 * 2.2 Gbit/s of payload, 3 Gbit/s with its overhead: inferred to be what one IX forwards through its tunnel.
 */
const IX_BYTES_PER_SECOND = 3.8e8;

export const sourceHostSchema = z.strictObject({
  id: idSchema,
  nicBytesPerSecond: rate.default(TEN_GBIT),
});

export const sourceDatastoreSchema = z.strictObject({
  id: idSchema,
  readBytesPerSecond: rate.default(1e9),
});

export const targetDatastoreSchema = z.strictObject({
  id: idSchema,
  writeBytesPerSecond: rate.default(2e9),
  freeBytes: bytes.nullable().default(null).describe("Null: free space is not looked at."),
});

const localTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** Capacity that production keeps for itself at local times of the scenario's zone. */
export const reservationSchema = z.strictObject({
  days: z.array(z.int().min(0).max(6)).default([1, 2, 3, 4, 5]).describe("0 is Sunday."),
  startLocalTime: localTime.default("08:00"),
  endLocalTime: localTime
    .default("18:00")
    .describe("At or before the start: it ends on the next day."),
  reservedRatio: ratio.describe("Share of the link that migrations may not use."),
});
export type LinkReservation = z.infer<typeof reservationSchema>;

export const linkSchema = z.strictObject({
  id: idSchema,
  capacityBytesPerSecond: rate.default(ONE_GBIT),
  latencySeconds: seconds
    .default(0)
    .describe(
      "One way. A transfer's first byte arrives this much later, and its rate is bounded by window and loss.",
    ),
  lossRatio: ratio.default(0),
  mtuBytes: z.int().min(68).max(9216).default(1500),
  reservations: z.array(reservationSchema).default([]),
  degradations: z
    .array(
      z.strictObject({ startSeconds: seconds, durationSeconds: seconds, capacityRatio: ratio }),
    )
    .default([]),
  outages: z.array(z.strictObject({ startSeconds: seconds, durationSeconds: seconds })).default([]),
});
export type ScenarioLink = z.infer<typeof linkSchema>;

export const managerSchema = z.strictObject({
  id: idSchema,
  size: z.enum(["default", "large"]).default("default").describe("large: resized, HCX 4.7 on."),
});

export const meshSchema = z.strictObject({
  id: idSchema,
  linkId: idSchema.nullable().default(null).describe("Null takes the first link."),
  managerId: idSchema.default("manager"),
  services: z
    .array(z.enum(["VMOTION", "BULK_MIGRATION", "RAV", "OS_ASSISTED_MIGRATION"]))
    .default(["VMOTION", "BULK_MIGRATION", "RAV", "OS_ASSISTED_MIGRATION"]),
  ixBytesPerSecond: rate
    .default(IX_BYTES_PER_SECOND)
    .describe(
      "What one IX appliance forwards, in LAN bytes: inferred from two published durations (docs/validation.md).",
    ),
  ixCpuReserved: z.boolean().default(true).describe("False slows it under contention (F33)."),
  wanOptimization: z
    .object({
      ratio: z.number().min(1).max(20).default(3.3),
    })
    .nullable()
    .default(null)
    .describe("LAN bytes a WAN byte carries; 3:1 was measured for vMotion, removed in HCX 9.0."),
  vmotionMtuBytes: z.int().min(68).max(9216).default(1500).describe("Over 1500 breaks WAN-OPT."),
});
export type ScenarioMesh = z.infer<typeof meshSchema>;

export const siteSchemas = {
  sourceHosts: z.array(sourceHostSchema).default([]),
  sourceDatastores: z.array(sourceDatastoreSchema).default([]),
  targetDatastores: z.array(targetDatastoreSchema).default([]),
  links: z
    .array(linkSchema)
    .min(1)
    .prefault([{ id: "link" }]),
  managers: z
    .array(managerSchema)
    .min(1)
    .prefault([{ id: "manager" }]),
  meshes: z
    .array(meshSchema)
    .min(1)
    .prefault([{ id: "mesh" }]),
};
