import type { Redraw } from "@/lib/migration/redraw-options";
import { checkCommand } from "@/lib/world/check-command";
import { type CompileInput, compileScenario } from "@/lib/world/compile";
import { groupsAt } from "@/lib/world/groups";
import type { CheckContext } from "@/lib/world/inventory";
import { resourceViewAt } from "@/lib/world/resource";
import type { Command } from "@/lib/world/schema";
import type { ForecastRequest } from "./plan";
import { type ForecastSettings, replicationsOf } from "./settings-schema";

/** What a world's forecast is made from. */
export interface WorldParts {
  compile: CompileInput;
  context: CheckContext;
  settings: ForecastSettings;
  nowSeconds: number;
}

export type WorldRequest =
  | { ok: true; request: ForecastRequest; assumedGroupIds: string[] }
  | { ok: false; reason: "noGroups" | "notStartable" };

/**
 * The forecast of a world from now on. Groups that were started go on; `draftId` is taken as started now.
 * Without it, and with nothing started yet, every draft that could be started now is taken so.
 */
export function worldRequest(parts: WorldParts, draftId: string | null): WorldRequest {
  const { compile, settings, nowSeconds } = parts;
  const groups = groupsAt(compile.commands, Number.POSITIVE_INFINITY);
  const drafts = groups.filter((group) => group.startedAtSeconds === null);
  const hasStarted = drafts.length < groups.length;
  const wanted = drafts
    .map(({ draft }) => draft.groupId)
    .filter((groupId) => (draftId === null ? !hasStarted : groupId === draftId));
  const assumedGroupIds = wanted.filter((groupId) => isStartable(parts, groupId));
  if (groups.length === 0) return { ok: false, reason: "noGroups" };
  if (assumedGroupIds.length === 0 && (!hasStarted || wanted.length > 0)) {
    return { ok: false, reason: "notStartable" };
  }
  const scenario = compileScenario({
    ...compile,
    commands: [...compile.commands, ...startsOf(parts, assumedGroupIds)],
  });
  if (scenario === null) return { ok: false, reason: "notStartable" };
  const migrations = scenario.groups.reduce((sum, group) => sum + group.migrations.length, 0);
  const faultRates = { ...scenario.faultRates, ...settings.faultRates };
  return {
    ok: true,
    assumedGroupIds,
    request: {
      scenario: { ...scenario, uncertainties: settings.uncertainties, faultRates },
      history: Object.values(settings.faultRates).some((rate) => rate > 0) ? [FAULTLESS] : [],
      fromSeconds: nowSeconds,
      replications: replicationsOf(settings, migrations),
    },
  };
}

/** So far there were only the faults that people injected, whatever is to be expected from now on. */
const FAULTLESS: Redraw = {
  fromSeconds: 0,
  seed: 0,
  factors: { bandwidth: 1, churn: 1, guestShutdown: 1, faultRate: 0, stepDuration: 1 },
  drift: [],
  vmSigmas: { churn: 0, guestShutdown: 0, stepDuration: 0 },
};

function isStartable({ compile, context, nowSeconds }: WorldParts, groupId: string): boolean {
  const resources = compile.resources.flatMap(
    (resource) => resourceViewAt(resource, nowSeconds) ?? [],
  );
  const request = { kind: "mobilityGroup.start", payload: { groupId } } as const;
  const state = { atSeconds: nowSeconds, resources };
  return checkCommand(state, compile.commands, request, context).length === 0;
}

function startsOf({ compile, nowSeconds }: WorldParts, groupIds: readonly string[]): Command[] {
  const last = compile.commands.at(-1)?.sequence ?? 0;
  return groupIds.map((groupId, index) => ({
    kind: "mobilityGroup.start",
    payload: { groupId },
    sequence: last + 1 + index,
    atSeconds: nowSeconds,
    commandId: `forecast ${groupId}`,
    actorId: "forecast",
  }));
}
