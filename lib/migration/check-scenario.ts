import type { Command } from "./command-schema";
import { isTimeZone } from "./local-time";
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
  const parsed = scenarioSchema.safeParse(input);
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
  checkGroups(scenario, refer, report);
  scenario.commands.forEach((command, i) => {
    checkCommand(command, `commands.${i}`, refer);
  });
  return problems;
}

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

function checkGroups(scenario: Scenario, refer: Refer, report: Report): void {
  scenario.groups.forEach((group, i) => {
    const members = new Set<string>();
    refer(`groups.${i}.meshId`, "meshes", group.meshId);
    group.migrations.forEach(({ vmId }, j) => {
      const path = `groups.${i}.migrations.${j}.vmId`;
      refer(path, "vms", vmId);
      if (members.has(vmId)) report(path, `"${vmId}" is in this group twice`);
      members.add(vmId);
    });
  });
}

function checkCommand(command: Command, path: string, refer: Refer): void {
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
      refer(`${path}.groupId`, "groups", command.groupId);
      command.vmIds?.forEach((id, i) => {
        refer(`${path}.vmIds.${i}`, "vms", id);
      });
  }
}
