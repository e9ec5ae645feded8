// The engine against published answers: npm run validate [-- --write | --json]
// Prints the tables; --write puts them into docs/validation.md. Exit code 1 when a row of section 1 fails, or
// one of section 3 that the model has a figure for.
import { writeFileSync } from "node:fs";
import { validationDocument } from "./validation/document";
import { fluidExpectations, relativeError } from "./validation/fluid";
import { judge, PUBLISHED_ROWS } from "./validation/published-rows";

const FLUID_TOLERANCE = 1e-6;
const [option] = process.argv.slice(2);

const fluid = fluidExpectations().map((row) => ({ ...row, relativeError: relativeError(row) }));
const published = PUBLISHED_ROWS.map(({ measure: _, ...row }) => row).map((row, i) => ({
  ...row,
  ...judge(PUBLISHED_ROWS[i] as (typeof PUBLISHED_ROWS)[number]),
}));

if (option === "--json") console.log(JSON.stringify({ fluid, published }, null, 2));
else if (option === "--write") {
  writeFileSync(new URL("../docs/validation.md", import.meta.url), validationDocument());
} else console.log(validationDocument());

const isWrong =
  fluid.some((row) => row.relativeError > FLUID_TOLERANCE) ||
  published.some(({ ours, passed }) => ours !== null && !passed);
if (isWrong) process.exitCode = 1;
