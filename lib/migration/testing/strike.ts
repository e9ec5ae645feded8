import type { MigrationType } from "@/lib/hcx/migration-types";
import type { Fault } from "../fault-schema";
import type { ScenarioInput } from "../schema";
import { bare, run, scenarioOf, vmOf } from "./small-scenario";

/** 100 s of base sync and then at once the switchover, unless more is said; one fault at one time. */
export function strike(
  fault: Fault,
  atSeconds: number,
  type: MigrationType = "Bulk",
  more: Parameters<typeof scenarioOf>[2] = bare,
) {
  const commands: ScenarioInput["commands"] = [{ kind: "injectFault", atSeconds, fault }];
  return run(scenarioOf([vmOf("vm")], { type }, { ...more, commands }));
}
