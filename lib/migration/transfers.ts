import type { FluidNetwork } from "@/lib/engine/fluid-network";
import { InvariantError } from "@/lib/engine/invariants";
import type { GuestFlow } from "./extension-run";
import { MigrationRun } from "./migration-state";
import { NO_CURVE, type Recorder } from "./recorder";

// Sums of many small stretches differ from their whole by rounding only.
const CONSERVATION_TOLERANCE = 1e-6;

type Sender = MigrationRun | GuestFlow;

/** What is under way in the network, whose it is, and what the record says of it. */
export class Transfers {
  private readonly owners: (Sender | undefined)[] = [];
  private starting: Sender | undefined;

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

  /** A guest begins to send, until it is stopped. */
  open(guest: GuestFlow): void {
    this.starting = guest;
    guest.flow = this.network.addFlow(
      guest.path,
      Number.POSITIVE_INFINITY,
      guest.capBytesPerSecond,
    );
    this.owners[guest.flow] = guest;
    this.starting = undefined;
  }

  /** Called when the network says that a transfer is complete. */
  complete(flow: number): MigrationRun {
    const migration = this.owners[flow];
    if (!(migration instanceof MigrationRun)) throw new Error(`transfer ${flow} has no migration`);
    this.owners[flow] = undefined;
    migration.flow = -1;
    this.assertSent(migration);
    migration.bytesBefore = migration.plannedBytes;
    this.recordPause(migration);
    return migration;
  }

  /** Stops a transfer that is under way. */
  stop(sender: Sender): void {
    if (sender.flow < 0) return;
    const sent = this.network.removeFlow(sender.flow) * sender.efficiencyRatio;
    this.owners[sender.flow] = undefined;
    sender.flow = -1;
    sender.bytesBefore += sent;
    this.recordPause(sender);
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

  private recordPause({ index, bytesBefore }: Sender): void {
    this.recorder.piece(index, this.network.nowSeconds, NO_CURVE, 0, bytesBefore);
  }

  private recordPiece(flow: number, bottleneck: number, rate: number): void {
    const sender = this.owners[flow] ?? this.starting;
    if (sender === undefined) return;
    const sent = this.network.isUnderWay(flow) ? this.network.transferredBytes(flow) : 0;
    this.recorder.piece(
      sender.index,
      this.network.nowSeconds,
      bottleneck < 0 ? NO_CURVE : bottleneck,
      bottleneck < 0 ? rate : 0,
      sender.bytesBefore + sent * sender.efficiencyRatio,
    );
  }
}
