import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressCount,
  blockContains,
  blockHasAddress,
  blockOf,
  blocksOverlap,
  formatBlock,
  formatIpv4,
  isPrivateBlock,
  lastAddressOf,
  parseBlock,
  parseIpv4,
  parseRange,
  rangeSize,
} from "./cidr";

const address = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const block = fc
  .tuple(address, fc.integer({ min: 0, max: 32 }))
  .map(([value, prefixLength]) => blockOf(value, prefixLength));

describe("IPv4 text", () => {
  it("reads and writes the corners of the address space", () => {
    expect(parseIpv4("0.0.0.0")).toBe(0);
    expect(parseIpv4("255.255.255.255")).toBe(4294967295);
    // 10 * 2^24 + 64 * 2^16 = 171966464
    expect(parseIpv4("10.64.0.0")).toBe(171966464);
  });

  it.each([
    "",
    "10.0.0",
    "10.0.0.0.0",
    "10.0.0.256",
    "10.0.0.01",
    "a.b.c.d",
    " 10.0.0.1",
    "10.0.0.-1",
  ])("refuses %j", (text) => {
    expect(parseIpv4(text)).toBeNull();
  });

  it("writes what it reads, for any address", () => {
    fc.assert(fc.property(address, (value) => parseIpv4(formatIpv4(value)) === value));
  });

  it("refuses a block whose host bits are set", () => {
    expect(parseBlock("10.64.0.1/22")).toBeNull();
    expect(parseBlock("10.64.0.0/33")).toBeNull();
    expect(parseBlock("10.64.0.0")).toBeNull();
    expect(parseBlock("10.64.0.0/22/1")).toBeNull();
  });

  it("writes the block that it reads, for any block", () => {
    fc.assert(
      fc.property(block, (value) => {
        expect(parseBlock(formatBlock(value))).toEqual(value);
      }),
    );
  });
});

describe("block arithmetic", () => {
  it("a /22 has 1,024 addresses and ends at .3.255", () => {
    const twentyTwo = blockOf(171966464, 22);
    expect(addressCount(22)).toBe(1024);
    expect(formatIpv4(lastAddressOf(twentyTwo))).toBe("10.64.3.255");
  });

  it("overlap is symmetric, and holds exactly when one block contains the other", () => {
    fc.assert(
      fc.property(block, block, (a, b) => {
        expect(blocksOverlap(a, b)).toBe(blocksOverlap(b, a));
        // Aligned blocks are nested or disjoint.
        expect(blocksOverlap(a, b)).toBe(blockContains(a, b) || blockContains(b, a));
      }),
    );
  });

  it("a block has exactly the addresses between its ends", () => {
    fc.assert(
      fc.property(block, address, (value, candidate) => {
        const inside = candidate >= value.firstAddress && candidate <= lastAddressOf(value);
        expect(blockHasAddress(value, candidate)).toBe(inside);
        expect(blockContains(value, blockOf(candidate, 32))).toBe(inside);
      }),
    );
  });

  it("knows RFC 1918 space to its edges", () => {
    const isPrivate = (text: string) => {
      const parsed = parseBlock(text);
      return parsed !== null && isPrivateBlock(parsed);
    };
    expect(isPrivate("172.31.252.0/22")).toBe(true);
    expect(isPrivate("172.32.0.0/22")).toBe(false);
    expect(isPrivate("11.0.0.0/22")).toBe(false);
    expect(isPrivate("0.0.0.0/0")).toBe(false);
  });

  it("counts a range inclusively", () => {
    const range = parseRange("10.0.0.10-10.0.0.20");
    expect(range && rangeSize(range)).toBe(11);
    expect(parseRange("10.0.0.20-10.0.0.10")).toBeNull();
    expect(rangeSize(parseRange("10.0.0.5") ?? { firstAddress: 0, lastAddress: 9 })).toBe(1);
  });
});
