import { GrowingFloats } from "./growing-columns";
import type { LinkReservation, ScenarioLink } from "./site-schema";

/** A link at the moment of the event being handled, and its capacity until then. */
export class LinkState {
  capacityBytesPerSecond: number;
  /** LAN bytes that a byte on this link carries. */
  wanRatio = 1;
  bandwidthFactor = 1;
  readonly reserved: { config: LinkReservation; isActive: boolean }[];
  /** Shares left by what degrades it now; 0 is an outage. */
  degradations: number[] = [];
  downSince = Number.POSITIVE_INFINITY;
  /** Capacity over time, on the wire: `capacities` from each of `times` on. */
  readonly times = new GrowingFloats();
  readonly capacities = new GrowingFloats();

  constructor(
    readonly config: ScenarioLink,
    readonly resource: number,
  ) {
    this.capacityBytesPerSecond = config.capacityBytesPerSecond;
    this.reserved = config.reservations.map((reservation) => ({
      config: reservation,
      isActive: false,
    }));
  }

  /** Bytes/s on the wire that are left for migrations now. */
  effectiveBytesPerSecond(): number {
    let share = 1;
    for (const { config, isActive } of this.reserved) if (isActive) share -= config.reservedRatio;
    let capacity = this.capacityBytesPerSecond * this.bandwidthFactor * Math.max(0, share);
    for (const left of this.degradations) capacity *= left;
    return capacity;
  }

  /** Notes the present capacity. */
  record(nowSeconds: number): void {
    const { times, capacities } = this;
    const bytesPerSecond = this.effectiveBytesPerSecond();
    const last = times.length - 1;
    if (last >= 0 && capacities.at(last) === bytesPerSecond) return;
    if (last >= 0 && times.at(last) === nowSeconds) {
      capacities.set(last, bytesPerSecond);
      return;
    }
    times.push(nowSeconds);
    capacities.push(bytesPerSecond);
  }
}
