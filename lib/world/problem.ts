import type { z } from "zod";

/**
 * One reason why a command is refused. `code` has a sentence in messages/*\/world.json under
 * `problems`; `path` is the field of the payload that shows it (`migrations.3.type`), empty when it
 * concerns the command as a whole.
 */
export type Problem = {
  code: string;
  path: string;
  values: Record<string, string | number>;
};

export function problem(
  code: string,
  path = "",
  values: Record<string, string | number> = {},
): Problem {
  return { code, path, values };
}

/** A schema's own refusals carry a problem code as message; anything else is Zod's English. */
const CODE = /^[a-z][A-Za-z0-9]*$/;

/** Every issue of a payload that does not parse, as problems. */
export function problemsOfZodError(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => {
    const path = issue.path.map(String).join(".");
    if (CODE.test(issue.message)) return problem(issue.message, path, boundsOf(issue));
    return problem(issue.code === "invalid_type" ? "wrongType" : "invalidValue", path);
  });
}

function boundsOf(issue: z.core.$ZodIssue): Record<string, string | number> {
  if (issue.code === "too_big") return { maximum: Number(issue.maximum) };
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) };
  return {};
}
