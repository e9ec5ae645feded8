import { describe, expect, it } from "vitest";
import { FluidNetwork } from "./fluid-network";
import {
  loneTransferSeconds,
  lossLimitBytesPerSecond,
  transportCapBytesPerSecond,
  windowLimitBytesPerSecond,
} from "./transport";

const WINDOW_BYTES = 4_194_304;

describe("transport limits", () => {
  // Case H, SimGrid 3.32: 10^10 bytes over 10^10 bytes/s. By hand for 1 ms: 0.001 + 10^10 / (4194304 / 0.002).
  it.each([
    [0, 1],
    [1e-5, 1.00001],
    [1e-3, 4.769372],
    [0.1, 476.937158],
  ])("case H: a window over a latency of %d s", (latencySeconds, expected) => {
    const alone = loneTransferSeconds(1e10, 1e10, WINDOW_BYTES, latencySeconds);
    expect(Math.abs(alone / expected - 1)).toBeLessThan(1e-6);
    // The same as a capped flow of the network that starts one latency later.
    const network = new FluidNetwork();
    const link = network.addResource(1e10);
    network.advanceTo(latencySeconds);
    network.addFlow([link], 1e10, windowLimitBytesPerSecond(WINDOW_BYTES, latencySeconds));
    expect(Math.abs(network.nextCompletionSeconds() / expected - 1)).toBeLessThan(1e-6);
  });

  it("limits by loss as Mathis et al. state it", () => {
    // MSS 1460 bytes, round trip 0.1 s, loss 1 %: 1460 / 0.1 * sqrt(1.5) / 0.1 = 178,813 bytes/s.
    expect(lossLimitBytesPerSecond(1460, 0.05, 0.01)).toBeCloseTo(178_812.8, 0);
  });

  it("does not limit what has neither latency nor loss", () => {
    expect(windowLimitBytesPerSecond(WINDOW_BYTES, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(lossLimitBytesPerSecond(1460, 0.05, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it("takes the lower limit of each connection, times the connections", () => {
    const path = {
      windowBytes: 100_000,
      segmentBytes: 1460,
      latencySeconds: 0.05,
      lossRatio: 0,
      connections: 4,
    };
    // 100,000 bytes a round trip of 0.1 s is 1 MB/s a connection.
    expect(transportCapBytesPerSecond(path)).toBeCloseTo(4e6, 6);
    expect(transportCapBytesPerSecond({ ...path, lossRatio: 0.01 })).toBeCloseTo(715_251, 0);
  });
});
