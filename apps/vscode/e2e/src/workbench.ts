import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Host } from './host.ts';

/** The window as a person uses it. */
export interface Workbench {
  readonly page: Page;
  /** Runs a command from the palette by its title. */
  run(title: string): Promise<void>;
  /** Opens a file of the folder by its name. */
  openFile(name: string): Promise<void>;
  /** Chooses in the list or answers in the box that is open. */
  choose(text: string): Promise<void>;
  answer(text: string): Promise<void>;
  /** The response panel's content. */
  readonly panel: FrameLocator;
  readonly editor: Locator;
  readonly dialog: Locator;
  readonly quickInput: Locator;
  readonly toasts: Locator;
  readonly statusBar: Locator;
}

/** Where a row is clicked: its middle may be under a tooltip. */
const start = { position: { x: 30, y: 8 } };

/** Opens the host's folder and waits until the workbench is there. */
export async function openWorkbench(page: Page, host: Host, url: string): Promise<Workbench> {
  await host.prepare(page);
  await page.goto(url);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  const quickInput = page.locator('.quick-input-widget:visible');
  const input = quickInput.locator('input.input').first();
  const rows = quickInput.locator('.quick-input-list .monaco-list-row');

  async function choose(text: string): Promise<void> {
    await rows.first().waitFor();
    await input.fill(text);
    await rows.filter({ hasText: text }).first().click(start);
  }

  return {
    page,
    async run(title) {
      const row = rows.filter({ hasText: title }).first();
      // Commands of extensions are there a moment after the window, and an open palette does not take them up.
      for (const attempt of [1, 2, 3, 4, 5, 6]) {
        await page.keyboard.press('F1');
        await input.waitFor();
        await input.fill(`>${title}`);
        const isThere = await row.waitFor({ timeout: 5000 * attempt }).then(
          () => true,
          () => false,
        );
        if (isThere) return row.click(start);
        await page.keyboard.press('Escape');
      }
      throw new Error(`the palette has no command ${title}`);
    },
    async openFile(name) {
      await page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name }).dblclick();
      await page.locator(`.editor-instance .monaco-editor[data-uri$="${name}"]`).waitFor();
    },
    choose,
    async answer(text) {
      await input.waitFor();
      await input.fill(text);
      await page.keyboard.press('Enter');
    },
    panel: page
      .frameLocator('iframe.webview.ready[src*="extensionId=helpcrunch"]')
      .frameLocator('iframe#active-frame'),
    editor: page.locator('.editor-instance .monaco-editor').first(),
    dialog: page.locator('.monaco-dialog-box'),
    quickInput,
    toasts: page.locator('.notifications-toasts .notification-list-item'),
    statusBar: page.locator('#workbench\\.parts\\.statusbar'),
  };
}
