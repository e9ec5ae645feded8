import { expect, type Page } from "@playwright/test";

/** The set-up pages as a person uses them: choose a step, correct what it suggests, send, jump ahead. */
export class SetupWalk {
  constructor(
    private readonly page: Page,
    private readonly projectId: string,
  ) {}

  async take(
    section: "avs" | "hcx",
    step: string,
    submit: string,
    fields: Record<string, string> = {},
  ): Promise<void> {
    await this.page.goto(`/projects/${this.projectId}/${section}?step=${step}`);
    for (const [label, value] of Object.entries(fields)) {
      const named = { name: label, exact: true };
      const field = this.page
        .getByRole("textbox", named)
        .or(this.page.getByRole("combobox", named));
      await field.fill(value);
    }
    await this.page.getByRole("main").getByRole("button", { name: submit, exact: true }).click();
    await this.untilReady();
  }

  /** Waits for what was made; sends the clock to when it is ready where that is later than now. */
  async untilReady(): Promise<void> {
    const main = this.page.getByRole("main");
    const jump = main.getByRole("button", { name: "Jump to when it is ready" });
    const done = main.getByText("Ready since").first();
    await expect(jump.or(done).first()).toBeVisible();
    if (await jump.first().isVisible()) await jump.first().click();
    await expect(done).toBeVisible();
  }
}
