import { describe, expect, it } from "vitest";
import { BYTES_PER_GIB } from "../units/bytes";
import { gigabitsToBytesPerSecond } from "../units/rate";
import { FluidNetwork } from "./fluid-network";
import {
  backlogBytes,
  fullSyncSeconds,
  replicationLimit,
  roundEndSeconds,
  roundsUntilBacklog,
} from "./replication";

// Case I: 500 GiB at 1 Gbit/s while the guest dirties 0.2 Gbit/s.
const VOLUME = {
  volumeBytes: 500 * BYTES_PER_GIB,
  rateBytesPerSecond: gigabitsToBytesPerSecond(1),
  dirtyBytesPerSecond: gigabitsToBytesPerSecond(0.2),
};
const ROUND_ENDS = [4_294.967, 5_153.961, 5_325.759, 5_360.119, 5_366.991];

function expectWithin(actual: number, expected: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-6);
}

describe("replication with churn", () => {
  it("case I: the full sync and four rounds end as computed by hand", () => {
    expectWithin(fullSyncSeconds(VOLUME), ROUND_ENDS[0] ?? 0);
    for (const [round, expected] of ROUND_ENDS.entries()) {
      expectWithin(roundEndSeconds(VOLUME, round), expected);
    }
    const limit = replicationLimit(VOLUME);
    expect(limit.converges && limit.limitSeconds).toBeCloseTo(5_368.70912, 6);
  });

  it("case I: the fluid network gives the same rounds one flow after the other", () => {
    const network = new FluidNetwork();
    const path = [network.addResource(VOLUME.rateBytesPerSecond)];
    let bytes = VOLUME.volumeBytes;
    for (const expected of ROUND_ENDS) {
      const start = network.nowSeconds;
      network.addFlow(path, bytes);
      network.advanceTo(network.nextCompletionSeconds());
      network.takeCompletion();
      bytes = (network.nowSeconds - start) * VOLUME.dirtyBytesPerSecond;
      expectWithin(network.nowSeconds, expected);
    }
    expectWithin(backlogBytes(VOLUME, ROUND_ENDS.length - 1), bytes);
  });

  it("reports a guest that dirties as fast as the link carries as never converging", () => {
    for (const dirtyBytesPerSecond of [VOLUME.rateBytesPerSecond, 2 * VOLUME.rateBytesPerSecond]) {
      const volume = { ...VOLUME, dirtyBytesPerSecond };
      expect(replicationLimit(volume)).toEqual({
        converges: false,
        reason: "dirty-rate-reaches-transfer-rate",
      });
      expect(roundsUntilBacklog(volume, BYTES_PER_GIB)).toBeNull();
    }
    // At D = B every round takes as long as the first.
    const even = { ...VOLUME, dirtyBytesPerSecond: VOLUME.rateBytesPerSecond };
    expectWithin(roundEndSeconds(even, 2), 3 * (ROUND_ENDS[0] ?? 0));
  });

  it("counts the rounds until little enough is left", () => {
    // 500 GiB x 0.2^n <= 4 GiB: 100, 20, 4 GiB after the full sync and rounds 1 and 2.
    expect(roundsUntilBacklog(VOLUME, 4 * BYTES_PER_GIB)).toBe(2);
    expect(roundsUntilBacklog(VOLUME, 100 * BYTES_PER_GIB)).toBe(0);
    expect(roundsUntilBacklog(VOLUME, 99 * BYTES_PER_GIB)).toBe(1);
    expect(roundsUntilBacklog({ ...VOLUME, dirtyBytesPerSecond: 0 }, 0)).toBe(0);
    expect(roundsUntilBacklog(VOLUME, 0)).toBeNull();
  });
});
