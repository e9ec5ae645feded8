import type { LimitName } from "@/lib/hcx/limits";
import type { MigrationType } from "@/lib/hcx/migration-types";
import type { MeshState } from "./mesh-state";
import type { MigrationRun } from "./migration-state";

/** Kinds of slots, with the limit of the mesh that counts each. */
export const SLOT_LIMITS = {
  bulk: "bulkPerMesh",
  rav: "ravPerMesh",
  ravSwitchover: "ravSwitchoversPerMesh",
  vmotion: "vmotionPerMesh",
  cold: "coldPerMesh",
  osam: "osamDisksPerMesh",
  assisted: "assistedVmotionPerMesh",
} as const satisfies Record<string, LimitName>;
export type SlotKind = keyof typeof SLOT_LIMITS;
export const SLOT_KINDS = Object.keys(SLOT_LIMITS) as SlotKind[];

export const SLOT_OF_TYPE: Record<MigrationType, SlotKind> = {
  Bulk: "bulk",
  RAV: "rav",
  vMotion: "vmotion",
  Cold: "cold",
  OsAssistedMigration: "osam",
  AssistedvMotion: "assisted",
};

/** Migrations of one service mesh that wait for a slot of one kind, first come first served. */
export class SlotQueue {
  private waiting: MigrationRun[] = [];
  /** Place in the manager's line that each had when it came: one that left and came back has another. */
  private places: number[] = [];
  private head = 0;
  constructor(
    readonly mesh: MeshState,
    readonly slot: SlotKind,
  ) {}

  /** The one that has waited longest; those that no longer wait are dropped on the way. */
  first(): MigrationRun | null {
    while (this.head < this.waiting.length) {
      const migration = this.waiting[this.head] as MigrationRun;
      const isHere = migration.waitsIn === this;
      if (isHere && migration.queueSequence === this.places[this.head]) return migration;
      this.head++;
    }
    // Most queues are empty most of the time, and every start looks at all of them.
    if (this.head > 0) {
      this.waiting = [];
      this.places = [];
      this.head = 0;
    }
    return null;
  }

  push(migration: MigrationRun): void {
    migration.waitsIn = this;
    this.waiting.push(migration);
    this.places.push(migration.queueSequence);
  }
}
