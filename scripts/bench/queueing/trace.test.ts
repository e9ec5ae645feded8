import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

function digestIn(zone: string): string {
  return execFileSync(process.execPath, ["--import", "tsx", "scripts/bench/queueing/trace.ts"], {
    cwd: root,
    env: { ...process.env, TZ: zone },
    encoding: "utf8",
  });
}

it("gives the same bytes in two processes and two time zones", () => {
  const digest = digestIn("America/New_York");
  expect(digest).toMatch(/^[0-9a-f]{64}\n$/);
  expect(digestIn("Asia/Seoul")).toBe(digest);
});
