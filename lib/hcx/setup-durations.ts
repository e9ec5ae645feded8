import type { StepDuration } from "@/lib/private-cloud/durations";

/**
 * How long HCX's set-up steps take, as a range of seconds to draw from.
 * `published` figures name their document; `assumed` ones are this product's own.
 */
const MINUTE = 60;

export const HCX_SETUP_DURATIONS = {
  addon: {
    minSeconds: 25 * MINUTE,
    maxSeconds: 30 * MINUTE,
    basis: "published",
    source: "NetApp guide for HCX on AVS (TR-4940): about 25 to 30 minutes",
  },
  connectorDeployment: {
    minSeconds: 2 * MINUTE,
    maxSeconds: 8 * MINUTE,
    basis: "assumed",
    source:
      "AVS landing zone accelerator transcript: 5.17 GiB in 2.0 minutes from a near host; the upper end is assumed",
  },
  connectorBoot: {
    minSeconds: 5 * MINUTE,
    maxSeconds: 10 * MINUTE,
    basis: "published",
    source: "VMware Cloud field guide, HCX chapter: 5 to 10 minutes until :9443 answers",
  },
  connectorActivation: {
    minSeconds: 120,
    maxSeconds: 180,
    basis: "published",
    source: "AVS landing zone accelerator transcript: 15 polls of 10 s, about 150 s",
  },
  connectorRestart: {
    minSeconds: 10 * MINUTE,
    maxSeconds: 20 * MINUTE,
    basis: "published",
    source: "NetApp guide for HCX on AVS (TR-4940): plug-in appears after about 10 to 20 minutes",
  },
  sitePairing: {
    minSeconds: 20,
    maxSeconds: 60,
    basis: "assumed",
    source: "documents say a few moments",
  },
  profile: {
    minSeconds: 5,
    maxSeconds: 20,
    basis: "assumed",
    source: "no published figure; a profile is a record without deployment",
  },
  serviceMeshQueue: {
    minSeconds: 10,
    maxSeconds: 60,
    basis: "assumed",
    source: "no published figure",
  },
  serviceMesh: {
    minSeconds: 5 * MINUTE,
    maxSeconds: 6 * MINUTE,
    basis: "published",
    source:
      "AVS landing zone accelerator transcript (HCX 4.11.0): 5 polls of a minute, IX and one NE",
  },
  networkExtension: {
    minSeconds: 30,
    maxSeconds: 120,
    basis: "assumed",
    source: "no published figure",
  },
} as const satisfies Record<string, StepDuration>;
