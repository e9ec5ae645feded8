import { namedStream } from "@/lib/engine/random";
import { HCX_SETUP_DURATIONS } from "@/lib/hcx/setup-durations";
import { endOfBusinessDay } from "@/lib/private-cloud/business-day";
import {
  HOST_QUOTA_BUSINESS_DAYS_MAX,
  PRIVATE_CLOUD_DURATIONS,
  type StepDuration,
} from "@/lib/private-cloud/durations";
import type { ResourceKind, Stage } from "./resource";
import type { WorldSettings } from "./schema";

/**
 * How a resource comes to be: its provisioning states, by the product's names, from the command on.
 * Every duration is drawn from a stream named after the command, so no other command moves it.
 */

type Step = { state: string; duration: StepDuration };

const CLOUD = PRIVATE_CLOUD_DURATIONS;
const HCX = HCX_SETUP_DURATIONS;

/** States on the way, and the last one; Microsoft.AVS specification and HCX task states. */
const PLANS: Record<Exclude<ResourceKind, "hostQuota">, { steps: Step[]; ready: string }> = {
  resourceProvider: {
    steps: [{ state: "Registering", duration: CLOUD.resourceProvider }],
    ready: "Registered",
  },
  privateCloud: {
    steps: [
      { state: "Pending", duration: CLOUD.privateCloudPending },
      { state: "Building", duration: CLOUD.privateCloud },
    ],
    ready: "Succeeded",
  },
  virtualNetwork: {
    steps: [{ state: "Updating", duration: CLOUD.expressRouteGateway }],
    ready: "Succeeded",
  },
  expressRouteConnection: {
    steps: [{ state: "Updating", duration: CLOUD.expressRouteConnection }],
    ready: "Succeeded",
  },
  globalReachConnection: {
    steps: [{ state: "Connecting", duration: CLOUD.globalReachConnection }],
    ready: "Connected",
  },
  cluster: { steps: [{ state: "Updating", duration: CLOUD.host }], ready: "Succeeded" },
  segment: { steps: [{ state: "Building", duration: CLOUD.segment }], ready: "Succeeded" },
  hcxAddon: { steps: [{ state: "Building", duration: HCX.addon }], ready: "Succeeded" },
  // HCX sites of the ARM API are created synchronously.
  hcxKey: { steps: [], ready: "Available" },
  hcxConnector: {
    steps: [
      { state: "Deploying", duration: HCX.connectorDeployment },
      { state: "Booting", duration: HCX.connectorBoot },
      { state: "Activating", duration: HCX.connectorActivation },
      { state: "Restarting", duration: HCX.connectorRestart },
    ],
    ready: "Ready",
  },
  sitePairing: { steps: [{ state: "Running", duration: HCX.sitePairing }], ready: "Connected" },
  networkProfile: { steps: [{ state: "Running", duration: HCX.profile }], ready: "Realized" },
  computeProfile: { steps: [{ state: "Running", duration: HCX.profile }], ready: "Success" },
  serviceMesh: {
    steps: [
      { state: "Queued", duration: HCX.serviceMeshQueue },
      { state: "Running", duration: HCX.serviceMesh },
    ],
    ready: "Up",
  },
  networkExtension: {
    steps: [{ state: "Running", duration: HCX.networkExtension }],
    ready: "Extended",
  },
};

export type StageRequest = {
  settings: WorldSettings;
  /** Names the random stream together with the kind. */
  sequence: number;
  atSeconds: number;
};

function drawSeconds(request: StageRequest, purpose: string, duration: StepDuration): number {
  const { settings, sequence } = request;
  const stream = namedStream(settings.seed, "setup", String(sequence), purpose);
  return Math.round(stream.between(duration.minSeconds, duration.maxSeconds));
}

function stagesOf(
  steps: readonly { state: string; seconds: number }[],
  ready: string,
  atSeconds: number,
): Stage[] {
  let startSeconds = atSeconds;
  const stages: Stage[] = [];
  for (const { state, seconds } of steps) {
    stages.push({ state, startSeconds, settled: false, usable: false });
    startSeconds += seconds;
  }
  stages.push({ state: ready, startSeconds, settled: true, usable: true });
  return stages;
}

export function stagesOfNew(
  kind: Exclude<ResourceKind, "hostQuota">,
  request: StageRequest,
): Stage[] {
  const { steps, ready } = PLANS[kind];
  const drawn = steps.map(({ state, duration }) => ({
    state,
    seconds: drawSeconds(request, state, duration),
  }));
  return stagesOf(drawn, ready, request.atSeconds);
}

/** Quota that is held already is granted at once; else the support request takes 1 to 5 business days. */
export function stagesOfQuota(alreadyGranted: boolean, request: StageRequest): Stage[] {
  const { settings, sequence, atSeconds } = request;
  if (alreadyGranted) return stagesOf([], "Granted", atSeconds);
  const stream = namedStream(settings.seed, "setup", String(sequence), "businessDays");
  const days = stream.int(1, HOST_QUOTA_BUSINESS_DAYS_MAX);
  const epochMs = Date.parse(settings.epoch);
  const endMs = endOfBusinessDay(settings.timeZone, epochMs + atSeconds * 1000, days);
  const seconds = (endMs - epochMs) / 1000 - atSeconds;
  return stagesOf([{ state: "Submitted", seconds }], "Granted", atSeconds);
}

/** Stages that scaling appends: hosts join one after another, and the cluster stays usable. */
export function stagesOfScale(addedHosts: number, request: StageRequest): Stage[] {
  let seconds = 0;
  for (let host = 0; host < Math.abs(addedHosts); host++) {
    seconds += drawSeconds(request, `host ${host}`, CLOUD.host);
  }
  const { atSeconds } = request;
  return [
    { state: "Updating", startSeconds: atSeconds, settled: false, usable: true },
    { state: "Succeeded", startSeconds: atSeconds + seconds, settled: true, usable: true },
  ];
}
