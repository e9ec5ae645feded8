import type { z } from "zod";
import type { FieldProblem } from "./error-sentence";

type Issue = z.core.$ZodIssue;

function tooSmall(issue: z.core.$ZodIssueTooSmall): Omit<FieldProblem, "path"> {
  const minimum = Number(issue.minimum);
  if (issue.origin === "number") return { code: "tooSmall", values: { minimum } };
  return minimum <= 1 ? { code: "required" } : { code: "tooShort", values: { minimum } };
}

function tooBig(issue: z.core.$ZodIssueTooBig): Omit<FieldProblem, "path"> {
  const maximum = Number(issue.maximum);
  if (issue.origin === "number") return { code: "tooBig", values: { maximum } };
  return { code: issue.origin === "array" ? "tooMany" : "tooLong", values: { maximum } };
}

/** The closed code of a Zod issue: our schemas carry their own codes as messages of refinements. */
function codeOf(issue: Issue): Omit<FieldProblem, "path"> {
  switch (issue.code) {
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig(issue);
    case "invalid_type":
    case "invalid_value":
      return { code: "required" };
    case "invalid_format":
      if (issue.format === "email") return { code: "notAnEmail" };
      if (issue.format === "datetime") return { code: "notADate" };
      return { code: issue.message };
    default:
      return { code: issue.message };
  }
}

/** Every problem that a schema finds in a value, as paths and codes; empty when it is legal. */
export function problemsOf(schema: z.ZodType, value: unknown): FieldProblem[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({ path: issue.path.join("."), ...codeOf(issue) }));
}
