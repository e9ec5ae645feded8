import type { RunningFault } from "./board-schema";
import type { Command } from "./schema";
import type { WorldTimeline } from "./simulate";

/** What goes wrong at an instant: injected and random faults that have begun and are not over, the next to end first. */
export function runningFaultsAt(timeline: WorldTimeline, atSeconds: number): RunningFault[] {
  const known = [...timeline.commands.flatMap(injectedFault), ...randomTunnels(timeline)];
  return known
    .filter(({ startSeconds, endSeconds }) => startSeconds <= atSeconds && atSeconds < endSeconds)
    .sort((a, b) => a.endSeconds - b.endSeconds || a.startSeconds - b.startSeconds);
}

/** A fault without a duration strikes once: what it did is told by the events and by the VMs. */
function injectedFault(command: Command): RunningFault[] {
  if (command.kind !== "fault.inject" || !("durationSeconds" in command.payload)) return [];
  const { commandId, atSeconds, payload } = command;
  return [
    {
      id: commandId,
      fault: payload.fault,
      startSeconds: atSeconds,
      endSeconds: atSeconds + payload.durationSeconds,
      place:
        "serviceMeshName" in payload
          ? payload.serviceMeshName
          : "datastoreName" in payload
            ? payload.datastoreName
            : null,
      vmCount: "vmKeys" in payload ? payload.vmKeys.length : null,
      capacityRatio: "capacityRatio" in payload ? payload.capacityRatio : null,
      factor: "factor" in payload ? payload.factor : null,
    },
  ];
}

function randomTunnels({ migrations, scenario }: WorldTimeline): RunningFault[] {
  if (migrations === null || scenario === null) return [];
  const { tunnelDownSeconds } = scenario.faultRates;
  return migrations.events
    .filter(({ kind, code }) => kind === "fault" && code === "tunnelDown")
    .map(({ seconds, subject }) => ({
      id: `${subject} ${seconds}`,
      fault: "tunnelDown",
      startSeconds: seconds,
      endSeconds: seconds + tunnelDownSeconds,
      place: subject,
      vmCount: null,
      capacityRatio: null,
      factor: null,
    }));
}
