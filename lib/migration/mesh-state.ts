import type { Limits } from "@/lib/hcx/limits";
import type { MigrationType } from "@/lib/hcx/migration-types";
import type { LinkState } from "./link-state";
import type { MigrationRun } from "./migration-state";
import type { ScenarioMesh } from "./site-schema";
import { SLOT_KINDS, type SlotKind, SlotQueue } from "./slot-queue";

/** An HCX manager at the moment of the event being handled. */
export class ManagerState {
  readonly queues: SlotQueue[] = [];
  bulkAndRav = 0;
  constructor(
    readonly id: string,
    public limits: Limits,
  ) {}
}

/** A service mesh at that moment: its slots, queues, tunnel and what is under way. */
export class MeshState {
  readonly used: Record<SlotKind, number> = {
    bulk: 0,
    rav: 0,
    ravSwitchover: 0,
    vmotion: 0,
    cold: 0,
    osam: 0,
    assisted: 0,
  };
  readonly queues: Record<SlotKind, SlotQueue>;
  /** Under way, in the order of their starts. */
  readonly active = new Set<MigrationRun>();
  tunnelsDown = 0;
  tunnelDownSince = Number.POSITIVE_INFINITY;
  trackerStoppedUntil = 0;
  /** Random failures of the tunnel so far, and the handle of the next one. */
  tunnelFailures = 0;
  tunnelTimer = -1;
  /** Types that the mesh's warnings have been said for. */
  readonly warned = new Set<MigrationType>();

  constructor(
    readonly config: ScenarioMesh,
    readonly manager: ManagerState,
    readonly link: LinkState,
    /** Number of the IX appliance in the network. */
    readonly ixResource: number,
    readonly wanRatio: number,
  ) {
    const queue = (slot: SlotKind) => new SlotQueue(this, slot);
    this.queues = {
      bulk: queue("bulk"),
      rav: queue("rav"),
      ravSwitchover: queue("ravSwitchover"),
      vmotion: queue("vmotion"),
      cold: queue("cold"),
      osam: queue("osam"),
      assisted: queue("assisted"),
    };
    manager.queues.push(...SLOT_KINDS.map((slot) => this.queues[slot]));
  }
}
