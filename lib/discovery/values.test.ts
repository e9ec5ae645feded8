import { describe, expect, test } from "vitest";
import {
  DEFAULT_LOCALE,
  LocaleVotes,
  parseDateText,
  parseFlagText,
  parseNumberText,
  serialToIso,
} from "./values";

const point = () => new LocaleVotes(DEFAULT_LOCALE);
const comma = () => new LocaleVotes({ ...DEFAULT_LOCALE, decimal: "comma" });

describe("a number in text", () => {
  test.each([
    ["42", 42],
    ["-7", -7],
    ["0%", 0],
    ["37 %", 37],
    ["3.125E-2", 0.03125],
    ["3,125E-2", 0.03125],
    ["1,546.6", 1546.6],
    ["1.546,6", 1546.6],
    ["1 546,6", 1546.6],
    ["1'546.6", 1546.6],
    ["1,234,567", 1_234_567],
    ["1.234.567", 1_234_567],
    // India groups by two above the thousands.
    ["12,34,567.8", 1_234_567.8],
    ["1,5", 1.5],
    ["0.5", 0.5],
  ])("%j is %d in any file", (text, value) => {
    expect(parseNumberText(text, point())).toBe(value);
    expect(parseNumberText(text, comma())).toBe(value);
  });

  test("with one mark before three digits is what the file as a whole says", () => {
    expect(parseNumberText("1,546", point())).toBe(1546);
    expect(parseNumberText("1,546", comma())).toBe(1.546);
    expect(parseNumberText("1.546", point())).toBe(1.546);
    expect(parseNumberText("1.546", comma())).toBe(1546);
  });

  test.each(["", "n/a", "1.2.3", "10.0.0.1", "12,34,5", "1,23.4", "..", ",", "1e", "0x10", "∞"])(
    "%j is none",
    (text) => {
      expect(parseNumberText(text, point())).toBeNull();
      expect(parseNumberText(text, comma())).toBeNull();
    },
  );

  test("votes for the mark that it shows, and asks for a second reading where the first was wrong", () => {
    const votes = point();
    parseNumberText("1,546", votes);
    expect(votes.mustReadAgain()).toBe(false);
    parseNumberText("1,5", votes);
    parseNumberText("12,75", votes);
    expect(votes.decided().decimal).toBe("comma");
    expect(votes.mustReadAgain()).toBe(true);
  });
});

describe("a date", () => {
  test("as a serial counts from 1900 with the leap day that never was, or from 1904", () => {
    // Excel shows 1 as 1900-01-01, 60 as the 29 February 1900 that never was, 61 as 1900-03-01.
    expect(serialToIso(1, false)).toBe("1900-01-01T00:00:00");
    expect(serialToIso(59, false)).toBe("1900-02-28T00:00:00");
    expect(serialToIso(61, false)).toBe("1900-03-01T00:00:00");
    expect(serialToIso(45_352.5, false)).toBe("2024-03-01T12:00:00");
    expect(serialToIso(0, true)).toBe("1904-01-01T00:00:00");
    expect(serialToIso(43_890.5, true)).toBe("2024-03-01T12:00:00");
    for (const odd of [-1, Number.NaN, 3_000_000]) expect(serialToIso(odd, false)).toBeNull();
  });

  test.each([
    ["2024/03/01 09:30:00", "2024-03-01T09:30:00"],
    ["2024-03-01T09:30:00.123", "2024-03-01T09:30:00"],
    ["2024. 3. 1. 오후 2:05:06", "2024-03-01T14:05:06"],
    ["2024년 3월 1일 09:30", "2024-03-01T09:30:00"],
    ["2024年3月1日", "2024-03-01T00:00:00"],
    ["31.02.2024", null],
    ["2024-02-29", "2024-02-29T00:00:00"],
    ["2024-03-01 오후 2:05:06", "2024-03-01T14:05:06"],
    ["3/25/2024 2:05 PM", "2024-03-25T14:05:00"],
    ["3/25/2024 12:05 AM", "2024-03-25T00:05:00"],
    ["25.03.2024 14:05", "2024-03-25T14:05:00"],
    ["2024-03-01T00:30:00+09:00", "2024-02-29T15:30:00Z"],
    ["2024-13-01", null],
    ["yesterday", null],
  ])("%j is %j", (text, iso) => {
    expect(parseDateText(text, point())).toBe(iso);
  });
});

test("a flag is known in the languages that Excel writes, and anything else is none", () => {
  for (const word of ["True", "true", "WAHR", "vrai", "참", "1", "yes"])
    expect(parseFlagText(word)).toBe(true);
  for (const word of ["False", "FALSCH", "faux", "거짓", "0", "no"])
    expect(parseFlagText(word)).toBe(false);
  for (const word of ["", "maybe", "2"]) expect(parseFlagText(word)).toBeNull();
});
