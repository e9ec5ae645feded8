// Finds a Chromium for the end-to-end tests, or installs one: the system's, Playwright's own, the distribution's.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

const SYSTEM_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const installed = () =>
  [process.env.LANDFALL_CHROMIUM, ...SYSTEM_PLACES, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );

function attempt(command, args) {
  process.stdout.write(`  trying: ${command} ${args.join(" ")}\n`);
  return spawnSync(command, args, { stdio: "inherit", timeout: 300_000 }).status === 0;
}

/** The browser's path. Ends with a sentence that says what to do when none can be had. */
export function findOrInstallChromium() {
  const found = installed();
  if (found) return found;
  process.stdout.write("> No Chromium found: installing one\n");
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    attempt("apt-get", ["update"]);
    attempt("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  }
  if (!installed())
    attempt(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"]);
  const path = installed();
  if (path) return path;
  process.stderr.write(
    "\nThe end-to-end tests need Chromium. Install it with your system's package manager\n" +
      "(Debian: apt-get install chromium), or set LANDFALL_CHROMIUM to the path of one.\n",
  );
  process.exit(1);
}
