import { describe, expect, it } from "vitest";
import { returnPathOf } from "./return-path";

describe("the way back after signing in", () => {
  it("leads to a page of ours with its query", () => {
    expect(returnPathOf("/projects/1/board?tab=events#top")).toBe(
      "/projects/1/board?tab=events#top",
    );
  });

  it.each([
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "/\n\\elsewhere.example",
    "/.//elsewhere.example",
    "https://elsewhere.example",
    "javascript:alert(1)",
    "",
    undefined,
    ["/a", "/b"],
  ])("never leaves this server: %j", (next) => {
    expect(returnPathOf(next)).toBe("/");
  });
});
