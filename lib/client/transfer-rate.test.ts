import { describe, expect, it } from "vitest";
import { addSample, rateBytesPerSecond, secondsLeft, type TransferSample } from "./transfer-rate";

const at = (atMilliseconds: number, bytesDone: number): TransferSample => ({
  atMilliseconds,
  bytesDone,
});

describe("the rate of a transfer", () => {
  it("says nothing before half a second has passed", () => {
    expect(rateBytesPerSecond([])).toBeNull();
    expect(rateBytesPerSecond([at(0, 0)])).toBeNull();
    expect(rateBytesPerSecond([at(0, 0), at(499, 9_000)])).toBeNull();
    expect(secondsLeft([at(0, 0), at(499, 9_000)], 10_000)).toBeNull();
  });

  it("divides what passed by the time it took", () => {
    // 6,000 bytes in 2 s are 3,000 a second; 9,000 more take 3 s.
    const samples = [at(1_000, 1_000), at(3_000, 7_000)];
    expect(rateBytesPerSecond(samples)).toBe(3_000);
    expect(secondsLeft(samples, 16_000)).toBe(3);
  });

  it("never promises an end while nothing moves", () => {
    expect(secondsLeft([at(0, 500), at(5_000, 500)], 1_000)).toBeNull();
  });

  it("never counts below zero when more arrived than was announced", () => {
    expect(secondsLeft([at(0, 0), at(1_000, 2_000)], 1_500)).toBe(0);
  });

  it("forgets what is older than eight seconds, so that it follows a line that slows down", () => {
    let samples: TransferSample[] = [];
    // 1,000 bytes a second for 20 s, then 100 bytes a second for 20 s.
    for (let second = 0; second <= 20; second += 1) {
      samples = addSample(samples, at(second * 1_000, second * 1_000));
    }
    for (let second = 1; second <= 20; second += 1) {
      samples = addSample(samples, at(20_000 + second * 1_000, 20_000 + second * 100));
    }
    expect(rateBytesPerSecond(samples)).toBe(100);
    expect(samples.length).toBeLessThanOrEqual(10);
  });
});
