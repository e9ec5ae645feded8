import { describe, expect, it } from "vitest";
import { compareVersions, isOlderThan } from "./versions";

describe("versions", () => {
  it("compare as numbers per part", () => {
    expect(compareVersions([6, 10], [6, 5])).toBeGreaterThan(0);
    expect(isOlderThan("VMware ESXi 6.10.0", [6, 5])).toBe(false);
    expect(isOlderThan("unknown", [6, 5])).toBeNull();
  });
});
