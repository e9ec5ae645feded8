import { supportsWanOptimization } from "@/lib/hcx/limits";
import type { Command } from "./command-schema";
import type { Moment, SwitchoverWindow } from "./field-schema";
import { isTimeZone } from "./local-time";
import { secondsOfMoment } from "./moment";
import { withParameterBase } from "./parameter-base";
import { type Scenario, scenarioSchema } from "./schema";

/** A problem of a scenario: where (`groups.0.migrations.2.vmId`) and a sentence for its author. */
export interface ScenarioProblem {
  path: string;
  message: string;
}

export type ScenarioResult =
  | { ok: true; scenario: Scenario }
  | { ok: false; problems: ScenarioProblem[] };

/** Parses a scenario and checks what joins its parts; every problem is listed, not the first. */
export function parseScenario(input: unknown): ScenarioResult {
  const parsed = scenarioSchema.safeParse(withParameterBase(input));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      path: path.join("."),
      message,
    }));
    return { ok: false, problems };
  }
  const problems = checkScenario(parsed.data);
  return problems.length === 0 ? { ok: true, scenario: parsed.data } : { ok: false, problems };
}

/** Problems between the parts of a scenario that each are well-formed. */
export function checkScenario(scenario: Scenario): ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  const report = (path: string, message: string) => problems.push({ path, message });
  if (!isTimeZone(scenario.timeZone)) {
    report("timeZone", `"${scenario.timeZone}" is not a time zone that this system knows`);
  }
  const ids = collectIds(scenario, report);
  const refer = (path: string, kind: IdKind, id: string | null) => {
    if (id !== null && !ids[kind].has(id)) report(path, `no ${kind} has the id "${id}"`);
  };
  scenario.vms.forEach((vm, i) => {
    refer(`vms.${i}.sourceHostId`, "sourceHosts", vm.sourceHostId);
    refer(`vms.${i}.sourceDatastoreId`, "sourceDatastores", vm.sourceDatastoreId);
    refer(`vms.${i}.targetDatastoreId`, "targetDatastores", vm.targetDatastoreId);
    vm.disks.forEach((disk, j) => {
      if (disk.usedBytes !== null && disk.usedBytes > disk.sizeBytes) {
        report(`vms.${i}.disks.${j}.usedBytes`, "more used than the disk is large");
      }
    });
  });
  scenario.meshes.forEach((mesh, i) => {
    refer(`meshes.${i}.linkId`, "links", mesh.linkId);
    refer(`meshes.${i}.managerId`, "managers", mesh.managerId);
  });
  checkExtensions(scenario, refer, report);
  const time = momentChecks(scenario, report);
  checkGroups(scenario, refer, report, time);
  scenario.commands.forEach((command, i) => {
    checkCommand(command, `commands.${i}`, refer, time);
  });
  return problems;
}

/** What can be wrong with a moment that is well-formed: no such date, or a window that ends before it starts. */
function momentChecks(scenario: Scenario, report: Report) {
  // A zone that nobody knows is one problem, not one for every moment in it.
  const timed = isTimeZone(scenario.timeZone) ? scenario : { ...scenario, timeZone: "UTC" };
  const moment = (path: string, at: Moment | null): number | null => {
    if (at === null) return null;
    const seconds = secondsOfMoment(at, timed);
    if (Number.isFinite(seconds)) return seconds;
    report(path, `"${at}" is no date and time`);
    return null;
  };
  const window = (path: string, given: SwitchoverWindow | null) => {
    if (given === null) return;
    const start = moment(`${path}.start`, given.start);
    const end = moment(`${path}.end`, given.end);
    if (start !== null && end !== null && end <= start)
      report(`${path}.end`, "not after the start");
  };
  return { moment, window };
}
type TimeChecks = ReturnType<typeof momentChecks>;

type Report = (path: string, message: string) => void;
type Refer = (path: string, kind: IdKind, id: string | null) => void;
const ID_KINDS = [
  "vms",
  "sourceHosts",
  "sourceDatastores",
  "targetDatastores",
  "links",
  "managers",
  "meshes",
  "groups",
  "networkExtensions",
] as const;
type IdKind = (typeof ID_KINDS)[number];

