import { z } from "zod";
import { idSchema, rate, seconds } from "./field-schema";

/**
 * Networks that HCX stretches between the sites, and what guests send over them: it takes another appliance than
 * migrations do, and the same link. Azure VMware Solution's HCX performance page and HCX's configuration limits
 * name 4 to 6 Gbit/s for an appliance on a 10 Gbit/s adapter, and about 1 Gbit/s for a flow (V15).
 */

const FIVE_GBIT = 6.25e8;
const ONE_GBIT = 1.25e8;

const guestFlowSchema = z.strictObject({
  id: idSchema,
  startSeconds: seconds.default(0),
  durationSeconds: seconds,
  bytesPerSecond: rate
    .nullable()
    .default(null)
    .describe("What the guest sends while nothing holds it back; null is all that it can."),
});

export const networkExtensionSchema = z.strictObject({
  id: idSchema,
  meshId: idSchema.nullable().default(null).describe("Null takes the first service mesh."),
  applianceBytesPerSecond: rate
    .default(FIVE_GBIT)
    .describe("What one Network Extension appliance forwards: 4 to 6 Gbit/s are published (V15)."),
  flowBytesPerSecond: rate
    .default(ONE_GBIT)
    .describe("What one flow gets through it: about 1 Gbit/s is published (V15)."),
  guestFlows: z.array(guestFlowSchema).default([]),
});
