// `npm run bench -- graph [--nodes 5000] [--edges 20000] [--runs 5] [--json]`: the dependency graph of so many servers
// and links in a real browser, on the production build that `npm run build` made. Seconds from opening the page to
// the painted graph, and frames a second while it is dragged, which is what the browser's own animation frames count.
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright";
import { generateEstate } from "../../prisma/seed/estate";
import { rvtoolsWorkbookBuffer } from "../../prisma/seed/rvtools-workbook";
import { launchBrowser } from "./bench-browser";
import { type BenchResult, report, resultOf } from "./bench-case";
import { cookiesOf, importedProject, signIn, startBenchServer } from "./bench-server";
import { graphExport } from "./graph-export";

const PORT = 3322;
const APPEARS_SECONDS = 2;
const FRAMES_PER_SECOND = 30;
const EXPORTED_AT = "2025-06-16T08:00:00Z";
/** So long is the picture dragged, in circles, so that it stays in view. */
const DRAG_SECONDS = 3;
const DRAG_RADIUS_PIXELS = 150;
const DRAG_TURN_SECONDS = 1.5;
/** The springs of a graph of thousands take some seconds on a small machine. */
const SETTLE_SECONDS = 120;

const { values } = parseArgs({
  options: {
    nodes: { type: "string", default: "5000" },
    edges: { type: "string", default: "20000" },
    runs: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
  },
});
const nodeCount = Number(values.nodes);
const edgeCount = Number(values.edges);

/**
 * Installed before the page's own scripts. The graph has appeared at the first animation frame after its canvases are
 * in the page and their pixels can be read back, which waits for all that was told to be drawn.
 */
const WATCH = `
  window.graphAppearedMilliseconds = null;
  const finish = (canvas) => {
    const gl = canvas.getContext("webgl2");
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  };
  new MutationObserver((_, observer) => {
    if (!document.querySelector("[role=application] canvas")) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      document.querySelectorAll(".sigma-edges, .sigma-nodes").forEach(finish);
      requestAnimationFrame(() => { window.graphAppearedMilliseconds = performance.now(); });
    });
  }).observe(document, { childList: true, subtree: true });
`;

/** Times between animation frames from now on. */
const COUNT_FRAMES = `
  window.frameTimes = [performance.now()];
  window.countFrame = () => {
    window.frameTimes.push(performance.now());
    window.frameRequest = requestAnimationFrame(window.countFrame);
  };
  window.frameRequest = requestAnimationFrame(window.countFrame);
`;
const FRAME_TIMES = `(cancelAnimationFrame(window.frameRequest), window.frameTimes)`;

interface Panning {
  framesPerSecond: number;
  longestMilliseconds: number;
}

/** Drags the picture in circles and counts the frames meanwhile. @throws when the picture does not follow */
async function drag(page: Page): Promise<Panning> {
  const canvas = page.getByRole("application");
  const box = await canvas.boundingBox();
  if (box === null) throw new Error("the graph is not in view");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const moveTo = (turn: number) =>
    page.mouse.move(
      x + DRAG_RADIUS_PIXELS * Math.cos(turn),
      y + DRAG_RADIUS_PIXELS * Math.sin(turn),
    );
  const before = await canvas.screenshot();
  await moveTo(0);
  await page.mouse.down();
  await moveTo(Math.PI);
  if (before.equals(await canvas.screenshot())) throw new Error("the picture did not move");
  await page.evaluate(COUNT_FRAMES);
  const startMs = performance.now();
  for (let seconds = 0; seconds < DRAG_SECONDS; seconds = (performance.now() - startMs) / 1_000) {
    await moveTo(Math.PI + (seconds / DRAG_TURN_SECONDS) * 2 * Math.PI);
  }
  const times = await page.evaluate<number[]>(FRAME_TIMES);
  // Back where it was, so that the next drag finds it in view.
  await moveTo(0);
  await page.mouse.up();
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
  return { framesPerSecond: steps.length / seconds, longestMilliseconds: Math.max(...steps) };
}

interface Opening {
  appearsSeconds: number;
  whileSettling: Panning;
  settled: Panning;
}

async function open(browser: Browser, path: string, storage: Storage): Promise<Opening> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    storageState: storage,
  });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await page.goto(path);
  // A function, because the page's content security policy forbids it to evaluate text.
  const appeared = await page.waitForFunction(
    () => (globalThis as { graphAppearedMilliseconds?: number | null }).graphAppearedMilliseconds,
  );
  const appearsSeconds = Number(await appeared.jsonValue()) / 1_000;
  const counts = [nodeCount, edgeCount].map((count) => count.toLocaleString("en"));
  const label = await page.getByRole("application").getAttribute("aria-label");
  if (!counts.every((count) => label?.includes(count))) {
    throw new Error(`the graph is not the one that was imported: ${label}`);
  }
  const whileSettling = await drag(page);
  await page
    .locator("[data-settled=true]")
    .waitFor({ state: "attached", timeout: SETTLE_SECONDS * 1_000 });
  const settled = await drag(page);
  await context.close();
  return { appearsSeconds, whileSettling, settled };
}

type Storage = { cookies: ReturnType<typeof cookiesOf>; origins: [] };

function resultsOf(openings: readonly Opening[], firstSeconds: number): BenchResult[] {
  const appears = { atMost: APPEARS_SECONDS };
  const pans = { atLeast: FRAMES_PER_SECOND };
  const figures = (of: (opening: Opening) => number) => openings.map(of);
  return [
    // The server and the browser load their own code as well.
    resultOf({ name: "appears, the first time since both started", unit: "s" }, [firstSeconds]),
    resultOf(
      { name: "appears", unit: "s", target: appears },
      figures((opening) => opening.appearsSeconds),
    ),
    resultOf(
      { name: "dragged", unit: "frames/s", target: pans },
      figures(({ settled }) => settled.framesPerSecond),
    ),
    resultOf(
      { name: "dragged, longest frame", unit: "ms" },
      figures(({ settled }) => settled.longestMilliseconds),
    ),
    resultOf(
      { name: "dragged while it settles", unit: "frames/s", target: pans },
      figures(({ whileSettling }) => whileSettling.framesPerSecond),
    ),
    resultOf(
      { name: "dragged while it settles, longest frame", unit: "ms" },
      figures(({ whileSettling }) => whileSettling.longestMilliseconds),
    ),
  ];
}

async function main(): Promise<void> {
  const server = await startBenchServer(PORT);
  const browser = await launchBrowser();
  try {
    await signIn(server);
    // A fifth of an estate is no server by a name of its own.
    const estate = generateEstate({
      vmCount: Math.ceil(nodeCount * 1.5),
      exportedAtIso: EXPORTED_AT,
    });
    const projectId = await importedProject(server, "Graph", [
      { name: "estate.xlsx", bytes: await rvtoolsWorkbookBuffer(estate) },
      { name: "dependencies.csv", bytes: graphExport(estate, nodeCount, edgeCount) },
    ]);
    const path = `${server.origin}/projects/${projectId}/dependencies`;
    const storage: Storage = { cookies: cookiesOf(server), origins: [] };
    const first = await open(browser, path, storage);
    const openings: Opening[] = [];
    for (let run = 0; run < Number(values.runs); run += 1) {
      openings.push(await open(browser, path, storage));
    }
    report(resultsOf(openings, first.appearsSeconds), values.json);
  } finally {
    await browser.close();
    server.stop();
  }
}

await main();
