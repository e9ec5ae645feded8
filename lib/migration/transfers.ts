import type { FluidNetwork } from "@/lib/engine/fluid-network";
import { InvariantError } from "@/lib/engine/invariants";
import type { MigrationRun } from "./migration-state";
import { NO_CURVE, type Recorder } from "./recorder";

// Sums of many small stretches differ from their whole by rounding only.
const CONSERVATION_TOLERANCE = 1e-6;

/** What is under way in the network, whose it is, and what the record says of it. */
export class Transfers {
  private readonly owners: (MigrationRun | undefined)[] = [];
  private starting: MigrationRun | undefined;

  constructor(
    private readonly network: FluidNetwork,
    private readonly recorder: Recorder,
  ) {
    network.observe({
      flowHeldBy: (flow, bottleneck, rate) => this.recordPiece(flow, bottleneck, rate),
      paceChanged: (resource, pace) => recorder.pace(resource, network.nowSeconds, pace),
    });
  }

  /** The first byte has crossed the link: from now on the transfer has its share. */
  begin(migration: MigrationRun): void {
    migration.timer = -1;
    this.starting = migration;
    migration.flow = this.network.addFlow(
      migration.path,
      (migration.plannedBytes - migration.bytesBefore) / migration.efficiencyRatio,
      migration.capBytesPerSecond,
    );
    this.owners[migration.flow] = migration;
    this.starting = undefined;
  }

  /** Called when the network says that a transfer is complete. */
  complete(flow: number): MigrationRun {
    const migration = this.owners[flow];
    if (migration === undefined) throw new Error(`transfer ${flow} has no owner`);
    this.owners[flow] = undefined;
    migration.flow = -1;
    this.assertSent(migration);
    migration.bytesBefore = migration.plannedBytes;
    this.recordPause(migration);
    return migration;
  }

  /** Stops a transfer that is under way. */
  stop(migration: MigrationRun): void {
    if (migration.flow < 0) return;
    const sent = this.network.removeFlow(migration.flow) * migration.efficiencyRatio;
    this.owners[migration.flow] = undefined;
    migration.flow = -1;
    migration.bytesBefore += sent;
    this.recordPause(migration);
  }

  /** Payload bytes of the attempt by now, as the network has them. */
  sentBytes({ flow, bytesBefore, efficiencyRatio }: MigrationRun): number {
    return flow < 0
      ? bytesBefore
      : bytesBefore + this.network.transferredBytes(flow) * efficiencyRatio;
  }

  /** An invariant: what the record says was sent is what was to be sent. */
  private assertSent({ index, vm, plannedBytes, efficiencyRatio }: MigrationRun): void {
    const { nowSeconds } = this.network;
    const sent = this.recorder.sentBytes(index, nowSeconds, efficiencyRatio);
    if (Math.abs(sent - plannedBytes) <= 1 + CONSERVATION_TOLERANCE * plannedBytes) return;
    throw new InvariantError(
      "bytes-conserved",
      `${vm.id} has sent ${sent} bytes of ${plannedBytes} at ${nowSeconds} s`,
    );
  }

  private recordPause({ index, bytesBefore }: MigrationRun): void {
    this.recorder.piece(index, this.network.nowSeconds, NO_CURVE, 0, bytesBefore);
  }

  private recordPiece(flow: number, bottleneck: number, rate: number): void {
    const migration = this.owners[flow] ?? this.starting;
    if (migration === undefined) return;
    const sent = this.network.isUnderWay(flow) ? this.network.transferredBytes(flow) : 0;
    this.recorder.piece(
      migration.index,
      this.network.nowSeconds,
      bottleneck < 0 ? NO_CURVE : bottleneck,
      bottleneck < 0 ? rate : 0,
      migration.bytesBefore + sent * migration.efficiencyRatio,
    );
  }
}