function collectIds(scenario: Scenario, report: Report): Record<IdKind, Set<string>> {
  const collect = (kind: IdKind) => {
    const seen = new Set<string>();
    scenario[kind].forEach(({ id }, i) => {
      if (seen.has(id)) report(`${kind}.${i}.id`, `"${id}" is used twice`);
      seen.add(id);
    });
    return [kind, seen] as const;
  };
  return Object.fromEntries(ID_KINDS.map(collect)) as Record<IdKind, Set<string>>;
}

function checkGroups(scenario: Scenario, refer: Refer, report: Report, time: TimeChecks): void {
  const groupOfVm = new Map<string, string>();
  scenario.groups.forEach((group, i) => {
    refer(`groups.${i}.meshId`, "meshes", group.meshId);
    time.moment(`groups.${i}.goAt`, group.goAt);
    time.moment(`groups.${i}.transferStart`, group.transferStart);
    time.window(`groups.${i}.switchoverWindow`, group.switchoverWindow);
    group.migrations.forEach(({ vmId }, j) => {
      const path = `groups.${i}.migrations.${j}.vmId`;
      refer(path, "vms", vmId);
      const other = groupOfVm.get(vmId);
      if (other !== undefined) report(path, `"${vmId}" is in group "${other}" already`);
      groupOfVm.set(vmId, group.id);
    });
  });
}

/** What WAN Optimization leaves of a link is counted in bytes of migrations; guests' bytes are not reduced by it. */
function checkExtensions(scenario: Scenario, refer: Refer, report: Report): void {
  const isOptimizing = supportsWanOptimization(scenario.hcxVersion);
  const linkOf = (mesh = scenario.meshes[0]) => mesh?.linkId ?? scenario.links[0]?.id;
  const optimized = new Set(
    scenario.meshes.flatMap((mesh) =>
      isOptimizing && mesh.wanOptimization !== null ? [linkOf(mesh)] : [],
    ),
  );
  scenario.networkExtensions.forEach(({ meshId, guestFlows }, i) => {
    refer(`networkExtensions.${i}.meshId`, "meshes", meshId);
    const ids = guestFlows.map(({ id }) => id);
    ids.forEach((id, j) => {
      if (ids.indexOf(id) < j) {
        report(`networkExtensions.${i}.guestFlows.${j}.id`, `"${id}" is used twice`);
      }
    });
    const mesh = scenario.meshes.find(({ id }) => id === meshId) ?? scenario.meshes[0];
    if (guestFlows.length > 0 && optimized.has(linkOf(mesh))) {
      report(
        `networkExtensions.${i}.guestFlows`,
        "guests' traffic on a link with WAN Optimization is not simulated",
      );
    }
  });
}

function checkCommand(command: Command, path: string, refer: Refer, time: TimeChecks): void {
  switch (command.kind) {
    case "editLimits":
      return;
    case "editLink":
      refer(`${path}.linkId`, "links", command.linkId);
      return;
    case "injectFault": {
      const { fault } = command;
      if ("vmIds" in fault) {
        fault.vmIds.forEach((id, i) => {
          refer(`${path}.fault.vmIds.${i}`, "vms", id);
        });
      }
      if ("meshId" in fault) refer(`${path}.fault.meshId`, "meshes", fault.meshId);
      if ("linkId" in fault) refer(`${path}.fault.linkId`, "links", fault.linkId);
      if ("datastoreId" in fault) {
        refer(`${path}.fault.datastoreId`, "targetDatastores", fault.datastoreId);
      }
      return;
    }
    default:
      if (command.kind === "reschedule") {
        time.window(`${path}.switchoverWindow`, command.switchoverWindow);
        time.moment(`${path}.transferStart`, command.transferStart);
      }
      refer(`${path}.groupId`, "groups", command.groupId);
      command.vmIds?.forEach((id, i) => {
        refer(`${path}.vmIds.${i}`, "vms", id);
      });
  }
}
