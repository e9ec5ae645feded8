import { NETWORK_USES } from "@/lib/hcx/setup-schema";
import type { MobilityGroup } from "./groups";
import { type ResourceKind, type SetupState, viewsOf } from "./resource";
import type { StepId, StepView } from "./view-schema";

/** The way to Go as data: which page a step is on, what it makes, and what must be done before. */
interface StepPlan {
  id: StepId;
  page: StepView["page"];
  required: boolean;
  makes: ResourceKind | null;
  after: readonly StepId[];
}

const step = (
  id: StepId,
  page: StepView["page"],
  makes: ResourceKind | null,
  after: readonly StepId[],
  required = true,
): StepPlan => ({ id, page, required, makes, after });

const STEPS: readonly StepPlan[] = [
  step("resourceProvider.register", "avs", "resourceProvider", []),
  step("hostQuota.request", "avs", "hostQuota", ["resourceProvider.register"]),
  step("privateCloud.create", "avs", "privateCloud", ["hostQuota.request"]),
  step("virtualNetwork.create", "avs", "virtualNetwork", ["resourceProvider.register"]),
  step("expressRoute.connect", "avs", "expressRouteConnection", [
    "privateCloud.create",
    "virtualNetwork.create",
  ]),
  step("globalReach.connect", "avs", "globalReachConnection", ["privateCloud.create"]),
  step("cluster.add", "avs", "cluster", ["privateCloud.create"], false),
  step("segment.create", "avs", "segment", ["privateCloud.create"], false),
  step("hcxAddon.install", "hcx", "hcxAddon", ["privateCloud.create"]),
  step("hcxKey.create", "hcx", "hcxKey", ["hcxAddon.install"]),
  step("hcxConnector.deploy", "hcx", "hcxConnector", ["hcxKey.create"]),
  step("sitePairing.create", "hcx", "sitePairing", ["hcxConnector.deploy", "globalReach.connect"]),
  step("networkProfile.create", "hcx", "networkProfile", ["hcxConnector.deploy"]),
  step("computeProfile.create", "hcx", "computeProfile", ["networkProfile.create"]),
  step("serviceMesh.create", "hcx", "serviceMesh", ["sitePairing.create", "computeProfile.create"]),
  step("networkExtension.create", "hcx", "networkExtension", ["serviceMesh.create"], false),
  step("mobilityGroup.create", "migrate", null, ["serviceMesh.create"]),
  step("mobilityGroup.start", "migrate", null, ["mobilityGroup.create"]),
];

/** Every step with its status at the instant of `state`, in order. */
export function stepsAt(state: SetupState, groups: readonly MobilityGroup[]): StepView[] {
  const views = new Map<StepId, StepView>();
  for (const plan of STEPS) {
    const blockedBy = plan.after.filter((id) => views.get(id)?.status !== "done");
    views.set(plan.id, { ...statusOf(plan, state, groups, blockedBy), blockedBy });
  }
  return [...views.values()];
}

function statusOf(
  plan: StepPlan,
  state: SetupState,
  groups: readonly MobilityGroup[],
  blockedBy: readonly StepId[],
): Omit<StepView, "blockedBy"> {
  const { id, page, required } = plan;
  const base = { id, page, required, readyAtSeconds: null, progressRatio: null };
  const running = runningOf(plan, state);
  if (running !== null) return { ...base, status: "inProgress", ...running };
  if (isDone(plan, state, groups)) return { ...base, status: "done" };
  return { ...base, status: blockedBy.length > 0 ? "blocked" : "notStarted" };
}

function runningOf({ makes }: StepPlan, state: SetupState) {
  if (makes === null) return null;
  const unsettled = viewsOf(state, makes).filter((view) => !view.settled);
  const last = unsettled.sort((a, b) => b.readyAtSeconds - a.readyAtSeconds)[0];
  if (last === undefined) return null;
  return { readyAtSeconds: last.readyAtSeconds, progressRatio: last.progressRatio };
}

function isDone(
  { id, makes }: StepPlan,
  state: SetupState,
  groups: readonly MobilityGroup[],
): boolean {
  if (id === "mobilityGroup.create") return groups.length > 0;
  if (id === "mobilityGroup.start") {
    return groups.some(({ startedAtSeconds }) => startedAtSeconds !== null);
  }
  if (makes === null) return false;
  const settled = viewsOf(state, makes).filter((view) => view.settled);
  // The management cluster comes with the private cloud; adding one is a step of its own.
  if (id === "cluster.add") return settled.length > 1;
  if (id === "networkProfile.create") {
    const covered = new Set(viewsOf(state, "networkProfile").flatMap((v) => v.properties.uses));
    return NETWORK_USES.every((use) => covered.has(use));
  }
  return settled.length > 0;
}
