import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { artefacts } from '../places.ts';
import { ada } from '../samples.ts';
import type { Scenario } from '../scenario.ts';
import { addAccount, create } from '../steps.ts';

const windows = 5;

export const questionTime: Scenario = {
  name: 'a live create is asked about at once in a window that was just reloaded; how soon, is kept for the benchmark',
  onlyByName: true,
  onlyIn: { host: 'node', because: 'a reload loses the accounts in the other' },
  files: { 'ada.customer.json': ada },
  async run({ workbench, host }) {
    const { page, dialog, statusBar } = workbench;
    await workbench.openFile('ada.customer.json');
    await addAccount(workbench, 'Production', 'any-key');
    const milliseconds: number[] = [];
    for (let window = 0; window < windows; window += 1) {
      await page.reload();
      await statusBar.getByText('HelpCrunch: Production (live)').waitFor();
      await watchDialog(page);
      await create(workbench);
      await dialog.getByText('Create this customer in HelpCrunch').waitFor();
      milliseconds.push(await page.evaluate(() => Number(document.body.dataset['dialogAfter'])));
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    writeFileSync(join(artefacts, `${host.kind}-dialog-milliseconds.json`), JSON.stringify(milliseconds));
    console.log(`  from the click to the question: ${milliseconds.map(Math.round).join(', ')} ms`);
  },
};

/** Notes in the page how long after the last click a dialog stands there: no way to and fro is counted. */
async function watchDialog(page: Page): Promise<void> {
  await page.evaluate(() => {
    let clicked = Number.NaN;
    document.addEventListener(
      'mousedown',
      () => {
        clicked = performance.now();
      },
      { capture: true },
    );
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.monaco-dialog-box')) return;
      document.body.dataset['dialogAfter'] = String(performance.now() - clicked);
      observer.disconnect();
    }).observe(document.body, { childList: true, subtree: true });
  });
}
