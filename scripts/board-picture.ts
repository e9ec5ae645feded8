// `node --import tsx scripts/board-picture.ts`: takes docs/images/board.png, which the README shows, from the
// production build that `npm run build` made: the demo project two and a half days after Go, its clock running.
import { runningVmKeys, setUpWorld, siteOf, startGroup } from "../e2e/running-world";
import { launchBrowser } from "./bench/bench-browser";
import { cookiesOf, signIn, startBenchServer, untilTrue } from "./bench/bench-server";

const PICTURE = "docs/images/board.png";
const WAVES = [
  { name: "Wave 1 web and services", from: 0, to: 372 },
  { name: "Wave 2 data", from: 372, to: 620 },
];
const AFTER_GO_SECONDS = 239_000;

const server = await startBenchServer(3322);
const browser = await launchBrowser();
try {
  const { call, origin } = server;
  await signIn(server);
  const { project }: { project: { id: string } } = await call("POST", "/api/projects/demo");
  const base = `/api/projects/${project.id}`;
  await untilTrue(async () => Boolean(await call("GET", `${base}/inventory`)));
  await setUpWorld(call, project.id, await siteOf(call, project.id));
  const keys = await runningVmKeys(call, project.id);
  for (const { name, from, to } of WAVES) {
    await startGroup(call, project.id, { name, vmKeys: keys.slice(from, to), type: "Bulk" });
  }
  const clock = `${base}/world/clock`;
  const { nowSeconds }: { nowSeconds: number } = await call("POST", clock, { action: "pause" });
  await call("POST", clock, { action: "jumpTo", atSeconds: nowSeconds + AFTER_GO_SECONDS });
  await call("POST", clock, { action: "setSpeed", speed: 60 });
  await call("POST", clock, { action: "resume" });

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(cookiesOf(server));
  const page = await context.newPage();
  await page.goto(`${origin}/projects/${project.id}/board`);
  await page.locator(".recharts-area-area").waitFor({ timeout: 60_000 });
  await page.locator("[role=status][aria-busy=true]").first().waitFor({ state: "detached" });
  await page.screenshot({ path: PICTURE });
  console.log(`${PICTURE} is taken`);
} finally {
  await browser.close();
  server.stop();
}
