import { describe, expect, it } from "vitest";
import { hashNames, murmurHash128 } from "./string-hash";

/** SMHasher's VerificationTest: hash keys 0..254, then the hashes; the first word identifies the function. */
function verificationWord(): number {
  const key = new Uint8Array(256);
  const hashes = new Uint8Array(16 * 256);
  const view = new DataView(hashes.buffer);
  for (let length = 0; length < 256; length++) {
    key[length] = length;
    for (const [i, word] of murmurHash128(key, length, 256 - length).entries()) {
      view.setInt32(16 * length + 4 * i, word, true);
    }
  }
  return murmurHash128(hashes, hashes.length, 0)[0] >>> 0;
}

describe("string hash", () => {
  it("is MurmurHash3_x86_128 by SMHasher's verification value (Murmur3C)", () => {
    expect(verificationWord()).toBe(0xb3ece62a);
  });

  it("keeps lists of names apart that read the same when joined", () => {
    expect(hashNames(1, ["ab", "c"])).not.toEqual(hashNames(1, ["a", "bc"]));
    expect(hashNames(1, ["a"])).not.toEqual(hashNames(1, ["a", ""]));
  });

  it("tells seeds apart that differ only above bit 32", () => {
    expect(hashNames(1, ["vm"])).not.toEqual(hashNames(1 + 2 ** 32, ["vm"]));
  });

  it("hashes names longer than its scratch buffer", () => {
    const long = "x".repeat(1_000);
    expect(hashNames(1, [long])).toEqual(hashNames(1, [long]));
    expect(hashNames(1, [long])).not.toEqual(hashNames(1, [`${long}x`]));
  });
});
