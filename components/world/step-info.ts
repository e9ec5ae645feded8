import { HCX_SETUP_DURATIONS } from "@/lib/hcx/setup-durations";
import { PRIVATE_CLOUD_DURATIONS, type StepDuration } from "@/lib/private-cloud/durations";
import type { CommandKind } from "@/lib/world/schema";
import type { StepId } from "@/lib/world/view-schema";
import type { WorldResource } from "./field-spec";

export interface StepInfo {
  /** What the step makes. */
  resource: WorldResource["kind"];
  /** Several can be made, one after the other. */
  repeatable: boolean;
  /** Another command on what is there. */
  also?: CommandKind;
  /** How long it usually takes, one after the other. */
  durations: readonly StepDuration[];
}

const CLOUD = PRIVATE_CLOUD_DURATIONS;
const HCX = HCX_SETUP_DURATIONS;

type SetupStep = Exclude<StepId, "mobilityGroup.create" | "mobilityGroup.start">;

export const STEP_INFO: Readonly<Record<SetupStep, StepInfo>> = {
  "resourceProvider.register": one("resourceProvider", [CLOUD.resourceProvider]),
  "hostQuota.request": many("hostQuota", []),
  "privateCloud.create": one("privateCloud", [CLOUD.privateCloud]),
  "virtualNetwork.create": many("virtualNetwork", [CLOUD.expressRouteGateway]),
  "expressRoute.connect": many("expressRouteConnection", [CLOUD.expressRouteConnection]),
  "globalReach.connect": many("globalReachConnection", [CLOUD.globalReachConnection]),
  "cluster.add": { ...many("cluster", [CLOUD.host]), also: "cluster.scale" },
  "segment.create": many("segment", [CLOUD.segment]),
  "hcxAddon.install": one("hcxAddon", [HCX.addon]),
  "hcxKey.create": many("hcxKey", []),
  "hcxConnector.deploy": many("hcxConnector", [
    HCX.connectorDeployment,
    HCX.connectorBoot,
    HCX.connectorActivation,
    HCX.connectorRestart,
  ]),
  "sitePairing.create": many("sitePairing", [HCX.sitePairing]),
  "networkProfile.create": many("networkProfile", [HCX.profile]),
  "computeProfile.create": many("computeProfile", [HCX.profile]),
  "serviceMesh.create": many("serviceMesh", [HCX.serviceMesh]),
  "networkExtension.create": many("networkExtension", [HCX.networkExtension]),
};

function one(resource: StepInfo["resource"], durations: readonly StepDuration[]): StepInfo {
  return { resource, repeatable: false, durations };
}

function many(resource: StepInfo["resource"], durations: readonly StepDuration[]): StepInfo {
  return { resource, repeatable: true, durations };
}

/** The range of the step's whole length in seconds; null where nobody can say. */
export function usualDuration({ durations }: StepInfo): {
  minSeconds: number;
  maxSeconds: number;
  isPublished: boolean;
  sources: string[];
} | null {
  if (durations.length === 0) return null;
  return {
    minSeconds: durations.reduce((sum, one) => sum + one.minSeconds, 0),
    maxSeconds: durations.reduce((sum, one) => sum + one.maxSeconds, 0),
    isPublished: durations.every((one) => one.basis === "published"),
    sources: [...new Set(durations.map((one) => one.source))],
  };
}

export function isSetupStep(id: StepId): id is SetupStep {
  return id in STEP_INFO;
}
