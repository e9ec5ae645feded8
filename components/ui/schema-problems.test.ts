import { describe, expect, it } from "vitest";
import { z } from "zod";
import { problemsOf } from "./schema-problems";

const schema = z.object({
  name: z.string().trim().min(1).max(5),
  email: z.email(),
  password: z.string().min(12),
  count: z.number().min(2),
  networks: z.array(z.string().regex(/^\d+$/, "notACidr")).max(2),
});

describe("problemsOf", () => {
  it("names every wrong field, not the first", () => {
    const problems = problemsOf(schema, {
      name: " ",
      email: "x",
      password: "short",
      count: 1,
      networks: ["a"],
    });
    expect(problems).toEqual([
      { path: "name", code: "required" },
      { path: "email", code: "notAnEmail" },
      { path: "password", code: "tooShort", values: { minimum: 12 } },
      { path: "count", code: "tooSmall", values: { minimum: 2 } },
      { path: "networks.0", code: "notACidr" },
    ]);
  });

  it("tells too long from too many", () => {
    const problems = problemsOf(schema, {
      name: "abcdef",
      email: "a@example.com",
      password: "123456789012",
      count: 2,
      networks: ["1", "2", "3"],
    });
    expect(problems).toEqual([
      { path: "name", code: "tooLong", values: { maximum: 5 } },
      { path: "networks", code: "tooMany", values: { maximum: 2 } },
    ]);
  });

  it("finds nothing in a legal value", () => {
    expect(problemsOf(z.string(), "a")).toEqual([]);
  });
});
