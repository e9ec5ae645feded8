import { describe, expect, it } from "vitest";
import { assessmentSettings } from "@/lib/assessment/schema";
import english from "@/messages/en/assessment.json";
import korean from "@/messages/ko/assessment.json";
import { SETTING_FIELDS, valueAt } from "./setting-fields";

const fields = Object.values(SETTING_FIELDS).flat();
const defaults = assessmentSettings();

describe("the form of an assessment", () => {
  it("has no field that the settings do not have", () => {
    for (const { path } of fields) expect(valueAt(defaults, path), path).not.toBeUndefined();
  });

  it("leaves no setting out", () => {
    const leaves = (value: unknown, path: string): string[] =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value).flatMap(([name, part]) =>
            leaves(part, path === "" ? name : `${path}.${name}`),
          )
        : [path];
    const shown = new Set(fields.map(({ path }) => path));
    expect(leaves(defaults, "").filter((path) => !shown.has(path))).toEqual([]);
  });

  it("names and explains every field in both languages", () => {
    for (const { key } of fields) {
      for (const messages of [english, korean]) {
        expect(Object.keys(messages.settings), key).toContain(key);
      }
    }
  });

  it("starts within its own bounds", () => {
    for (const field of fields) {
      if (field.kind !== "number") continue;
      const value = valueAt(defaults, field.path);
      if (value === null) continue;
      const shown = Number(value) * (field.percent ? 100 : 1);
      expect(shown, field.path).toBeGreaterThanOrEqual(field.min);
      expect(shown, field.path).toBeLessThanOrEqual(field.max ?? Number.POSITIVE_INFINITY);
    }
  });
});
