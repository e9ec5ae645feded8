import {
  checkGroupCreate,
  checkGroupEdit,
  checkGroupIsDraft,
  checkGroupStart,
  checkSelection,
} from "@/lib/hcx/check-group";
import { checkNetworkExtensionCreate, checkServiceMeshCreate } from "@/lib/hcx/check-mesh";
import { checkComputeProfileCreate, checkNetworkProfileCreate } from "@/lib/hcx/check-profiles";
import {
  checkHcxAddonInstall,
  checkHcxConnectorDeploy,
  checkHcxKeyCreate,
  checkSitePairingCreate,
} from "@/lib/hcx/check-site";
import type { FaultInject } from "@/lib/hcx/mobility-group-schema";
import {
  checkExpressRouteConnect,
  checkGlobalReachConnect,
  checkSegmentCreate,
  checkVirtualNetworkCreate,
} from "@/lib/private-cloud/check-connectivity";
import {
  checkClusterAdd,
  checkClusterScale,
  checkHostQuotaRequest,
  checkPrivateCloudCreate,
  checkResourceProviderRegister,
} from "@/lib/private-cloud/check-private-cloud";
import { groupsAt, type MobilityGroup } from "./groups";
import type { CheckContext } from "./inventory";
import { type Problem, problem } from "./problem";
import { type SetupState, viewNamed } from "./resource";
import type { Command, CommandRequest } from "./schema";

/**
 * Every reason for which the world refuses a command at the instant of `state`; empty when it is
 * taken. The commands are those of the log so far.
 */
export function checkCommand(
  state: SetupState,
  commands: readonly Command[],
  request: CommandRequest,
  context: CheckContext,
): Problem[] {
  switch (request.kind) {
    case "resourceProvider.register":
      return checkResourceProviderRegister(state, request.payload);
    case "hostQuota.request":
      return checkHostQuotaRequest(state, request.payload);
    case "privateCloud.create":
      return checkPrivateCloudCreate(state, request.payload, context);
    case "virtualNetwork.create":
      return checkVirtualNetworkCreate(state, request.payload, context);
    case "expressRoute.connect":
      return checkExpressRouteConnect(state, request.payload);
    case "globalReach.connect":
      return checkGlobalReachConnect(state, request.payload);
    case "cluster.add":
      return checkClusterAdd(state, request.payload);
    case "cluster.scale":
      return checkClusterScale(state, request.payload);
    case "segment.create":
      return checkSegmentCreate(state, request.payload, context);
    case "hcxAddon.install":
      return checkHcxAddonInstall(state);
    case "hcxKey.create":
      return checkHcxKeyCreate(state, request.payload);
    case "hcxConnector.deploy":
      return checkHcxConnectorDeploy(state, request.payload);
    case "sitePairing.create":
      return checkSitePairingCreate(state, request.payload);
    case "networkProfile.create":
      return checkNetworkProfileCreate(state, request.payload, context);
    case "computeProfile.create":
      return checkComputeProfileCreate(state, request.payload, context);
    case "serviceMesh.create":
      return checkServiceMeshCreate(state, request.payload);
    case "networkExtension.create":
      return checkNetworkExtensionCreate(state, request.payload, context);
    default:
      return checkMigrationCommand(state, commands, request, context);
  }
}

function checkMigrationCommand(
  state: SetupState,
  commands: readonly Command[],
  request: CommandRequest,
  context: CheckContext,
): Problem[] {
  const groups = groupsAt(commands, state.atSeconds);
  const check = { state, groups, context };
  switch (request.kind) {
    case "mobilityGroup.create":
      return checkGroupCreate(check, request.payload);
    case "mobilityGroup.edit":
      return checkGroupEdit(check, request.payload);
    case "mobilityGroup.delete":
      return checkGroupIsDraft(check, request.payload.groupId);
    case "mobilityGroup.start":
      return checkGroupStart(check, request.payload.groupId);
    case "mobilityGroup.reschedule": {
      const { switchoverWindow } = request.payload;
      const problems = checkSelection(groups, request.payload);
      if (switchoverWindow && switchoverWindow.endSeconds <= switchoverWindow.startSeconds) {
        problems.push(problem("windowEndsBeforeStart", "switchoverWindow.endSeconds"));
      }
      if (switchoverWindow && switchoverWindow.endSeconds <= state.atSeconds) {
        problems.push(problem("windowInThePast", "switchoverWindow.endSeconds"));
      }
      return problems;
    }
    case "migration.cancel":
    case "migration.retry":
    case "migration.forcePowerOff":
    case "migration.forceCleanup":
      return checkSelection(groups, request.payload);
    case "fault.inject":
      return checkFault(state, groups, request.payload);
    default:
      return [];
  }
}

function checkFault(
  state: SetupState,
  groups: readonly MobilityGroup[],
  payload: FaultInject,
): Problem[] {
  if ("serviceMeshName" in payload) {
    const name = payload.serviceMeshName;
    const isThere = viewNamed(state, "serviceMesh", name) !== null;
    return isThere ? [] : [problem("serviceMeshUnknown", "serviceMeshName", { name })];
  }
  const started = groups.filter(({ startedAtSeconds }) => startedAtSeconds !== null);
  if ("datastoreName" in payload) {
    const name = payload.datastoreName;
    const isUsed = started.some(({ draft }) => draft.destinationDatastore === name);
    return isUsed ? [] : [problem("datastoreUnused", "datastoreName", { name })];
  }
  if (!("vmKeys" in payload)) return [];
  const known = new Set(started.flatMap(({ draft }) => draft.migrations.map(({ vmKey }) => vmKey)));
  return payload.vmKeys.flatMap((vmKey, index) =>
    known.has(vmKey) ? [] : [problem("migrationUnknown", `vmKeys.${index}`, { vm: vmKey })],
  );
}
