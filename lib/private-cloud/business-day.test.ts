import { describe, expect, it } from "vitest";
import { endOfBusinessDay } from "./business-day";

const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString();

describe("business days", () => {
  it("skips the weekend: one business day after Friday ends on Monday", () => {
    // 2026-03-06 is a Friday; 18:00 in Seoul is 09:00 UTC.
    const end = endOfBusinessDay("Asia/Seoul", at("2026-03-06T10:00:00+09:00"), 1);
    expect(iso(end)).toBe("2026-03-09T09:00:00.000Z");
  });

  it("keeps 18:00 on the clock across the start of daylight saving", () => {
    // New York springs forward on Sunday 2026-03-08: 18:00 is 22:00 UTC from then on.
    const end = endOfBusinessDay("America/New_York", at("2026-03-06T10:00:00-05:00"), 5);
    expect(iso(end)).toBe("2026-03-13T22:00:00.000Z");
  });
});
