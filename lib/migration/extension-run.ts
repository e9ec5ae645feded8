import type { LinkState } from "./link-state";
import type { Run } from "./run";
import type { Scenario } from "./schema";
import type { ExtensionNetwork } from "./timeline";

/** Traffic of guests over stretched networks, which shares the link with migrations. */

/** One flow of a guest. It is no migration: nothing waits for it, and it ends when its time is over. */
export class GuestFlow {
  /** Number of the flow in the network, -1 for none. */
  flow = -1;
  bytesBefore = 0;
  /** Rates of guests are those on the wire. */
  readonly efficiencyRatio = 1;

  constructor(
    /** Row of the record, after those of all migrations. */
    readonly index: number,
    readonly id: string,
    readonly startSeconds: number,
    readonly endSeconds: number,
    readonly path: readonly number[],
    readonly capBytesPerSecond: number,
  ) {}
}

/** The appliance that stretches some networks. */
export interface ExtensionState {
  id: string;
  resource: number;
  capacityBytesPerSecond: number;
  link: LinkState;
  guestFlows: GuestFlow[];
}

/** How many flows of guests a scenario plans. */
export function guestFlowCount({ networkExtensions }: Scenario): number {
  return networkExtensions.reduce((sum, { guestFlows }) => sum + guestFlows.length, 0);
}

/** Plans the start and the end of every guest's flow; the run goes on until the last has ended. */
export function scheduleGuestFlows(run: Run): void {
  for (const { guestFlows } of run.parts.extensions) {
    for (const guest of guestFlows) {
      run.later(guest.startSeconds, () => run.transfers.open(guest));
      run.later(guest.endSeconds, () => run.transfers.stop(guest));
    }
  }
}

/** What the timeline keeps of an appliance. */
export function describeExtension(extension: ExtensionState): ExtensionNetwork {
  const { id, capacityBytesPerSecond, link, guestFlows } = extension;
  return {
    id,
    linkId: link.config.id,
    capacityBytesPerSecond,
    guestFlows: guestFlows.map(({ id: flowId, index, startSeconds, endSeconds }) => ({
      id: flowId,
      row: index,
      startSeconds,
      endSeconds,
    })),
  };
}
