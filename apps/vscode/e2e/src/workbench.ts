import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Host } from './host.ts';
import { retryUntil } from './waits.ts';

/** The window as the user sees it. */
export interface Workbench {
  readonly page: Page;
  /** Runs a command from the palette by its full title. */
  run(title: string): Promise<void>;
  /** Opens a file of the folder by its name. */
  openFile(name: string): Promise<void>;
  /** The file's row in the explorer. */
  fileRow(name: string): Locator;
  /** Chooses in the list that is open. */
  choose(text: string): Promise<void>;
  /** Answers in the box that is open. */
  answer(text: string): Promise<void>;
  /** The response panel's content. */
  readonly panel: FrameLocator;
  readonly dialog: Locator;
  readonly quickInput: Locator;
  readonly toasts: Locator;
  readonly statusBar: Locator;
  /** What to restore before the next scenario, by name. */
  readonly toRestore: Map<string, () => Promise<void>>;
}

/** Where to click a row: its middle may be under a tooltip. */
const start = { position: { x: 30, y: 8 } };

/** Opens the host's folder and waits until the workbench is there. */
export async function openWorkbench(page: Page, host: Host, url: string): Promise<Workbench> {
  await host.prepare(page);
  await page.goto(url, { waitUntil: 'commit' });
  const explorer = page.locator('.explorer-folders-view .monaco-list');
  const files = explorer.locator('.monaco-list-row');
  await files.first().waitFor();
  const quickInput = page.locator('.quick-input-widget:visible');
  const input = quickInput.locator('input.input').first();
  // Only rows of the filtered list: the list reuses rows, and an earlier one may change before it is clicked.
  const rows = quickInput
    .locator('.quick-input-list .monaco-list-row')
    .filter({ has: page.locator('.highlight') });
  const fileRow = (name: string) => files.filter({ hasText: whole(name) });

  return {
    page,
    async run(title) {
      const row = rows.filter({ has: page.locator('.label-name', { hasText: whole(title) }) }).first();
      // An open palette does not add commands that become available later.
      await retryUntil(row, 'visible', async () => {
        if (await quickInput.isVisible()) await page.keyboard.press('Escape');
        // A dialog that is closing still takes the keys.
        await retryUntil(input, 'visible', () => page.keyboard.press('F1'));
        await input.fill(`>${title}`);
      });
      await row.click(start);
    },
    fileRow,
    async openFile(name) {
      const row = fileRow(name);
      // The explorer has only the rows in view. Many files need two views.
      let direction = -1;
      let turns = 0;
      if (!(await row.isVisible())) {
        await retryUntil(row, 'visible', async () => {
          direction *= -1;
          // Over the list itself: its rows come and go while it scrolls.
          await explorer.hover();
          turns = await turnWheel(page, direction, row);
        });
      }
      await row.dblclick();
      for (; direction > 0 && turns > 0; turns -= 1) await page.mouse.wheel(0, -wheelTurn);
      // For a moment, the editor of another file with this name may be there too.
      await page.locator(`.editor-instance .monaco-editor[data-uri$="/${name}"]`).first().waitFor();
    },
    async choose(text) {
      await quickInput.locator('.monaco-list-row').first().waitFor();
      await input.fill(text);
      await rows.filter({ hasText: text }).first().click(start);
    },
    async answer(text) {
      await input.fill(text);
      await page.keyboard.press('Enter');
    },
    panel: page
      .frameLocator('iframe.webview.ready[src*="extensionId=helpcrunch"]')
      .frameLocator('iframe#active-frame'),
    dialog: page.locator('.monaco-dialog-box'),
    quickInput,
    toasts: page.locator('.notifications-toasts .notification-list-item'),
    statusBar: page.locator('#workbench\\.parts\\.statusbar'),
    toRestore: new Map(),
  };
}

const wheelTurn = 1000;
/** To the end of a list of some views: the editor scrolls by a few rows for a turn, however far it is. */
const maxTurns = 40;

/** Scrolls until a row is whole in view, or to the end. Returns the turns that it took. */
async function turnWheel(page: Page, direction: number, row: Locator): Promise<number> {
  let turns = 0;
  for (let isLast = false; turns < maxTurns && !isLast; turns += 2) {
    // The last two bring the rest of a row that is cut.
    isLast = await row.isVisible();
    for (let turn = 0; turn < 2; turn += 1) await page.mouse.wheel(0, direction * wheelTurn);
  }
  return turns;
}

/** Matches this text as a whole. */
function whole(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
