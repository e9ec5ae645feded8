import type { ExtensionState } from "./extension-run";
import type { LinkState } from "./link-state";
import type { ManagerState, MeshState } from "./mesh-state";
import type { MigrationRun } from "./migration-state";
import type { Scenario, ScenarioGroup } from "./schema";

/** What the scenario's parts are at the moment of the event being handled. */
export interface RunParts {
  scenario: Scenario;
  managers: ManagerState[];
  meshes: MeshState[];
  links: LinkState[];
  datastores: DatastoreState[];
  groups: GroupState[];
  migrations: MigrationRun[];
  extensions: ExtensionState[];
}

/** A datastore at the target. */
export class DatastoreState {
  /** Until then nothing can be written to it. */
  fullUntilSeconds = Number.NEGATIVE_INFINITY;

  constructor(
    readonly id: string,
    readonly resource: number,
    /** Null: not looked at. */
    public freeBytes: number | null,
  ) {}
}

export class GroupState {
  constructor(
    readonly config: ScenarioGroup,
    readonly mesh: MeshState,
    readonly migrations: MigrationRun[],
  ) {}
}
