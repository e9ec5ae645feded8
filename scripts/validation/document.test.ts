import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { validationDocument } from "./document";
import { fluidExpectations, relativeError } from "./fluid";
import { judge, PUBLISHED_ROWS } from "./published-rows";
import { readScenarioFile, VALIDATION_FOLDER } from "./run-file";

describe("the engine", () => {
  it("agrees with SimGrid and hand arithmetic to 1e-6, from scenario files", () => {
    const wrong = fluidExpectations().filter((row) => !(relativeError(row) <= 1e-6));
    expect(wrong).toEqual([]);
  });

  it("meets every published row that it has a figure for", () => {
    const missed = PUBLISHED_ROWS.filter((row) => !judge(row).passed);
    expect(missed.map(({ row }) => row)).toEqual([]);
  });

  it("has a row for each that fixes a setup", () => {
    const wanted = "V1 V2 V3 V4 V5 V9 V10 V11 V13 V15 V19 V20 V21 V26 V28".split(" ");
    expect([...new Set(PUBLISHED_ROWS.map(({ row }) => row))]).toEqual(wanted);
  });

  it("takes one set of parameters for all of them: no scenario has its own", () => {
    const files = readdirSync(VALIDATION_FOLDER).filter((file) => /^v\d+\.json$/.test(file));
    expect(files.length).toBe(new Set(PUBLISHED_ROWS.flatMap(({ file }) => file ?? [])).size);
    for (const file of files) expect(readScenarioFile(file), file).not.toHaveProperty("parameters");
  });
});

describe("docs/validation.md", () => {
  it("is what the engine says now (npm run validate -- --write)", () => {
    const written = readFileSync(new URL("../validation.md", VALIDATION_FOLDER), "utf8");
    expect(written).toBe(validationDocument());
  }, 60_000);
});
