import { describe, expect, it } from "vitest";
import { monthNamesToNumbers } from "./month-names";
import { DEFAULT_LOCALE, LocaleVotes, parseDateText } from "./values";

describe("a date with a month's name", () => {
  it.each([
    ["12-Jun-2025 14:30:00", "2025-06-12T14:30:00"],
    ["Jun 12, 2025 2:30:00 PM", "2025-06-12T14:30:00"],
    ["Jun 12, 2025, 2:30:00 p.m.", "2025-06-12T14:30:00"],
    ["Thursday, June 12, 2025 14:30", "2025-06-12T14:30:00"],
    ["12. März 2025 08:00", "2025-03-12T08:00:00"],
    ["1 août 2025 à 08:00:00", "2025-08-01T08:00:00"],
    ["3 de septiembre de 2025 08:00", "2025-09-03T08:00:00"],
    ["2025년 6월 12일 오후 2:30:00", "2025-06-12T14:30:00"],
    ["2025年6月12日 14:30", "2025-06-12T14:30:00"],
    ["2025-Jun-12 14:30", "2025-06-12T14:30:00"],
    // No month's name: left to the reader of plain dates.
    ["2025-06-12 14:30", "2025-06-12T14:30:00"],
    ["6/13/2025 2:30:00 PM", "2025-06-13T14:30:00"],
  ])("is read in the languages of vCenter Server: %s", (text, iso) => {
    expect(parseDateText(monthNamesToNumbers(text), new LocaleVotes(DEFAULT_LOCALE))).toBe(iso);
  });

  it("of no month stays what it is", () => {
    expect(monthNamesToNumbers("12-Foo-2025")).toBe("12-Foo-2025");
    expect(monthNamesToNumbers("web01")).toBe("web01");
  });
});
