import { expect, test } from "@playwright/test";
import { demoProject } from "./demo-project";
import { type Call, runningVmKeys, setUpWorld, siteOf, startGroup } from "./running-world";

/** The forecast of a group that runs, on the board and on the page of the group. */

let projectId = "";
let groupId = "";

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: "test-results/owner.json" });
  const headers = { origin: baseURL ?? "" };
  const call: Call = async (method, path, data) => {
    const answer = await context.request.fetch(path, { method, headers, data });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as never;
  };
  projectId = await demoProject(context.request, baseURL);
  await setUpWorld(call, projectId, await siteOf(call, projectId));
  const keys = await runningVmKeys(call, projectId);
  const vmKeys = keys.slice(0, 40);
  ({ groupId } = await startGroup(call, projectId, { name: "First wave", vmKeys, type: "Bulk" }));
  await call("POST", `/api/projects/${projectId}/world/clock`, { action: "pause" });
  await context.close();
});

test("board and group page show a range for the end, and changed assumptions compute anew", async ({
  page,
}) => {
  await page.goto(`/projects/${projectId}/board`);
  const panel = page.getByRole("region", { name: "Forecast" });
  await expect(panel.getByText(/From 500 runs of this rehearsal/)).toBeVisible();
  await expect(panel.getByRole("row", { name: /First wave/ })).toBeVisible();

  await page.goto(`/projects/${projectId}/groups/${groupId}`);
  // Two of the demo's first forty share a bus, which Bulk cannot move whatever else happens.
  await expect(panel.getByText("2 VMs complete in no run")).toBeVisible();
  await panel.getByRole("button", { name: "End of each VM" }).click();
  const list = panel.getByRole("grid", { name: "End of each VM" });
  await expect(list.getByRole("row").nth(1)).toContainText("The VM shares a SCSI bus or a disk.");
  await list.getByRole("columnheader", { name: "P50" }).getByRole("button").click();
  await expect(list.getByRole("row").nth(1)).toContainText("100%");

  await panel.getByRole("button", { name: "Edit assumptions" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Runs" }).fill("60");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByText(/From 60 runs of this rehearsal/)).toBeVisible();
});
