import { describe, expect, it } from "vitest";
import { fractionDigits, scaleMib } from "./size-scale";

describe("sizes in the unit that people name", () => {
  it("steps by 1,024, as vSphere counts", () => {
    expect(scaleMib(0)).toEqual({ value: 0, unit: "MiB" });
    expect(scaleMib(1_023)).toEqual({ value: 1_023, unit: "MiB" });
    expect(scaleMib(1_024)).toEqual({ value: 1, unit: "GiB" });
    // 1.5 TiB are 1.5 x 1,024 x 1,024 MiB.
    expect(scaleMib(1_572_864)).toEqual({ value: 1.5, unit: "TiB" });
    expect(scaleMib(1_024 ** 3)).toEqual({ value: 1, unit: "PiB" });
  });

  it("stays at the largest unit and goes below the smallest", () => {
    expect(scaleMib(1_024 ** 4)).toEqual({ value: 1_024, unit: "PiB" });
    expect(scaleMib(0.5)).toEqual({ value: 512, unit: "KiB" });
  });

  it("writes three digits that matter, none for whole numbers", () => {
    expect(fractionDigits(1.234)).toBe(2);
    expect(fractionDigits(12.34)).toBe(1);
    expect(fractionDigits(123.4)).toBe(0);
    expect(fractionDigits(4)).toBe(0);
  });
});
