import type { MobilityGroupDraft, SwitchoverWindow } from "@/lib/hcx/mobility-group-schema";
import type { Command } from "./schema";

/** A mobility group as the log leaves it at one instant. */
export interface MobilityGroup {
  draft: MobilityGroupDraft;
  /** When Go was pressed; null for a draft. */
  startedAtSeconds: number | null;
  /** As scheduled last for the whole group. */
  switchoverWindow: SwitchoverWindow | null;
}

/** The groups at an instant, in the order in which they were made. Deleted drafts are gone. */
export function groupsAt(commands: readonly Command[], seconds: number): MobilityGroup[] {
  const groups = new Map<string, MobilityGroup>();
  for (const command of commands) {
    if (command.atSeconds > seconds) break;
    apply(groups, command);
  }
  return [...groups.values()];
}

function apply(groups: Map<string, MobilityGroup>, command: Command): void {
  switch (command.kind) {
    case "mobilityGroup.create":
    case "mobilityGroup.edit": {
      const draft = command.payload;
      const { switchoverWindow } = draft;
      groups.set(draft.groupId, { draft, startedAtSeconds: null, switchoverWindow });
      return;
    }
    case "mobilityGroup.delete":
      groups.delete(command.payload.groupId);
      return;
    case "mobilityGroup.start": {
      const group = groups.get(command.payload.groupId);
      if (group) group.startedAtSeconds = command.atSeconds;
      return;
    }
    case "mobilityGroup.reschedule": {
      const group = groups.get(command.payload.groupId);
      if (group && command.payload.vmKeys === null) {
        group.switchoverWindow = command.payload.switchoverWindow;
      }
      return;
    }
    default:
  }
}
