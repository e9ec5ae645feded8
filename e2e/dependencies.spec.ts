import { expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { dependencyCsvLines } from "../prisma/seed/dependencies";
import { DEMO_SEED, DEMO_VM_COUNT, generateEstate } from "../prisma/seed/estate";
import { expectAccessible } from "./accessibility";
import { demoProject } from "./demo-project";
import { blade, connections, databaseAndClient, rowCount, typeName } from "./dependency-page";
import { CSV, download, XLSX } from "./download";

/** Who talks to whom: the graph and its lists. */

const DNS = "53";

/** The demo's export as its file says it, counted by other means than the product's. */
const exported: Record<string, string>[] = parse(
  [
    ...dependencyCsvLines(
      generateEstate({
        seed: DEMO_SEED,
        vmCount: DEMO_VM_COUNT,
        exportedAtIso: "2025-06-16T08:00:00Z",
      }),
    ),
  ].join(""),
  { columns: true },
);

/** Source, destination and service: what is one connection however often it was seen. */
function connectionCount(isTaken: (row: Record<string, string>) => boolean = () => true): number {
  const ids = exported
    .filter(isTaken)
    .map((row) =>
      [
        row["Source server name"],
        row["Destination server name"] || row["Destination IP"],
        row["Destination application"],
        row["Destination process"],
        row["Destination port"],
      ].join("\n"),
    );
  return new Set(ids).size;
}

let projectId = "";
let database = { key: "", name: "" };
let client = { key: "", name: "" };

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: "test-results/owner.json" });
  projectId = await demoProject(context.request, baseURL, "dependencies");
  ({ database, client } = await databaseAndClient(context.request, projectId));
  await context.close();
});

const at = (query = "") => `/projects/${projectId}/dependencies${query}`;

const numberOf = (text: string | null) => Number(text?.replace(/\D/g, ""));

async function ports(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Noise ports/ }).click();
}

test("the graph and its tables show the same servers, and ports of noise are switched", async ({
  page,
}) => {
  await page.goto(at());
  const graph = page.getByRole("application", { name: /^Graph of/ });
  await expect(graph).toHaveAttribute("data-settled", "true");
  const drawn = await page
    .getByRole("status")
    .filter({ hasText: /servers, .* links/ })
    .innerText();
  const servers = numberOf(drawn.split(",")[0] ?? "");
  expect(servers).toBeGreaterThan(100);
  await expectAccessible(page);

  await page.getByRole("tab", { name: "Servers" }).click();
  expect(numberOf(await rowCount(page).textContent())).toBe(servers);

  await page.getByRole("tab", { name: "Connections" }).click();
  await ports(page);
  await page.getByRole("button", { name: "Count all" }).click();
  await expect(rowCount(page)).toHaveText(`${connectionCount().toLocaleString("en")} rows`);
  // Its state is the address's, which follows a moment later than a checkbox of its own would.
  const dns = page.getByRole("checkbox", { name: `${DNS} DNS` });
  await dns.click();
  await expect(dns).toBeChecked();
  const withoutDns = connectionCount((row) => row["Destination port"] !== DNS);
  await expect(rowCount(page)).toHaveText(`${withoutDns.toLocaleString("en")} rows`);
  await expect(page).toHaveURL(/hidden=53/);
  await page.getByRole("button", { name: "Reset" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Noise ports/ })).toBeFocused();
  await expect(page).not.toHaveURL(/hidden=/);
});

test("a server is found by keys, opens with its peers, and becomes the centre of the graph", async ({
  page,
}) => {
  await page.goto(at());
  await typeName(page, "Find a server", database.name);
  const panel = blade(page, database.name);
  await expect(panel.getByRole("region", { name: /^Clients/ })).toContainText(client.name);
  await expectAccessible(page);
  await panel.getByRole("button", { name: "Show its neighbourhood" }).click();
  await expect(page.getByText(`Neighbourhood of ${database.name}`)).toBeVisible();
  // The server itself and whoever is one step away, over ports that count.
  const peers = await connections(
    page.request,
    projectId,
    `server=${encodeURIComponent(`vm:${database.key}`)}`,
  );
  const near = new Set(peers.flatMap(({ source, target }) => [source.id, target.id]));
  const count = page.getByRole("status").filter({ hasText: /servers, .* links?/ });
  await expect(count).toHaveText(new RegExp(`^${near.size} servers, `));
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(count).not.toHaveText(new RegExp(`^${near.size} servers, `));
});

test("connections export what they show, as CSV and as a workbook", async ({ page }) => {
  await page.goto(at("?tab=connections&connections.filter.kind=publicAddress"));
  await expect(rowCount(page)).toBeVisible();
  const shown = numberOf(await rowCount(page).textContent());
  const isPublic = (row: Record<string, string>) =>
    /^(203\.0\.113|198\.51\.100)\./.test(row["Destination IP"] ?? "");
  expect(shown).toBe(connectionCount(isPublic));
  const lines: string[][] = parse(await download(page, CSV), { bom: true });
  expect(lines).toHaveLength(shown + 1);
  expect(lines[0]?.slice(0, 2)).toEqual(["Source", "Kind of source"]);
  const workbook = await readXlsx(new Uint8Array(await download(page, XLSX)));
  expect(workbook.sheets[0]?.rows).toHaveLength(shown + 1);
});

test("without an export the page says how to get one", async ({ page, baseURL }) => {
  const created = await page.request.post("/api/projects", {
    headers: { origin: baseURL ?? "" },
    data: { name: "Bare", epochIso: "2025-06-23T09:00:00+09:00", timeZone: "Asia/Seoul" },
  });
  const { id } = (await created.json()).project;
  await page.goto(`/projects/${id}/dependencies`);
  await expect(page.getByText("No dependencies yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Import a dependency export" }).click();
  await expect(page).toHaveURL(new RegExp(`/projects/${id}/imports$`));
});
