import { z } from "zod";
import { bytes, rate, ratio, seconds } from "./field-schema";

/**
 * The model's parameters, one set for every scenario of docs/validation.md. A value with a source names it;
 * the others are this project's assumptions, kept here so that a user can change them.
 */
export const parametersSchema = z.strictObject({
  base: z
    .enum(["hcx", "ideal"])
    .default("hcx")
    .describe(
      "Where what is not given comes from: hcx has the defaults that are stated here; ideal has payload alone, " +
        "without protocol overhead, stream limits, steps that take time or equipment that binds.",
    ),
  rpoSeconds: seconds
    .default(7200)
    .describe(
      "Delta sync every 2 hours (Broadcom KB 323663, HCX Bulk operations; HCX 4.7 user guide).",
    ),
  replicationEfficiencyRatio: ratio
    .min(0.01)
    .default(0.74)
    .describe(
      "Payload over line rate: 100 GB in 200 h on T1, 30 h on 10, 3 h on 100 Mbit/s (vSphere Replication 6.0 guide).",
    ),
  vmotionEfficiencyRatio: ratio
    .min(0.01)
    .default(0.94)
    .describe("ESP, IP and TCP headers on a 1500-byte frame: derived, not published."),
  replicationBytesPerSecond: rate
    .default(2.8e8)
    .describe("150 GB in about 9 minutes, one VM, HCX 4.11.3 (Broadcom KB 440767)."),
  vmotionBytesPerSecond: rate
    .default(2.125e8)
    .describe(
      "A single HCX vMotion tops out near 1.7 Gbit/s (IBM Cloud docs, HCX client migrations, 2022).",
    ),
  assistedVmotionBytesPerSecond: rate
    .default(1.25e9)
    .describe(
      "Assisted vMotion goes host to host at line rate: 10 Gbit/s (Azure docs proposal for HCX 4.10).",
    ),
  tcpWindowBytes: bytes
    .default(4 * 2 ** 20)
    .describe(
      "Send window of one connection; HCX publishes none. 4 MiB is a common autotuning maximum.",
    ),
  connectionsPerTransfer: z
    .int()
    .min(1)
    .max(64)
    .default(8)
    .describe("Connections that one transfer spreads over; HCX publishes none."),
  checksumBytesPerSecond: rate
    .min(1)
    .default(9e7)
    .describe("150 GB verified in 20 to 40 minutes on a retry with seed (Broadcom KB 440767)."),
  unreservedIxRatio: ratio
    .default(0.7)
    .describe(
      "IX without CPU reservation keeps this share of its throughput under contention (assumption, F33).",
    ),

  waitingHoldsSlot: z
    .boolean()
    .default(true)
    .describe(
      "Whether a VM that waits for its switchover keeps its slot: its replication goes on, so it does.",
    ),
  replicaOverheadRatio: ratio
    .default(0.1)
    .describe(
      "Free space wanted on top of a VM's size for replica instances (HCX states no figure).",
    ),

  validationSeconds: seconds.default(5),
  snapshotRemovalSeconds: seconds.default(60),
  placeholderSeconds: seconds.default(60),
  windowsShutdownSeconds: seconds.default(60),
  linuxShutdownSeconds: seconds.default(30),
  shutdownTimeoutSeconds: seconds
    .default(600)
    .describe("A guest that is still up after this refuses its shutdown (no published value)."),
  forcedPowerOffSeconds: seconds.default(10),
  consolidationSeconds: seconds.default(30),
  consolidationBytesPerSecond: rate.min(1).default(5e8),
  hardwareUpgradeSeconds: seconds.default(15),
  instantiationSeconds: seconds.default(45),
  powerOnSeconds: seconds.default(60),
  toolsUpgradeSeconds: seconds.default(180),
  cleanupSeconds: seconds.default(30),
  rollbackSeconds: seconds.default(60),

  relocatePreparationSeconds: seconds
    .default(240)
    .describe(
      "vMotion and Cold: gateway and VM details, reconfigure, shadow VM, before the first byte.",
    ),
  relocateCleanupSeconds: seconds
    .default(150)
    .describe("Source and destination clean-up of a relocation."),
  stunSeconds: seconds
    .default(1)
    .describe("Longest stun that pre-copy aims at; no published HCX value."),
  relocateStallSeconds: seconds
    .default(120)
    .describe(
      "A relocation fails when its path stands still for this long; no published HCX value.",
    ),
  fixUpSeconds: seconds
    .default(900)
    .describe("OSAM: driver and boot adaptation at the target; antivirus multiplies it."),
  antivirusFactor: z.number().min(1).max(20).default(3),
  vcenterReconnectSeconds: seconds
    .default(60)
    .describe("A source vCenter that is back reconnects within this time (assumption)."),

  stepVariation: z
    .number()
    .min(0)
    .max(3)
    .default(0)
    .describe(
      "Coefficient of variation of every step's duration, drawn per VM and step; 0 draws nothing.",
    ),
});
export type Parameters = z.infer<typeof parametersSchema>;
