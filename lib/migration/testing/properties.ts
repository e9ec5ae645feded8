import { namedStream } from "@/lib/engine/random";
import { parseScenario } from "../check-scenario";
import type { Scenario } from "../schema";
import { simulateMigrations } from "../simulate";
import type { MigrationTimeline } from "../timeline";
import { wrongWith } from "./check-timeline";
import { commandOf, randomScenario } from "./random-scenario";

/** What must be true of the scenario of any seed. Each property gives a sentence for what is wrong. */

/** The one command that runs every property of a seed again. */
export const replayCommand = (seed: number) =>
  `node --import tsx scripts/replay-scenario.ts ${seed}`;

export function scenarioOfSeed(seed: number): Scenario {
  return parsed(randomScenario(seed));
}

function parsed(input: unknown): Scenario {
  const result = parseScenario(input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.scenario;
}

/** Every invariant holds after every event, and the timeline reads well from outside. */
export function brokenByEvents(seed: number): string[] {
  const scenario = scenarioOfSeed(seed);
  return wrongWith(scenario, simulateMigrations(scenario, { invariants: "all" }));
}

/** Whatever is commanded later, what was before stays as it was. */
export function changedByCommand(seed: number): string[] {
  const scenario = scenarioOfSeed(seed);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const command = commandOf(namedStream(seed, "one more command"), {
    links: ids(scenario.links),
    meshes: ids(scenario.meshes),
    vms: ids(scenario.vms),
    stores: ids(scenario.targetDatastores),
    groups: scenario.groups,
  });
  const later = parsed({ ...scenario, commands: [...scenario.commands, command] });
  const was = pastOf(simulateMigrations(scenario), command.atSeconds);
  const is = pastOf(simulateMigrations(later, { invariants: "all" }), command.atSeconds);
  return was === is ? [] : [`${command.kind} at ${command.atSeconds} s changes what was before`];
}

/** Drawing the future anew keeps every invariant, and what was before. */
export function changedByRedraw(seed: number): string[] {
  const scenario = scenarioOfSeed(seed);
  const fromSeconds = namedStream(seed, "redraw").between(0, 86_400);
  const redrawn = simulateMigrations(scenario, {
    invariants: "all",
    redraws: [
      {
        fromSeconds,
        seed: 99,
        factors: { bandwidth: 0.5, churn: 2, guestShutdown: 2, faultRate: 2, stepDuration: 2 },
        drift: [{ atSeconds: fromSeconds + 3600, factor: 2 }],
        vmSigmas: { churn: 0.5, guestShutdown: 0.5, stepDuration: 0.5 },
      },
    ],
  });
  const was = pastOf(simulateMigrations(scenario), fromSeconds);
  const isSame = pastOf(redrawn, fromSeconds) === was;
  return [
    ...wrongWith(scenario, redrawn),
    ...(isSame ? [] : [`a redraw at ${fromSeconds} s changes what was before`]),
  ];
}

export const PROPERTIES = { brokenByEvents, changedByCommand, changedByRedraw };

/** What is wrong with a seed, an invariant that broke included; each line ends with how to see it again. */
export function wrongWithSeed(seed: number, property: (seed: number) => string[]): string[] {
  try {
    return property(seed).map((what) => `${what} (${replayCommand(seed)})`);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return [`${what} (${replayCommand(seed)})`];
  }
}

/** Everything that had been recorded before a moment, to the last bit. */
function pastOf(
  { phases, pieces, events, migrations }: MigrationTimeline,
  seconds: number,
): string {
  const before = (
    { offsets, startSeconds }: { offsets: Int32Array; startSeconds: Float64Array },
    columns: readonly ArrayLike<number>[],
  ) =>
    migrations.map((_, migration) => {
      const rows: string[] = [];
      for (let row = offsets[migration] ?? 0; row < (offsets[migration + 1] ?? 0); row++) {
        if ((startSeconds[row] ?? 0) >= seconds) continue;
        rows.push([startSeconds, ...columns].map((column) => String(column[row])).join(" "));
      }
      return rows;
    });
  const { phase, message, attempt, plannedBytes } = phases;
  const { curve, rate, curveBytes, bytes } = pieces;
  return JSON.stringify([
    before(phases, [phase, message, attempt, plannedBytes]),
    before(pieces, [curve, rate, curveBytes, bytes]),
    events.filter((event) => event.seconds < seconds),
  ]);
}
